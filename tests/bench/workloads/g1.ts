import { oracleGoal } from './g10.ts';
import { ratioGoal } from './goal.ts';
import { type Latencies, PER_SECOND, pacedLanes, pacedSizes, VIEWERS } from './paced-lanes.ts';
import type { Workload } from './workload.ts';

/**
 * An ordinary busy room: how long until everyone has it. G1 with all of them on one process; G2 with the writer on one
 * process of Tandem and the viewers on another, in the same rounds and against the same floor, which has one.
 */
export const g1: Workload = {
  id: 'G1',
  also: 'G2',
  async run(bench, pair, size) {
    const { rounds, entries } = pacedSizes[size];
    const watching = await bench.startTandem(pair.tandem);
    const lanes = [{ server: pair.floor }, { server: pair.tandem }, { server: pair.tandem, watching }];
    const { latencies, verdict } = await pacedLanes(bench, lanes, pacedSizes[size]);
    await watching.stop();
    const [floor, one, two] = latencies as [Latencies, Latencies, Latencies];
    const how = `${rounds} rounds of ${entries}`;
    const workload = `${PER_SECOND} entries/s, 1x${VIEWERS}, POST to last viewer, ${how}`;
    const apart = `${PER_SECOND} entries/s, 1x${VIEWERS}, writer and viewers on two processes, floor on one, ${how}`;
    return [
      ratioGoal({ id: 'G1-p50', workload, unit: 'ms' }, floor.p50, one.p50, 1.25),
      ratioGoal({ id: 'G1-p99', workload, unit: 'ms' }, floor.p99, one.p99, 1.5),
      ratioGoal({ id: 'G2-p50', workload: apart, unit: 'ms' }, floor.p50, two.p50, 1.35),
      oracleGoal('G10-oracle', 'the entries of G1 and G2, floor and Tandem', verdict),
    ];
  },
};
