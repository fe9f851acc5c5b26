import { oracleGoal } from './g10.ts';
import { ratioGoal } from './goal.ts';
import { PER_SECOND, pacedLanes, pacedSizes, VIEWERS } from './paced-lanes.ts';
import type { Workload } from './workload.ts';

/** An ordinary busy room: how long until everyone has it. */
export const g1: Workload = {
  id: 'G1',
  async run(bench, pair, size) {
    const { rounds, entries } = pacedSizes[size];
    const lanes = [{ server: pair.floor }, { server: pair.tandem }] as const;
    const { floor, tandem, verdict } = await pacedLanes(bench, lanes, pacedSizes[size]);
    const workload = `${PER_SECOND} entries/s, 1x${VIEWERS}, POST to last viewer, ${rounds} rounds of ${entries}`;
    return [
      ratioGoal({ id: 'G1-p50', workload, unit: 'ms' }, floor.p50, tandem.p50, 1.25),
      ratioGoal({ id: 'G1-p99', workload, unit: 'ms' }, floor.p99, tandem.p99, 1.5),
      oracleGoal('G10-oracle', 'the entries of G1, floor and Tandem', verdict),
    ];
  },
};
