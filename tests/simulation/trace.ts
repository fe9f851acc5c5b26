/** As many lines of a run as a person reads. */
const KEPT_LINES = 80;

/** What happened, in order: all of it in one hash, the telling part of it as lines. */
export class Trace {
  private a = 0x811c9dc5;
  private b = 0x01234567;
  private readonly kept: string[] = [];

  constructor(private readonly nowMs: () => number) {}

  /** Into the hash alone: frames and ticks, of which there are thousands. */
  mix(text: string): void {
    let { a, b } = this;
    const stamped = `${this.nowMs()}${text}`;
    for (let at = 0; at < stamped.length; at += 1) {
      const unit = stamped.charCodeAt(at);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b + unit, 0x85ebca6b) ^ (b >>> 13);
    }
    this.a = a;
    this.b = b;
  }

  note(text: string): void {
    this.mix(text);
    this.kept.push(`${(this.nowMs() / 1000).toFixed(3).padStart(8)} s  ${text}`);
    if (this.kept.length > KEPT_LINES) this.kept.shift();
  }

  /** Equal for two runs of one seed. The salts of the chain are random, so hashes of entries are not in it. */
  digest(): string {
    return [this.a, this.b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }

  lines(): readonly string[] {
    return this.kept;
  }
}
