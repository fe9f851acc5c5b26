import { randomUUID } from 'node:crypto';
import type { AnyNewEntry } from '@tandem/domain';
import { benchEntries, rngOf } from '@tandem/scenarios';
import { answerCalls } from './harness/calls.ts';
import { floorRooms } from './load/floor-target.ts';
import { HttpClient } from './load/http-client.ts';
import { IdleSockets } from './load/idle-sockets.ts';
import type { Dialect } from './load/line.ts';
import { judge, together, type Verdict } from './load/oracle.ts';
import { Room, type RoomAccess } from './load/room.ts';
import { flatOut, paced, type Rate, stubborn } from './load/runs.ts';
import { type BenchPerson, TandemTarget } from './load/tandem-target.ts';
import { until } from './load/wait.ts';

/**
 * Makes the load and measures it, in a process of its own: the servers' CPU time is then theirs alone. Floor and
 * Tandem are driven by the same lines; only how a room is come by differs.
 */
export interface LoadCalls {
  /** @returns a number to name the server by */
  addFloor(origin: string, seed: number, dialect: Dialect): number;
  /** Signs everyone in over HTTP. */
  addTandem(origin: string, seed: number, people: readonly BenchPerson[]): Promise<number>;
  /** Another process on the database of `first`, where everyone is signed in already. */
  addBeside(origin: string, first: number): number;
  /**
   * Sessions in progress with all their viewers caught up. @param viewersAt where they watch, if not where is
   * written @returns a number to name them by
   */
  openRooms(server: number, sessions: number, viewersEach: number, viewersAt?: number): Promise<number>;
  /** Sockets that are signed in and ask for nothing. Resolves once all are open. */
  openIdle(server: number, count: number): Promise<number>;
  closeIdle(server: number): Promise<void>;
  /** Those of several as one, in turn. @returns a number to name them by */
  joinRooms(parts: readonly number[]): number;
  /** Milliseconds from POST to the last viewer, one per entry, in each room in turn. */
  paced(rooms: number, entries: number, perSecond: number): Promise<number[]>;
  flatOut(rooms: number, entries: number, concurrency: number): Promise<Rate>;
  /**
   * Median milliseconds until a viewer that missed the last entries of the first room has them, and is told so.
   * @param missed how many @param times how often it comes back
   */
  resume(rooms: number, missed: number, times: number): Promise<number>;
  /** Bytes that travel for one blood pressure in the first room; the same one whenever it is asked. */
  saveBytes(rooms: number): Promise<number>;
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
  readonly rooms: (sessions: number, viewersEach: number) => Promise<RoomAccess[]>;
  readonly idle: IdleSockets;
}
interface OpenRooms {
  readonly rooms: readonly Room[];
  readonly server: Server;
}
const servers: Server[] = [];
const opened: OpenRooms[] = [];
/** Rooms that are opened at once: a few hundred viewers catch up beside each other, not thousands. */
const SLICE = 10;
let runs = 0;

/** New entries for each run; the same ones for the same seed and order of runs. */
function nextEntries({ seed }: Server, count: number): AnyNewEntry[] {
  runs += 1;
  return [...benchEntries(seed * 10_000 + runs, count, { fromMs: Date.now() })];
}

/** Of whoever is signed in the page is at this process, wherever they signed in. */
function atOf(access: RoomAccess, { origin }: HttpClient): RoomAccess {
  return access.writer.origin === undefined ? access : { ...access, writer: { ...access.writer, origin } };
}

const openOf = (rooms: number) => opened[rooms] as OpenRooms;
const firstOf = (rooms: number) => openOf(rooms).rooms[0] as Room;

const calls: LoadCalls = {
  addFloor(origin, seed, dialect) {
    const http = new HttpClient(origin);
    const rng = rngOf('bench-floor', seed, servers.length);
    const rooms = async (sessions: number, viewersEach: number) =>
      floorRooms(rng, sessions, viewersEach, dialect);
    return servers.push({ http, seed, rooms, idle: new IdleSockets(origin, [{}], false) }) - 1;
  },
  async addTandem(origin, seed, people) {
    const http = new HttpClient(origin);
    const target = new TandemTarget(http, rngOf('bench-tandem', seed, servers.length));
    await target.signIn(people);
    const rooms = (sessions: number, viewersEach: number) => target.rooms(sessions, viewersEach);
    const idle = new IdleSockets(origin, target.everyone, true);
    return servers.push({ http, seed, rooms, idle }) - 1;
  },
  addBeside(origin, first) {
    const { seed, rooms, idle } = servers[first] as Server;
    const http = new HttpClient(origin);
    return servers.push({ http, seed, rooms, idle: idle.at(origin) }) - 1;
  },
  async openRooms(at, sessions, viewersEach, viewersAt = at) {
    const server = servers[at] as Server;
    const watching = (servers[viewersAt] as Server).http;
    const accesses = await server.rooms(sessions, viewersEach);
    const rooms = accesses.map((access) => new Room(server.http, atOf(access, server.http), watching));
    for (let from = 0; from < rooms.length; from += SLICE) {
      await Promise.all(rooms.slice(from, from + SLICE).map((room) => room.open()));
    }
    return opened.push({ rooms, server }) - 1;
  },
  joinRooms(parts) {
    const { server } = openOf(parts[0] as number);
    return opened.push({ rooms: parts.flatMap((part) => openOf(part).rooms), server }) - 1;
  },
  openIdle: (at, count) => (servers[at] as Server).idle.open(count),
  closeIdle: (at) => (servers[at] as Server).idle.close(),
  paced: (rooms, entries, perSecond) =>
    paced(openOf(rooms).rooms, nextEntries(openOf(rooms).server, entries), perSecond),
  flatOut: (rooms, entries, concurrency) =>
    flatOut(openOf(rooms).rooms, nextEntries(openOf(rooms).server, entries), concurrency),
  async resume(rooms, missed, times) {
    const found: number[] = [];
    for (let time = 0; time < times; time += 1) found.push(await firstOf(rooms).resume(missed));
    return found.sort((a, b) => a - b)[Math.floor(times / 2)] as number;
  },
  saveBytes: (rooms) =>
    firstOf(rooms).saveBytes({
      id: randomUUID(),
      kind: 'vital-signs',
      happenedAt: new Date().toISOString(),
      data: { systolic: 128, diastolic: 82, heartRate: 76, spo2: 98 },
    }),
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
