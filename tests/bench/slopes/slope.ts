import type { Bench } from '../harness/bench.ts';
import { median, percentile } from '../workloads/goal.ts';

/** How a cost grows with something that should not make it grow, as `performance.md` asks for it. */
export interface Slope {
  readonly id: string;
  /** What was measured, of what. */
  readonly what: string;
  readonly unit: 'ms' | 'us' | 'bytes';
  /** What grew, from the least on, with the median of its rounds and their least and most. */
  readonly points: readonly {
    readonly x: number;
    readonly median: number;
    readonly range: readonly [number, number];
  }[];
  /** The last by the first. */
  readonly ratio: number;
  readonly goal: string;
  readonly met: boolean;
}

export interface SlopeShape {
  readonly rounds: number;
  readonly entries: number;
}

export type SlopeSize = 'normal' | 'full';
export const slopeSizes: Readonly<Record<SlopeSize, SlopeShape>> = {
  normal: { rounds: 7, entries: 30 },
  full: { rounds: 11, entries: 200 },
};

type Asked = Pick<Slope, 'id' | 'what'> & { readonly atMost: number };

/** @param values per x one figure of each round */
export function slopeOf(
  { id, what, atMost }: Asked,
  values: readonly { readonly x: number; readonly rounds: readonly number[] }[],
  unit: Slope['unit'] = 'ms',
): Slope {
  const points = values.map(({ x, rounds }) => ({
    x,
    median: median(rounds),
    range: [Math.min(...rounds), Math.max(...rounds)] as const,
  }));
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('nothing was measured');
  const ratio = last.median / first.median;
  return { id, what, unit, points, ratio, goal: `<= ${atMost}x`, met: ratio <= atMost };
}

const PER_SECOND = 50;

/** Median latency from POST to the last viewer at 50 entries a second, at each of these rooms in turn. */
export async function pacedSlope(
  { load }: Bench,
  asked: Asked,
  lanes: readonly { readonly x: number; readonly rooms: number }[],
  { rounds, entries }: SlopeShape,
): Promise<Slope> {
  const values = lanes.map(({ x, rooms }) => ({ x, rooms, rounds: [] as number[] }));
  for (const { rooms } of values) await load.call('flatOut', rooms, 50, 1);
  for (let round = 0; round < rounds; round += 1)
    for (const lane of values)
      lane.rounds.push(percentile(await load.call('paced', lane.rooms, entries, PER_SECOND), 0.5));
  return slopeOf({ ...asked, what: `${asked.what}, ${rounds} rounds of ${entries}` }, values);
}
