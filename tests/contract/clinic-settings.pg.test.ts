import { randomUUID } from 'node:crypto';
import type { Clinic, KeptRoom } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';
import { sessionOf } from '../support/team-only.ts';

let api: TestApi;
let admin: Caller;
let physician: Caller;
beforeAll(async () => {
  api = await startApi();
  admin = await api.as('admin');
  physician = await api.as('physician');
});
afterAll(() => api.close());

type Refused = { code: string; field?: string; title: string };
const change = (body: object, by = admin) => by.call<Clinic & Refused>('PATCH', '/api/clinic', body);
const mine = async (by: Caller) => (await by.get<{ clinic: Clinic }>('/api/me')).body.clinic;
const rooms = async (by = admin) => (await by.get<{ items: KeptRoom[] }>('/api/clinic/rooms')).body.items;
const inUse = async (by = physician) =>
  (await by.get<{ items: { name: string }[] }>('/api/rooms')).body.items.map(({ name }) => name);
const add = (name: string, id: string = randomUUID()) =>
  admin.post<KeptRoom & Refused>('/api/rooms', { id, name });
const alter = (id: string, body: object, by = admin) =>
  by.call<KeptRoom & Refused>('PATCH', `/api/rooms/${id}`, body);

async function acts(like: string): Promise<{ action: string; detail: unknown }[]> {
  const sql = postgres(api.db.adminUrl, { max: 1 });
  const rows = await sql<{ action: string; detail: unknown }[]>`
    select action, detail from tandem.audit
    where clinic_id = ${harbor.id} and action like ${like} and outcome = 'done' order by id`;
  await sql.end();
  return [...rows];
}

describe('[CLN-1] what a clinic chose', () => {
  test('begins as it is written, is read by everybody of the clinic, and another clinic keeps its own', async () => {
    const begins = {
      estimate: false,
      offlineMode: true,
      teamOnly: false,
      lockMinutes: 10,
      liveLockMinutes: 30,
      retentionYears: null,
    };
    expect(await mine(physician)).toMatchObject(begins);
    const wanted = { teamOnly: true, lockMinutes: 3, liveLockMinutes: 45, retentionYears: 10 };
    expect((await change(wanted)).body).toMatchObject({ ...begins, ...wanted, name: 'Harbor' });
    expect(await mine(physician)).toMatchObject(wanted);
    expect(await mine(await api.as('admin', cedar))).toMatchObject(begins);
    await change(wanted);
    await change({ retentionYears: null, teamOnly: false });
    expect(await acts('clinic.%')).toEqual([
      { action: 'clinic.team-only-on', detail: null },
      { action: 'clinic.lock', detail: { from: 10, to: 3 } },
      { action: 'clinic.live-lock', detail: { from: 30, to: 45 } },
      { action: 'clinic.retention', detail: { from: 'never', to: 10 } },
      { action: 'clinic.team-only-off', detail: null },
      { action: 'clinic.retention', detail: { from: 10, to: 'never' } },
    ]);
  });

  test('name and time zone: days are told by the new zone; the audit keeps the zone and no name', async () => {
    const wanted = { name: 'Harbor House', timeZone: 'Europe/Lisbon' };
    expect((await change(wanted)).body).toMatchObject(wanted);
    expect(await mine(physician)).toMatchObject(wanted);
    expect((await acts('clinic.name'))[0]?.detail).toBeNull();
    expect((await acts('clinic.time-zone'))[0]?.detail).toEqual({
      from: 'America/New_York',
      to: 'Europe/Lisbon',
    });
    await change({ name: 'Harbor', timeZone: 'America/New_York' });
  });

  test.each([
    ['lockMinutes', 1],
    ['lockMinutes', 16],
    ['lockMinutes', 2.5],
    ['liveLockMinutes', 61],
    ['retentionYears', 0],
    ['retentionYears', 101],
    ['retentionYears', '10'],
    ['teamOnly', 'yes'],
    ['name', '  '],
    ['timeZone', 'Mars/Olympus'],
    ['timeZone', '+01:00'],
  ])('%s of %j is refused by its field, and nothing changes', async (field, value) => {
    const before = await mine(admin);
    const { status, body } = await change({ [field]: value, estimate: !before.estimate });
    expect([status, body.code, body.field]).toEqual([400, 'invalid', field]);
    expect(body.title).toMatch(/\.$/);
    expect(await mine(admin)).toEqual(before);
  });

  test('nobody but an admin changes it', async () => {
    for (const role of ['physician', 'nurse', 'therapist', 'lead'] as const)
      expect((await change({ teamOnly: true }, await api.as(role))).status).toBe(403);
  });
});

describe('[CLN-2] rooms', () => {
  test('are added, renamed and ordered, each in the audit; two in use have no one name', async () => {
    const [garden, quiet] = [randomUUID(), randomUUID()];
    expect((await add('Garden', garden)).status).toBe(201);
    expect((await add('Garden', garden)).status).toBe(200);
    expect((await add('Quiet', quiet)).status).toBe(201);
    expect((await add('garden')).body).toMatchObject({ code: 'invalid', field: 'name' });
    expect((await alter(quiet, { name: 'GARDEN' })).body).toMatchObject({ code: 'invalid', field: 'name' });
    expect((await add(' ')).body.field).toBe('name');
    expect((await alter(quiet, { name: 'Stillness' })).body.name).toBe('Stillness');
    expect(await inUse()).toEqual(['Room 1', 'Garden', 'Stillness']);
    const ordered = await admin.post('/api/clinic/rooms/order', { ids: [quiet, harbor.roomId] });
    expect(ordered.status).toBe(200);
    expect(await inUse()).toEqual(['Stillness', 'Room 1', 'Garden']);
    const twice = await admin.post<Refused>('/api/clinic/rooms/order', { ids: [quiet, quiet] });
    expect(twice.body.field).toBe('ids');
    expect((await acts('room.%')).map(({ action }) => action)).toEqual([
      'room.add',
      'room.add',
      'room.rename',
      'room.order',
    ]);
    expect((await alter(quiet, { name: 'Mine' }, await api.as('admin', cedar))).status).toBe(404);
    expect((await alter(quiet, { name: 'Mine' }, physician)).status).toBe(403);
  });

  test('a retired one is planned in no more and keeps its name in what was there; one in use is not retired', async () => {
    const id = randomUUID();
    await add('Old wing', id);
    const team = [{ personId: physician.personId, role: 'physician' }];
    const session = await sessionOf(physician, team, { roomId: id });
    expect((await alter(id, { isRetired: true })).body.code).toBe('room-in-use');
    await physician.post(`/api/sessions/${session}/start`, { id: randomUUID() });
    expect((await alter(id, { isRetired: true })).body.code).toBe('room-in-use');
    await physician.post(`/api/sessions/${session}/end`, { id: randomUUID(), disposition: 'completed' });
    expect((await alter(id, { isRetired: true })).body.isRetired).toBe(true);
    expect(await inUse()).not.toContain('Old wing');
    expect((await rooms()).at(-1)).toEqual({ id, name: 'Old wing', isRetired: true });
    const kept = await physician.get<{ room: { name: string } }>(`/api/sessions/${session}`);
    expect(kept.body.room.name).toBe('Old wing');
    const planned = await physician.post<Refused>('/api/sessions', {
      id: randomUUID(),
      patientId: harbor.patientIds[0],
      protocolId: harbor.protocolId,
      plannedAt: new Date().toISOString(),
      roomId: id,
    });
    expect([planned.status, planned.body.field]).toEqual([400, 'roomId']);
    // Its name is free meanwhile; back in use it needs one of its own.
    await add('Old wing');
    expect((await alter(id, { isRetired: false })).body).toMatchObject({ code: 'invalid', field: 'name' });
    expect((await alter(id, { isRetired: false, name: 'Older wing' })).body.isRetired).toBe(false);
    expect((await acts('room.re%')).map(({ action }) => action).slice(-3)).toEqual([
      'room.retire',
      'room.rename',
      'room.restore',
    ]);
  });
});
