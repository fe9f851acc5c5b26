import type { Bench, Server } from '../harness/bench.ts';
import { together, type Verdict } from '../load/oracle.ts';
import type { Size } from './workload.ts';

/** As many on their way at once as a clinic group has at its busiest. */
export const CONCURRENCY = 256;

/** Where rooms are written, and where they are watched if not there. */
export interface Writing {
  readonly at: Server;
  readonly watchedAt?: Server;
  readonly sessions: number;
}
export interface RateLane {
  readonly writing: readonly Writing[];
  /** Whose CPU time counts: all processes of the lane. */
  readonly servers: readonly Server[];
}
export interface RateShape {
  readonly viewers: number;
  readonly rounds: number;
  readonly entries: number;
}
export interface Rates {
  /** Entries a second, per round. */
  readonly perSecond: readonly number[];
  /** Microseconds of CPU time per entry, per round. */
  readonly cpu: readonly number[];
}

/** Written at one server, and watched there. */
export const laneAt = (server: Server, sessions: number): RateLane => ({
  writing: [{ at: server, sessions }],
  servers: [server],
});

/** Flat out on each lane in turn, after a round that nobody counts; then the oracle over all of it. */
export async function rateLanes(
  bench: Bench,
  lanes: readonly RateLane[],
  { viewers, rounds, entries }: RateShape,
): Promise<{ readonly rates: readonly Rates[]; readonly verdict: Verdict }> {
  const open = [];
  for (const { writing, servers } of lanes) {
    const rooms: number[] = [];
    for (const { at, watchedAt = at, sessions } of writing)
      rooms.push(await bench.load.call('openRooms', at.number, sessions, viewers, watchedAt.number));
    open.push({ rooms, servers, perSecond: [] as number[], cpu: [] as number[] });
  }
  for (const { rooms } of open) await flatOut(bench, rooms, entries);
  for (let round = 0; round < rounds; round += 1) {
    for (const { rooms, servers, perSecond, cpu } of open) {
      const before = await cpuOf(servers);
      const seconds = await flatOut(bench, rooms, entries);
      cpu.push(((await cpuOf(servers)) - before) / entries);
      perSecond.push(entries / seconds);
    }
  }
  const verdicts: Verdict[] = [];
  for (const { rooms } of open) {
    for (const each of rooms) {
      verdicts.push(await bench.load.call('judge', each));
      await bench.load.call('closeRooms', each);
    }
  }
  return { rates: open, verdict: together(verdicts) };
}

/** All rooms of a lane at once. @returns seconds until the last of them is done */
async function flatOut({ load }: Bench, rooms: readonly number[], entries: number): Promise<number> {
  const parts = await Promise.all(
    rooms.map((each) => load.call('flatOut', each, entries / rooms.length, CONCURRENCY / rooms.length)),
  );
  return Math.max(...parts.map(({ seconds }) => seconds));
}

async function cpuOf(servers: readonly Server[]): Promise<number> {
  let micros = 0;
  for (const server of servers) micros += await server.cpuMicros();
  return micros;
}

export function flatOutWords(shape: string, { rounds, entries }: RateShape): string {
  return `flat out, ${shape}, ${CONCURRENCY} at once, ${rounds} rounds of ${entries}`;
}

/** Rounds, and entries in each. */
export const rateSizes: Readonly<Record<Size, Pick<RateShape, 'rounds' | 'entries'>>> = {
  smoke: { rounds: 3, entries: 400 },
  normal: { rounds: 7, entries: 1_000 },
  full: { rounds: 11, entries: 3_000 },
};
