import { oracleGoal } from './g10.ts';
import { rateGoal, ratioGoal } from './goal.ts';
import { flatOutWords, laneAt, type Rates, rateLanes, rateSizes } from './rate-lanes.ts';
import type { Workload } from './workload.ts';

const sizes = {
  smoke: { sessions: 4, viewers: 10 },
  normal: { sessions: 30, viewers: 50 },
  full: { sessions: 100, viewers: 50 },
};

/** A large clinic group at its busiest: every entry goes to many screens, and is serialised once. */
export const g5: Workload = {
  id: 'G5',
  async run(bench, { tandem }, size) {
    const { sessions, viewers } = sizes[size];
    const shape = { viewers, ...rateSizes[size] };
    const floor = await bench.startFloor('batch');
    const peer = await bench.startFloor('batch', undefined, 'socket.io');
    const lanes = [laneAt(floor, sessions), laneAt(tandem, sessions), laneAt(peer, sessions)];
    const { rates, verdict } = await rateLanes(bench, lanes, shape);
    await floor.stop();
    await peer.stop();
    const [a, b, c] = rates as [Rates, Rates, Rates];
    const beside = flatOutWords(`${sessions}x${viewers}, the floor over socket.io`, shape);
    const workload = flatOutWords(`${sessions}x${viewers}, floor batch`, shape);
    return [
      rateGoal({ id: 'G5', workload, unit: 'entries/s' }, a.perSecond, b.perSecond, 0.8),
      // Floor and Tandem share the machine with the load generator; their own CPU time does not know of it.
      ratioGoal({ id: 'G5-cpu', workload: `CPU per entry, ${workload}`, unit: 'us' }, a.cpu, b.cpu, 1.5),
      rateGoal({ id: 'G5-peer', workload: beside, unit: 'entries/s' }, c.perSecond, b.perSecond, 1.5),
      oracleGoal('G5-oracle', 'the entries of G5, both floors and Tandem', verdict),
    ];
  },
};
