/** Less is the noise of a slow answer. */
const JUMP_MS = 2_000;
/** An answer as quick as this is taken as it is. */
const QUICK_MS = 50;

/**
 * The database's time, carried on by this process's monotonic timer. The clock of the computer may be hours wrong or
 * set anew at any moment (reliability.md, A12); devices measure theirs against what they are told here, and entries
 * are checked against the database's.
 */
export class HouseClock {
  /** Database time less the monotonic timer, once it is known. */
  private offsetMs: number | null = null;
  private toldMs = 0;

  constructor(
    /** Told when the computer's clock begins to differ, differs otherwise, or agrees again. */
    private readonly onJump: (differsByMs: number) => void = () => {},
    private readonly systemMs: () => number = Date.now,
    private readonly monotonicMs: () => number = () => performance.now(),
  ) {}

  /** @param dbMs what the database's clock said in the answer to a question sent at `askedMs` (monotonic) */
  observe(dbMs: number, askedMs: number): void {
    const answeredMs = this.monotonicMs();
    const offsetMs = dbMs - (askedMs + answeredMs) / 2;
    // An answer that was long under way says when, give or take half of that: what is known already may be nearer.
    const agrees = this.offsetMs !== null && Math.abs(offsetMs - this.offsetMs) <= (answeredMs - askedMs) / 2;
    if (answeredMs - askedMs <= QUICK_MS || !agrees) this.offsetMs = offsetMs;
    const differsByMs = this.systemMs() - this.nowMs();
    if (Math.abs(differsByMs - this.toldMs) <= JUMP_MS) return;
    this.toldMs = differsByMs;
    this.onJump(Math.round(differsByMs));
  }

  /** How far this computer's clock is ahead of the database's, ms; null until the database was asked once. */
  differsByMs(): number | null {
    return this.offsetMs === null ? null : Math.round(this.systemMs() - this.nowMs());
  }

  /** The computer's own clock until the database was asked once. */
  nowMs(): number {
    return this.offsetMs === null ? this.systemMs() : this.offsetMs + this.monotonicMs();
  }
}
