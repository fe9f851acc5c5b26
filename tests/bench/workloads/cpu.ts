import type { Bench, Server } from '../harness/bench.ts';
import { ratioGoal } from './goal.ts';
import type { Workload } from './workload.ts';

const VIEWERS = 3;
const BURST = 32;
const sizes = {
  smoke: { rounds: 3, burst: 300, lone: 60 },
  normal: { rounds: 7, burst: 1_000, lone: 200 },
  full: { rounds: 11, burst: 5_000, lone: 500 },
};

/**
 * CPU time of the server process per entry, which says more than a latency on a shared machine; at 50/s idle
 * timers would be most of it. `CPU` is a burst, where Tandem shares its commits. `CPU-lone` is the harder one:
 * the next entry comes when every viewer has the last, so that both commit as often.
 */
export const cpu: Workload = {
  id: 'CPU',
  async run(bench, { floor, tandem }, size) {
    const { rounds, burst, lone } = sizes[size];
    const lanes = [await open(bench, floor), await open(bench, tandem)] as const;
    // The compiler's own work on a fresh process is not the cost of an entry.
    for (const { rooms } of lanes) await bench.load.call('flatOut', rooms, burst, BURST);
    for (let round = 0; round < rounds; round += 1) {
      for (const lane of lanes) {
        lane.burst.push(await microsPerEntry(bench, lane, burst, BURST));
        lane.lone.push(await microsPerEntry(bench, lane, lone, 1));
      }
    }
    for (const { rooms } of lanes) await bench.load.call('closeRooms', rooms);
    const [a, b] = lanes;
    const of = (entries: number) => `1x${VIEWERS}, ${rounds} rounds of ${entries}`;
    return [
      ratioGoal(
        { id: 'CPU', workload: `CPU per entry, ${BURST} at once, ${of(burst)}`, unit: 'us' },
        a.burst,
        b.burst,
        3,
      ),
      ratioGoal(
        { id: 'CPU-lone', workload: `CPU per entry, one at a time, ${of(lone)}`, unit: 'us' },
        a.lone,
        b.lone,
        3,
      ),
    ];
  },
};

interface Lane {
  readonly server: Server;
  readonly rooms: number;
  readonly burst: number[];
  readonly lone: number[];
}

async function open(bench: Bench, server: Server): Promise<Lane> {
  const rooms = await bench.load.call('openRooms', server.number, 1, VIEWERS);
  return { server, rooms, burst: [], lone: [] };
}

async function microsPerEntry(
  bench: Bench,
  { server, rooms }: Lane,
  entries: number,
  atOnce: number,
): Promise<number> {
  const before = await server.cpuMicros();
  await bench.load.call('flatOut', rooms, entries, atOnce);
  return ((await server.cpuMicros()) - before) / entries;
}
