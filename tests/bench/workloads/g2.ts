import { oracleGoal } from './g10.ts';
import { ratioGoal } from './goal.ts';
import { PER_SECOND, pacedLanes, pacedSizes, VIEWERS } from './paced-lanes.ts';
import type { Workload } from './workload.ts';

/** The same room as G1 with its writer on one process of Tandem and its viewers on another. */
export const g2: Workload = {
  id: 'G2',
  async run(bench, pair, size) {
    const { rounds, entries } = pacedSizes[size];
    const watching = await bench.startTandem(pair.tandem);
    const lanes = [{ server: pair.floor }, { server: pair.tandem, watching }] as const;
    const { floor, tandem, verdict } = await pacedLanes(bench, lanes, pacedSizes[size]);
    await watching.stop();
    const workload = `${PER_SECOND} entries/s, 1x${VIEWERS}, writer and viewers on two processes, floor on one, ${rounds} rounds of ${entries}`;
    return [
      ratioGoal({ id: 'G2-p50', workload, unit: 'ms' }, floor.p50, tandem.p50, 1.35),
      oracleGoal('G2-oracle', 'the entries of G2, floor and Tandem', verdict),
    ];
  },
};
