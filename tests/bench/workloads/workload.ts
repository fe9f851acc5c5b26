import type { Bench, Server } from '../harness/bench.ts';
import type { Goal } from './goal.ts';

/** Started once and shared: a warm server is what production has. */
export interface Pair {
  readonly floor: Server;
  readonly tandem: Server;
}

/** How much of each workload; `smoke` is for `npm test`, `full` for figures to write down. */
export type Size = 'smoke' | 'normal' | 'full';

/** One row of performance.md. A new one is one file here and one line in `all.ts`. */
export interface Workload {
  readonly id: string;
  /** Another row that it measures beside its own, by which it can be asked for as well. */
  readonly also?: string;
  /** Left out of `npm test`: what it shows has a quicker proof there, or needs more rooms than that has time for. */
  readonly onlyLong?: boolean;
  run(bench: Bench, pair: Pair, size: Size): Promise<Goal[]>;
}
