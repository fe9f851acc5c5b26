import type { Server } from '../harness/bench.ts';
import { oracleGoal } from './g10.ts';
import { rateGoal, ratioGoal } from './goal.ts';
import { flatOutWords, type RateLane, rateLanes, rateSizes } from './rate-lanes.ts';
import type { Workload } from './workload.ts';

const SESSIONS = 100;
const VIEWERS = 3;

/** Half of the rooms are written at each of two processes and watched at the other one. */
function across(one: Server, other: Server): RateLane {
  const sessions = SESSIONS / 2;
  return {
    writing: [
      { at: one, watchedAt: other, sessions },
      { at: other, watchedAt: one, sessions },
    ],
    servers: [one, other],
  };
}

/**
 * Two processes on one database, beside the plain way to tell the other one: a NOTIFY with every entry, in its
 * transaction. PostgreSQL lets those commit one after the other.
 */
export const g6: Workload = {
  id: 'G6',
  onlyLong: true,
  async run(bench, { tandem }, size) {
    const shape = { viewers: VIEWERS, ...rateSizes[size] };
    const notifying = await bench.startFloor('notify');
    const others = [await bench.startFloor('notify', notifying), await bench.startTandem(tandem)] as const;
    const lanes = [across(notifying, others[0]), across(tandem, others[1])];
    const { rates, verdict } = await rateLanes(bench, lanes, shape);
    for (const server of [notifying, ...others]) await server.stop();
    const [a, b] = rates as [(typeof rates)[0], (typeof rates)[0]];
    const workload = flatOutWords(
      `${SESSIONS}x${VIEWERS} on two processes, written at one and watched at the other, floor one NOTIFY per entry`,
      shape,
    );
    return [
      rateGoal({ id: 'G6', workload, unit: 'entries/s' }, a.perSecond, b.perSecond, 4),
      ratioGoal({ id: 'G6-cpu', workload: `CPU per entry, ${workload}`, unit: 'us' }, a.cpu, b.cpu, 3),
      oracleGoal('G6-oracle', 'the entries of G6, floor and Tandem', verdict),
    ];
  },
};
