import type { Bench, Server } from '../harness/bench.ts';
import { together, type Verdict } from '../load/oracle.ts';
import { percentile } from './goal.ts';

export const VIEWERS = 3;
export const PER_SECOND = 50;
/** Rounds of floor and Tandem in turn, and entries in each; `full` has the 2,000 samples that a p99 needs. */
export const pacedSizes = {
  smoke: { rounds: 3, entries: 40 },
  normal: { rounds: 7, entries: 100 },
  full: { rounds: 7, entries: 290 },
};

export interface PacedLane {
  readonly server: Server;
  /** Where the viewers watch, if not where is written. */
  readonly watching?: Server;
}
export interface Latencies {
  readonly p50: readonly number[];
  readonly p99: readonly number[];
}

/** One busy room in each of these lanes, in turn: milliseconds from POST to the last viewer, per round. */
export async function pacedLanes(
  bench: Bench,
  lanes: readonly PacedLane[],
  { rounds, entries }: { rounds: number; entries: number },
): Promise<{ latencies: readonly Latencies[]; verdict: Verdict }> {
  const opened = [];
  for (const { server, watching = server } of lanes) {
    const rooms = await bench.load.call('openRooms', server.number, 1, VIEWERS, watching.number);
    opened.push({ rooms, p50: [] as number[], p99: [] as number[] });
  }
  for (const { rooms } of opened) await bench.load.call('flatOut', rooms, 50, 1);
  for (let round = 0; round < rounds; round += 1) {
    for (const { rooms, p50, p99 } of opened) {
      const latencies = await bench.load.call('paced', rooms, entries, PER_SECOND);
      p50.push(percentile(latencies, 0.5));
      p99.push(percentile(latencies, 0.99));
    }
  }
  const verdicts: Verdict[] = [];
  for (const { rooms } of opened) {
    verdicts.push(await bench.load.call('judge', rooms));
    await bench.load.call('closeRooms', rooms);
  }
  return { latencies: opened, verdict: together(verdicts) };
}
