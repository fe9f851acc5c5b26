import { rngOf } from '@tandem/scenarios';
import { STALE_AFTER_MS } from '@tandem/wire';
import { expect, test } from 'vitest';
import type { Cluster } from '../support/cluster.ts';
import type { DatabasePlace, DatabaseRoom } from './database-room.ts';
import { send } from './http.ts';
import { FLAWLESS, judge } from './judge.ts';
import { type Screen, until } from './screen.ts';
import type { Writers } from './writers.ts';

const LONG = process.env.TANDEM_TEST_SIZE === 'long';
const SEED = Number(process.env.TANDEM_SEED ?? 20_261_127);
const KILLS = LONG ? 60 : 3;
/** At least: until the write that met a frozen backend was answered. */
const FROZEN_MS = LONG ? 60_000 : 0;
/** A line on which nothing comes ends after 7 s: the login's, the reader's and the writer's may each be found frozen. */
const ANSWER_MS = 30_000;
/** Each of a reader's two connections may be found frozen, for 7 s each. */
const READ_MS = 20_000;

/** Backends of the processes, of this database alone. */
async function backends({ house }: DatabaseRoom): Promise<number[]> {
  const rows = await house.admin<{ pid: number }[]>`
    select pid from pg_stat_activity where application_name like 'tandem%' and datname = current_database()`;
  return rows.map(({ pid }) => pid);
}

/** The backend that answers the administrator; 0 while none does. */
const answering = ({ admin }: Cluster): Promise<number> =>
  admin<{ pid: number }[]>`select pg_backend_pid() pid`.then(
    ([row]) => row?.pid ?? 0,
    () => 0,
  );

/** When PostgreSQL answers (performance.now()). @param dead no backend of before: this one must be gone */
export const answers = (cluster: Cluster, dead = 0) =>
  until(
    `PostgreSQL answers${dead === 0 ? '' : ', by another backend than before the kill'}`,
    async () => {
      const pid = await answering(cluster);
      return pid !== 0 && pid !== dead && performance.now();
    },
    60_000,
  );

/** Milliseconds from `sinceMs` until reading a session works; 0 while it does not. */
async function readsAfter({ a, physician }: DatabaseRoom, session: string, sinceMs: number): Promise<number> {
  const { cookie } = physician;
  const path = `/api/sessions/${session}/entries`;
  const reply = await send(a.address, 'GET', path, { cookie, limitMs: READ_MS }).catch(() => null);
  return reply?.status === 200 ? Math.round(performance.now() - sinceMs) : 0;
}

/** Everything is on both screens, once and in order, and both processes serve the same record. */
export async function flawless(
  room: DatabaseRoom,
  session: string,
  screens: readonly Screen[],
  writers: Writers,
) {
  const { house, physician, therapist } = room;
  const log = await house.log(session);
  await until(
    'the screens have everything',
    () => screens.every(({ cursor }) => cursor === log.length),
    30_000,
  );
  const sent = new Set([...writers.sent, ...room.posted]);
  expect(await judge(house, session, { sent }, 1, screens, [physician, therapist])).toEqual(FLAWLESS);
}

export function outageTests(place: DatabasePlace): void {
  test('[SAV-4] frozen backends: a write is answered, never confirmed before it is on disk; the process lives and others read', async () => {
    const { room } = place();
    const { session, onA, onB } = await room.session();
    // A backend that stands still holds the row of its session until it goes on: nobody writes there before.
    const writers = room.writers(session, 2, FROZEN_MS + 30_000);
    await until('people write', () => writers.confirmed > 20);
    const pids = await backends(room);
    const frozenMs = performance.now();
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    try {
      const alive = await send(room.a.address, 'GET', '/healthz', { limitMs: 1_000 });
      expect(alive.status).toBe(200);
      const reply = await room.post(session, ANSWER_MS);
      await until(
        'it stood still long enough',
        () => performance.now() > frozenMs + FROZEN_MS,
        FROZEN_MS + 1_000,
      );
      const readMs = await until('people read again', () => readsAfter(room, session, frozenMs), 60_000);
      console.log(
        `${pids.length} backends frozen: a write answered with ${reply.status} after ${reply.ms} ms, reading works after ${readMs} ms`,
      );
      expect([201, 503]).toContain(reply.status);
      expect(reply.ms, 'it met no frozen backend').toBeGreaterThan(4_900);
      expect(readMs).toBeLessThan(LONG ? Number.POSITIVE_INFINITY : READ_MS);
      // What was confirmed while the first backends stood still is on disk, and not by them.
      // By the administrator, whose backend goes on.
      const { confirmed } = await room.house.ledger.handOver(session);
      const rows = await room.house.admin`select id from tandem.entries where stream_id = ${session}`;
      const ids = new Set(rows.map(({ id }) => id));
      expect(confirmed.filter(({ id }) => !ids.has(id))).toEqual([]);
    } finally {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    }
    const contMs = performance.now();
    await until('both are current again', () =>
      [onA, onB].every(({ currents }) => (currents.at(-1)?.atMs ?? 0) > contMs),
    );
    await writers.stop();
    await flawless(room, session, [onA, onB], writers);
  }, 180_000);

  test(`[SAV-3] kill -9 of PostgreSQL at ${KILLS} random points (seed ${SEED}), whole or one backend: nothing confirmed is lost, writing goes on within 5 s of its return`, async () => {
    const { cluster, room } = place();
    const { session, onA, onB } = await room.session();
    const rng = rngOf('kill-postgres', SEED);
    const writers = room.writers(session);
    const backMs: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const next = writers.confirmed + rng.int(1, 60);
      await until('people write', () => writers.confirmed >= next, 30_000, 0);
      const [backend] = await backends(room);
      const before = await answering(cluster);
      // Of one backend's death PostgreSQL tears down all and recovers by itself; of its own the supervisor hears.
      if (kill % 2 === 0) cluster.kill();
      else process.kill(backend as number, 'SIGKILL');
      const confirmed = writers.confirmed;
      const answersMs = await answers(cluster, before);
      await until('people write again', () => writers.confirmed > confirmed + 4, 30_000, 1);
      backMs.push(Math.round(performance.now() - answersMs));
    }
    await writers.stop();
    console.log(
      `${KILLS} kills: ${writers.confirmed} confirmed, ${writers.resent} sent again, writing ${Math.max(...backMs)} ms after PostgreSQL answered, at worst`,
    );
    await flawless(room, session, [onA, onB], writers);
    expect(writers.resent, 'no request was ever hit by a kill: the fault was not injected').toBeGreaterThan(
      0,
    );
    expect(Math.max(...backMs)).toBeLessThanOrEqual(STALE_AFTER_MS);
  }, 600_000);
}
