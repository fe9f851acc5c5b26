/**
 * Folded states of the streams this process wrote lately, so that a save costs the same in a long session.
 * A cached state is only a shortcut: under the stream's lock its seq is held against the head, and what is
 * missing is read from the log.
 */
export class StateCache<State> {
  private readonly states = new Map<string, State>();
  private entries = 0;

  constructor(
    private readonly entriesIn: (state: State) => number,
    private readonly maxStreams = 1_000,
    private readonly maxEntries = 300_000,
  ) {}

  get(key: string): State | undefined {
    return this.states.get(key);
  }

  set(key: string, state: State): void {
    this.drop(key);
    this.states.set(key, state);
    this.entries += this.entriesIn(state);
    for (const oldest of this.states.keys()) {
      const fits = this.states.size <= this.maxStreams && this.entries <= this.maxEntries;
      if (fits || oldest === key) break;
      this.drop(oldest);
    }
  }

  drop(key: string): void {
    const state = this.states.get(key);
    if (state === undefined) return;
    this.states.delete(key);
    this.entries -= this.entriesIn(state);
  }
}
