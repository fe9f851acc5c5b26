import { STALE_AFTER_MS } from '@tandem/wire';
import { expect, test } from 'vitest';
import { type Cluster, whyNoSmallDisk } from '../support/cluster.ts';
import { harbor, PASSWORD } from '../support/fixtures.ts';
import { flawless } from './database-outage.ts';
import { type DatabasePlace, toldSaving } from './database-room.ts';
import { send } from './http.ts';
import { until } from './screen.ts';

const LONG = process.env.TANDEM_TEST_SIZE === 'long';
const ROUNDS = LONG ? 10 : 1;
/** Null where a small disk can be made. */
export const noDisk = whyNoSmallDisk();

/** As an administrator sets it, for every session that has no word of its own. */
async function readOnly(cluster: Cluster, on: boolean): Promise<void> {
  await cluster.admin.unsafe(`alter system set default_transaction_read_only = ${on ? 'on' : 'off'}`);
  await cluster.admin.unsafe('select pg_reload_conf()');
}

const readyAt = (address: string) => send<{ writable: boolean }>(address, 'GET', '/readyz');

/** A database that answers and does not write. */
export function savingTests(place: DatabasePlace): void {
  test('[SAV-1] read-only: who only looks is told within 5 s, reading goes on, writing is refused by name, and it ends by itself', async () => {
    const { cluster, room } = place();
    const { session, onA, onB } = await room.session();
    const { a, house, physician, therapist } = room;
    const setMs = performance.now();
    await readOnly(cluster, true);
    const learnt = await Promise.all([onA, onB].map((screen) => toldSaving(screen, false, setMs)));

    expect(await room.post(session)).toMatchObject({ status: 503, code: 'cannot-save' });
    const step = await physician.post(`/api/sessions/${session}/start`, { id: crypto.randomUUID() });
    expect(step).toMatchObject({ status: 503, body: { code: 'cannot-save', retryable: true } });
    const body = { email: harbor.emails.nurse, password: PASSWORD };
    expect(await send(a.address, 'POST', '/api/auth/sign-in/email', { body })).toMatchObject({ status: 503 });
    const own = `/api/sessions/${session}`;
    for (const path of [own, `${own}/entries`, `${own}/state`, `/api/patients/${harbor.patientIds[0]}`])
      expect((await therapist.get(path)).status, path).toBe(200);
    expect(await readyAt(a.address)).toMatchObject({ status: 200, body: { writable: false } });
    expect((await house.log(session)).length).toBe(1);

    const backMs = performance.now();
    await readOnly(cluster, false);
    const ended = await Promise.all([onA, onB].map((screen) => toldSaving(screen, true, backMs)));
    expect(await room.post(session)).toMatchObject({ status: 201 });
    expect(await readyAt(a.address)).toMatchObject({ status: 200, body: { writable: true } });
    // Who read the client's chart meanwhile is written as soon as it can be.
    await until('the owed row is there', async () => {
      const rows = await house.admin`select 1 from tandem.audit where action = 'patient.read'
        and actor_id = ${therapist.personId} and at < clock_timestamp() - interval '50 milliseconds'`;
      return rows.length === 1;
    });
    console.log(
      `read-only: told after ${learnt.join(' and ')} ms, of its end after ${ended.join(' and ')} ms`,
    );
    expect(Math.max(...learnt, ...ended)).toBeLessThanOrEqual(STALE_AFTER_MS);
    expect([...onA.errors, ...onB.errors, ...onA.closes, ...onB.closes]).toEqual([]);
  }, 60_000);

  test(`[SAV-2] disk full under writers, ${ROUNDS} rounds: nothing confirmed is lost, every screen is told, it goes on when there is room`, async (context) => {
    if (noDisk !== null) context.skip(noDisk);
    const { cluster, room } = place();
    const { session, onA, onB } = await room.session();
    const { therapist } = room;
    const writers = room.writers(session);
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = writers.confirmed;
      await until('people write', () => writers.confirmed > before + 20);
      cluster.fill();
      const refused = await until('a write is refused', async () => {
        const reply = await room.post(session);
        return reply.status === 503 && { ...reply, atMs: performance.now() };
      });
      const told = await Promise.all(
        [onA, onB].map((screen) => toldSaving(screen, false, refused.atMs - refused.ms)),
      );
      expect(refused.code).toBe('cannot-save');
      expect((await therapist.get(`/api/sessions/${session}/entries`)).status).toBe(200);
      expect((await therapist.get(`/api/sessions/${session}`)).status).toBe(200);
      const freedMs = performance.now();
      cluster.free();
      const ended = await Promise.all([onA, onB].map((screen) => toldSaving(screen, true, freedMs)));
      console.log(
        `disk full: told after ${told.join(' and ')} ms, of its end after ${ended.join(' and ')} ms`,
      );
      expect(Math.max(...told, ...ended)).toBeLessThanOrEqual(STALE_AFTER_MS);
    }
    await writers.stop();
    await flawless(room, session, [onA, onB], writers);
    expect(writers.resent, 'no writer was ever refused').toBeGreaterThan(0);
  }, 300_000);
}
