import type { Bench, Server } from '../harness/bench.ts';
import { ratioGoal } from './goal.ts';
import type { Workload } from './workload.ts';

/** Opened and closed before anything is measured: a fresh process grows for other reasons. */
const WARM_UP = 200;
const sizes = {
  smoke: { rounds: 1, sockets: 800 },
  normal: { rounds: 3, sockets: 1_500 },
  full: { rounds: 7, sockets: 3_000 },
};

/**
 * What a screen costs that someone left open. A process keeps the memory it once had, so every round is a fresh
 * one of each.
 */
export const g8: Workload = {
  id: 'G8',
  async run(bench, { tandem }, size) {
    const { rounds, sockets } = sizes[size];
    const [floors, tandems]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      floors.push(await bytesPerSocket(bench, await bench.startFloor('single'), sockets));
      tandems.push(await bytesPerSocket(bench, await bench.startTandem(tandem), sockets));
    }
    const workload = `resident memory per idle socket, ${sockets} signed-in sockets, plain ws, ${rounds} rounds`;
    return [ratioGoal({ id: 'G8', workload, unit: 'bytes' }, floors, tandems, 1.3)];
  },
};

async function bytesPerSocket({ load }: Bench, server: Server, sockets: number): Promise<number> {
  await load.call('openIdle', server.number, WARM_UP);
  await load.call('closeIdle', server.number);
  const before = await server.rssBytes();
  await load.call('openIdle', server.number, sockets);
  const after = await server.rssBytes();
  await load.call('closeIdle', server.number);
  await server.stop();
  return (after - before) / sockets;
}
