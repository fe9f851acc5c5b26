import type { AnyNewEntry } from '@tandem/domain';
import { benchEntries, rngOf } from '@tandem/scenarios';
import { answerCalls } from './harness/calls.ts';
import { floorRooms } from './load/floor-target.ts';
import { HttpClient } from './load/http-client.ts';
import { judge, together, type Verdict } from './load/oracle.ts';
import { Room } from './load/room.ts';
import { flatOut, paced, type Rate, stubborn } from './load/runs.ts';
import { type BenchPerson, TandemTarget } from './load/tandem-target.ts';
import { until } from './load/wait.ts';

/**
 * Makes the load and measures it, in a process of its own: the servers' CPU time is then theirs alone. Floor and
 * Tandem are driven by the same lines; only how a room is come by differs.
 */
export interface LoadCalls {
  /** @returns a number to name the server by */
  addFloor(origin: string, seed: number): number;
  /** Signs everyone in over HTTP. */
  addTandem(origin: string, seed: number, people: readonly BenchPerson[]): Promise<number>;
  /** Sessions in progress with all their viewers caught up. @returns a number to name them by */
  openRooms(server: number, sessions: number, viewersEach: number): Promise<number>;
  /** Milliseconds from POST to the last viewer, one per entry. The first room only. */
  paced(rooms: number, entries: number, perSecond: number): Promise<number[]>;
  flatOut(rooms: number, entries: number, concurrency: number): Promise<Rate>;
  /** The first room only. */
  stubborn(rooms: number, entries: number, concurrency: number): Promise<{ resent: number }>;
  /** Resolves once the first room has this many confirmed entries. */
  confirmed(rooms: number, count: number): Promise<number>;
  judge(rooms: number): Promise<Verdict>;
  closeRooms(rooms: number): void;
}

interface Server {
  readonly http: HttpClient;
  readonly seed: number;
  readonly rooms: (sessions: number, viewersEach: number) => Promise<Room[]>;
}
interface OpenRooms {
  readonly rooms: readonly Room[];
  readonly server: Server;
}
const servers: Server[] = [];
const opened: OpenRooms[] = [];
let runs = 0;

/** New entries for each run; the same ones for the same seed and order of runs. */
function nextEntries({ seed }: Server, count: number): AnyNewEntry[] {
  runs += 1;
  return [...benchEntries(seed * 10_000 + runs, count, { fromMs: Date.now() })];
}

const openOf = (rooms: number) => opened[rooms] as OpenRooms;
const firstOf = (rooms: number) => openOf(rooms).rooms[0] as Room;

const calls: LoadCalls = {
  addFloor(origin, seed) {
    const http = new HttpClient(origin);
    const rng = rngOf('bench-floor', seed, servers.length);
    const rooms = async (sessions: number, viewersEach: number) =>
      floorRooms(rng, sessions, viewersEach).map((access) => new Room(http, access));
    return servers.push({ http, seed, rooms }) - 1;
  },
  async addTandem(origin, seed, people) {
    const http = new HttpClient(origin);
    const target = new TandemTarget(http, rngOf('bench-tandem', seed, servers.length));
    await target.signIn(people);
    const rooms = async (sessions: number, viewersEach: number) =>
      (await target.rooms(sessions, viewersEach)).map((access) => new Room(http, access));
    return servers.push({ http, seed, rooms }) - 1;
  },
  async openRooms(at, sessions, viewersEach) {
    const server = servers[at] as Server;
    const rooms = await server.rooms(sessions, viewersEach);
    await Promise.all(rooms.map((room) => room.open()));
    return opened.push({ rooms, server }) - 1;
  },
  paced: (rooms, entries, perSecond) =>
    paced(firstOf(rooms), nextEntries(openOf(rooms).server, entries), perSecond),
  flatOut: (rooms, entries, concurrency) =>
    flatOut(openOf(rooms).rooms, nextEntries(openOf(rooms).server, entries), concurrency),
  stubborn: (rooms, entries, concurrency) => {
    const { server } = openOf(rooms);
    return stubborn(server.http, firstOf(rooms), nextEntries(server, entries), concurrency);
  },
  async confirmed(rooms, count) {
    const room = firstOf(rooms);
    await until(`${count} entries are confirmed`, () => room.confirmed.size >= count, 1);
    return room.confirmed.size;
  },
  async judge(rooms) {
    return together(await Promise.all(openOf(rooms).rooms.map(judge)));
  },
  closeRooms(rooms) {
    for (const room of openOf(rooms).rooms) room.close();
  },
};

answerCalls(calls, null);
