/** What one person was shown of one entry; written down from the screen, by nothing that is under test. */
interface Told {
  readonly lane: string;
  /** The screen said stored, or the entry came back among the confirmed. */
  confirmed: boolean;
  /** The sentence with which it was refused; empty when it was refused without one. */
  refusal: string | null;
}

/** The oracle's own book: what was shown as kept, as stored, as refused. */
export class Ledger {
  readonly told = new Map<string, Told>();
  /** Ids in the order in which the screen showed them as kept. */
  private readonly lanes = new Map<string, string[]>();

  kept(id: string, lane: string): void {
    this.told.set(id, { lane, confirmed: false, refusal: null });
    const ids = this.lanes.get(lane) ?? [];
    ids.push(id);
    this.lanes.set(lane, ids);
  }

  /** A step of the session has no place in a queue: it is only confirmed. */
  step(id: string): void {
    this.told.set(id, { lane: '', confirmed: true, refusal: null });
  }

  confirmed(id: string): void {
    const told = this.told.get(id);
    if (told !== undefined) told.confirmed = true;
  }

  refused(id: string, sentence: string): void {
    const told = this.told.get(id);
    if (told !== undefined) told.refusal ??= sentence;
  }

  orders(): Iterable<readonly [lane: string, ids: readonly string[]]> {
    return this.lanes;
  }
}
