/** One thing that will happen. `order` settles ties, so that a run never depends on a sort. */
interface Due {
  readonly atMs: number;
  readonly order: number;
  task: (() => void) | null;
}

/**
 * Turns of the microtask queue after each event: longer than any chain of promises in the code that runs here. A
 * chain that were longer would go on after the next event, in the same place in every run of the seed.
 */
const SETTLING_TURNS = 12;

/** The only time there is: milliseconds since the simulated world began. Nothing here waits for a real clock. */
export class VirtualTime {
  nowMs = 0;
  private readonly heap: Due[] = [];
  private made = 0;

  /** Runs `task` once in `delayMs`; the answer cancels it. */
  after(delayMs: number, task: () => void): () => void {
    const due: Due = { atMs: this.nowMs + Math.max(0, delayMs), order: this.made, task };
    this.made += 1;
    this.push(due);
    return () => {
      due.task = null;
    };
  }

  /** Lets time pass until `untilMs`, or until `enough` says so. */
  async run(untilMs: number, enough: () => boolean = () => false): Promise<void> {
    for (let next = this.heap[0]; next !== undefined && next.atMs <= untilMs; next = this.heap[0]) {
      this.pop();
      if (next.task === null) continue;
      this.nowMs = next.atMs;
      next.task();
      for (let turn = 0; turn < SETTLING_TURNS; turn += 1) await null;
      if (enough()) return;
    }
    this.nowMs = untilMs;
  }

  private push(due: Due): void {
    const { heap } = this;
    let at = heap.push(due) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(due, heap[above] as Due)) break;
      heap[at] = heap[above] as Due;
      at = above;
    }
    heap[at] = due;
  }

  private pop(): void {
    const { heap } = this;
    const last = heap.pop() as Due;
    if (heap.length === 0) return;
    let at = 0;
    for (let below = 1; below < heap.length; below = 2 * at + 1) {
      const right = below + 1;
      if (right < heap.length && isBefore(heap[right] as Due, heap[below] as Due)) below = right;
      if (!isBefore(heap[below] as Due, last)) break;
      heap[at] = heap[below] as Due;
      at = below;
    }
    heap[at] = last;
  }
}

function isBefore(a: Due, b: Due): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}
