import { oracleGoal } from './g10.ts';
import { rateGoal, ratioGoal } from './goal.ts';
import { flatOutWords, laneAt, rateLanes, rateSizes } from './rate-lanes.ts';
import type { Workload } from './workload.ts';

const SESSIONS = 100;
const VIEWERS = 3;

/** A hundred rooms at once: how much a shared commit carries. */
export const g3: Workload = {
  id: 'G3',
  onlyLong: true,
  async run(bench, { tandem }, size) {
    const shape = { viewers: VIEWERS, ...rateSizes[size] };
    const floor = await bench.startFloor('batch');
    const lanes = [laneAt(floor, SESSIONS), laneAt(tandem, SESSIONS)];
    const { rates, verdict } = await rateLanes(bench, lanes, shape);
    await floor.stop();
    const [a, b] = rates as [(typeof rates)[0], (typeof rates)[0]];
    const workload = flatOutWords(`${SESSIONS}x${VIEWERS}, floor batch`, shape);
    return [
      rateGoal({ id: 'G3', workload, unit: 'entries/s' }, a.perSecond, b.perSecond, 0.7),
      ratioGoal({ id: 'G3-cpu', workload: `CPU per entry, ${workload}`, unit: 'us' }, a.cpu, b.cpu, 1.5),
      oracleGoal('G3-oracle', 'the entries of G3, floor and Tandem', verdict),
    ];
  },
};
