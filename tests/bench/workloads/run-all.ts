import type { Bench } from '../harness/bench.ts';
import { workloads } from './all.ts';
import type { Goal } from './goal.ts';
import type { Size } from './workload.ts';

export const workloadIds = workloads.map(({ id }) => id);

/** The workloads named, in their own order, on one floor and one Tandem. */
export async function runAll(
  bench: Bench,
  size: Size,
  ids: readonly string[] = workloadIds,
): Promise<Goal[]> {
  const { say } = bench.options;
  const [floor, tandem] = await Promise.all([bench.startFloor('single'), bench.startTandem()]);
  const goals: Goal[] = [];
  for (const workload of workloads.filter(({ id }) => ids.includes(id))) {
    const began = performance.now();
    goals.push(...(await workload.run(bench, { floor, tandem }, size)));
    say(`${workload.id} took ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  return goals;
}
