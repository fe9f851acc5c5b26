const PER_SECOND = 20;
const BURST = 60;

/** A client may send 20 frames a second, in bursts of 60: a token bucket on a monotonic clock. */
export class FrameBudget {
  private tokens = BURST;
  private at: number;

  constructor(private readonly nowMs: () => number = () => performance.now()) {
    this.at = nowMs();
  }

  /** Takes one frame's worth; false when the client sends too much. */
  take(): boolean {
    const now = this.nowMs();
    this.tokens = Math.min(BURST, this.tokens + ((now - this.at) / 1000) * PER_SECOND);
    this.at = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
