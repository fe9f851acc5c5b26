import type { Bench, Server } from '../harness/bench.ts';
import { together, type Verdict } from '../load/oracle.ts';
import { oracleGoal } from './g10.ts';
import { percentile, ratioGoal } from './goal.ts';
import type { Workload } from './workload.ts';

const VIEWERS = 3;
const PER_SECOND = 50;
/** Rounds of floor and Tandem in turn, and entries in each. */
const sizes = {
  smoke: { rounds: 3, entries: 40 },
  normal: { rounds: 7, entries: 290 },
  full: { rounds: 11, entries: 500 },
};

interface Lane {
  readonly server: Server;
  readonly rooms: number;
  readonly p50: number[];
  readonly p99: number[];
}

/** An ordinary busy room: how long until everyone has it. */
export const g1: Workload = {
  id: 'G1',
  async run(bench, { floor, tandem }, size) {
    const { rounds, entries } = sizes[size];
    const lanes = [await openLane(bench, floor), await openLane(bench, tandem)] as const;
    for (const { rooms } of lanes) await bench.load.call('flatOut', rooms, 50, 1);
    for (let round = 0; round < rounds; round += 1) {
      for (const lane of lanes) {
        const latencies = await bench.load.call('paced', lane.rooms, entries, PER_SECOND);
        lane.p50.push(percentile(latencies, 0.5));
        lane.p99.push(percentile(latencies, 0.99));
      }
    }
    const verdicts: Verdict[] = [];
    for (const { rooms } of lanes) {
      verdicts.push(await bench.load.call('judge', rooms));
      await bench.load.call('closeRooms', rooms);
    }
    const [a, b] = lanes;
    const workload = `${PER_SECOND} entries/s, 1x${VIEWERS}, POST to last viewer, ${rounds} rounds of ${entries}`;
    return [
      ratioGoal({ id: 'G1-p50', workload, unit: 'ms' }, a.p50, b.p50, 1.25),
      ratioGoal({ id: 'G1-p99', workload, unit: 'ms' }, a.p99, b.p99, 1.5),
      oracleGoal('G10-oracle', 'the entries of G1, floor and Tandem', together(verdicts)),
    ];
  },
};

async function openLane(bench: Bench, server: Server): Promise<Lane> {
  return { server, rooms: await bench.load.call('openRooms', server.number, 1, VIEWERS), p50: [], p99: [] };
}
