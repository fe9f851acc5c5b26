import type { Bench } from '../harness/bench.ts';
import { slopes } from '../slopes/all.ts';
import type { Slope } from '../slopes/slope.ts';
import { workloads } from './all.ts';
import type { Goal } from './goal.ts';
import type { Size } from './workload.ts';

export const workloadIds: readonly string[] = [
  ...workloads.flatMap(({ id, also }) => [id, also ?? []].flat()),
  ...Object.keys(slopes),
];

export interface Figures {
  readonly goals: readonly Goal[];
  readonly slopes: readonly Slope[];
}

/** The workloads and slopes named, in their own order, on one floor and one Tandem. No slopes in `npm test`. */
export async function runAll(
  bench: Bench,
  size: Size,
  ids: readonly string[] = workloadIds,
): Promise<Figures> {
  const { say } = bench.options;
  const [floor, tandem] = await Promise.all([bench.startFloor('single'), bench.startTandem()]);
  const goals: Goal[] = [];
  const wanted = workloads.filter(
    ({ id, also, onlyLong }) =>
      [id, also].some((one) => one !== undefined && ids.includes(one)) && !(onlyLong && size === 'smoke'),
  );
  for (const workload of wanted) {
    const began = performance.now();
    goals.push(...(await workload.run(bench, { floor, tandem }, size)));
    say(`${workload.id} took ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  const grown: Slope[] = [];
  if (size === 'smoke') return { goals, slopes: grown };
  for (const [id, measure] of Object.entries(slopes)) {
    if (!ids.includes(id)) continue;
    const began = performance.now();
    grown.push(await measure(bench, tandem, size));
    say(`${id} took ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  return { goals, slopes: grown };
}
