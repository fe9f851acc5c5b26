import { oracleGoal } from './g10.ts';
import { rateGoal } from './goal.ts';
import { flatOutWords, laneAt, rateLanes, rateSizes } from './rate-lanes.ts';
import type { Workload } from './workload.ts';

const VIEWERS = 3;

/** One session that everyone writes to: its order is one, and its commits are shared all the same. */
export const g4: Workload = {
  id: 'G4',
  onlyLong: true,
  async run(bench, { floor: single, tandem }, size) {
    const shape = { viewers: VIEWERS, ...rateSizes[size] };
    const batch = await bench.startFloor('batch');
    const lanes = [batch, single, tandem].map((server) => laneAt(server, 1));
    const { rates, verdict } = await rateLanes(bench, lanes, shape);
    await batch.stop();
    const [a, b, c] = rates as [(typeof rates)[0], (typeof rates)[0], (typeof rates)[0]];
    const workload = (floor: string) => flatOutWords(`one hot session 1x${VIEWERS}, floor ${floor}`, shape);
    return [
      rateGoal({ id: 'G4', workload: workload('batch'), unit: 'entries/s' }, a.perSecond, c.perSecond, 0.6),
      rateGoal(
        { id: 'G4-single', workload: workload('single'), unit: 'entries/s' },
        b.perSecond,
        c.perSecond,
        6,
      ),
      oracleGoal('G4-oracle', 'the entries of G4, both floors and Tandem', verdict),
    ];
  },
};
