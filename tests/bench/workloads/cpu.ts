import type { Bench, Server } from '../harness/bench.ts';
import { ratioGoal } from './goal.ts';
import type { Workload } from './workload.ts';

const VIEWERS = 3;
const sizes = {
  smoke: { rounds: 3, entries: 120, warmUp: 120 },
  normal: { rounds: 7, entries: 500, warmUp: 1_000 },
  full: { rounds: 11, entries: 1_000, warmUp: 2_000 },
};

/**
 * CPU time of the server process per entry, which says more than a latency on a shared machine. One entry at a
 * time, the next one when every viewer has the last: nothing to share a commit with, so that the floor (single)
 * and Tandem do the same number of commits. Back to back, because at 50/s idle timers would be most of it.
 */
export const cpu: Workload = {
  id: 'CPU',
  async run(bench, { floor, tandem }, size) {
    const { rounds, entries, warmUp } = sizes[size];
    const lanes = [await open(bench, floor), await open(bench, tandem)] as const;
    // The compiler's own work on a fresh process is not the cost of an entry.
    for (const { rooms } of lanes) await bench.load.call('flatOut', rooms, warmUp, 1);
    for (let round = 0; round < rounds; round += 1) {
      for (const { server, rooms, micros } of lanes) {
        const before = await server.cpuMicros();
        await bench.load.call('flatOut', rooms, entries, 1);
        micros.push(((await server.cpuMicros()) - before) / entries);
      }
    }
    for (const { rooms } of lanes) await bench.load.call('closeRooms', rooms);
    const [a, b] = lanes;
    const workload = `CPU per lone entry, 1x${VIEWERS}, ${rounds} rounds of ${entries}`;
    return [ratioGoal({ id: 'CPU', workload, unit: 'us' }, a.micros, b.micros, 3)];
  },
};

async function open(bench: Bench, server: Server) {
  const rooms = await bench.load.call('openRooms', server.number, 1, VIEWERS);
  return { server, rooms, micros: [] as number[] };
}
