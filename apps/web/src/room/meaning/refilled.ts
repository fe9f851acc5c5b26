/** What a panel begins with: a stretch that was dragged, words of a note, or an entry that was refused. */
export interface Refilled<Data> {
  readonly data: Data;
  /** An instant. */
  readonly happenedAt: string;
}
