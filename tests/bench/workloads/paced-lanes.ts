import type { Bench, Server } from '../harness/bench.ts';
import { together, type Verdict } from '../load/oracle.ts';
import { percentile } from './goal.ts';

export const VIEWERS = 3;
export const PER_SECOND = 50;
/** Rounds of floor and Tandem in turn, and entries in each. */
export const pacedSizes = {
  smoke: { rounds: 3, entries: 40 },
  normal: { rounds: 7, entries: 290 },
  full: { rounds: 11, entries: 500 },
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

/** One busy room at each of two servers, in turn: milliseconds from POST to the last viewer, per round. */
export async function pacedLanes(
  bench: Bench,
  lanes: readonly [floor: PacedLane, tandem: PacedLane],
  { rounds, entries }: { rounds: number; entries: number },
): Promise<{ floor: Latencies; tandem: Latencies; verdict: Verdict }> {
  const [floor, tandem] = [await openLane(bench, lanes[0]), await openLane(bench, lanes[1])];
  const both = [floor, tandem];
  for (const { rooms } of both) await bench.load.call('flatOut', rooms, 50, 1);
  for (let round = 0; round < rounds; round += 1) {
    for (const lane of both) {
      const latencies = await bench.load.call('paced', lane.rooms, entries, PER_SECOND);
      lane.p50.push(percentile(latencies, 0.5));
      lane.p99.push(percentile(latencies, 0.99));
    }
  }
  const verdicts: Verdict[] = [];
  for (const { rooms } of both) {
    verdicts.push(await bench.load.call('judge', rooms));
    await bench.load.call('closeRooms', rooms);
  }
  return { floor, tandem, verdict: together(verdicts) };
}

async function openLane(bench: Bench, { server, watching = server }: PacedLane) {
  const rooms = await bench.load.call('openRooms', server.number, 1, VIEWERS, watching.number);
  return { rooms, p50: [] as number[], p99: [] as number[] };
}
