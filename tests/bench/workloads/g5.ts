import type { Bench, Server } from '../harness/bench.ts';
import { together, type Verdict } from '../load/oracle.ts';
import { oracleGoal } from './g10.ts';
import { rateGoal, ratioGoal } from './goal.ts';
import type { Workload } from './workload.ts';

const CONCURRENCY = 256;
const sizes = {
  smoke: { sessions: 4, viewers: 10, rounds: 3, entries: 400 },
  normal: { sessions: 100, viewers: 50, rounds: 7, entries: 1_000 },
  full: { sessions: 100, viewers: 50, rounds: 11, entries: 3_000 },
};

interface Lane {
  readonly server: Server;
  readonly rooms: number;
  readonly perSecond: number[];
  readonly cpu: number[];
}

/** A large clinic group at its busiest: every entry goes to many screens, and is serialised once. */
export const g5: Workload = {
  id: 'G5',
  async run(bench, { tandem }, size) {
    const { sessions, viewers, rounds, entries } = sizes[size];
    const floor = await bench.startFloor('batch');
    const lanes = [
      await openLane(bench, floor, sessions, viewers),
      await openLane(bench, tandem, sessions, viewers),
    ] as const;
    for (const { rooms } of lanes) await bench.load.call('flatOut', rooms, entries, CONCURRENCY);
    for (let round = 0; round < rounds; round += 1) {
      for (const lane of lanes) {
        const before = await lane.server.cpuMicros();
        const rate = await bench.load.call('flatOut', lane.rooms, entries, CONCURRENCY);
        lane.cpu.push(((await lane.server.cpuMicros()) - before) / entries);
        lane.perSecond.push(rate.entries / rate.seconds);
      }
    }
    const verdicts: Verdict[] = [];
    for (const { rooms } of lanes) {
      verdicts.push(await bench.load.call('judge', rooms));
      await bench.load.call('closeRooms', rooms);
    }
    await floor.stop();
    const [a, b] = lanes;
    const workload = `flat out, ${sessions}x${viewers}, ${CONCURRENCY} at once, floor batch, ${rounds} rounds of ${entries}`;
    return [
      rateGoal({ id: 'G5', workload, unit: 'entries/s' }, a.perSecond, b.perSecond, 0.8),
      // Floor and Tandem share the machine with the load generator; their own CPU time does not know of it.
      ratioGoal({ id: 'G5-cpu', workload: `CPU per entry, ${workload}`, unit: 'us' }, a.cpu, b.cpu, 1.5),
      oracleGoal('G5-oracle', 'the entries of G5, floor and Tandem', together(verdicts)),
    ];
  },
};

async function openLane(bench: Bench, server: Server, sessions: number, viewers: number): Promise<Lane> {
  const rooms = await bench.load.call('openRooms', server.number, sessions, viewers);
  return { server, rooms, perSecond: [], cpu: [] };
}
