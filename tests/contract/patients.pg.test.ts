import { randomUUID } from 'node:crypto';
import type { Patient, Session } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, endSession, planSession, startApi, type TestApi } from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';

let api: TestApi;
let physician: Caller;
let lead: Caller;
/** Of Maya, ended, with the physician on its team. */
let mayas: string;
/** Of Ana, running. */
let anas: string;

beforeAll(async () => {
  api = await startApi();
  physician = await api.as('physician');
  lead = await api.as('lead');
  mayas = await planSession(physician, { people: [{ personId: physician.personId, role: 'physician' }] });
  await endSession(physician, mayas);
  anas = await planSession(physician, {
    client: 1,
    people: [{ personId: physician.personId, role: 'physician' }],
  });
});
afterAll(() => api.close());

const search = async (by: Caller, filter: Record<string, unknown>) => {
  const reply = await by.post<{ items: Session[] }>('/api/sessions/search', filter);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body.items.map(({ id }) => id);
};

describe('One client', () => {
  test('[PAT-1] is served whole to who may read clients, and a read leaves one audit row', async () => {
    const [id] = harbor.patientIds;
    const reply = await lead.get<Patient>(`/api/patients/${id}`);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ id, givenName: 'Maya', allergies: { status: 'none-known' } });
    const listed = await lead.get<{ items: Patient[] }>('/api/patients');
    expect(listed.body.items.find((one) => one.id === id)).toEqual(reply.body);
    await lead.get(`/api/patients/${id}`);
    const admin = postgres(api.db.adminUrl, { max: 1 });
    const rows = await admin`
      select action, outcome from tandem.audit where actor_id = ${lead.personId} and target_id = ${id}`;
    await admin.end();
    expect(rows.map((row) => ({ ...row }))).toEqual([{ action: 'patient.read', outcome: 'done' }]);
  });

  test('[PAT-1] of another clinic and one that nobody has are the same 404; an admin gets 403', async () => {
    const foreign = await physician.get(`/api/patients/${cedar.patientIds[0]}`);
    const unknown = await physician.get(`/api/patients/${randomUUID()}`);
    expect(foreign.status).toBe(404);
    expect(foreign.body).toEqual(unknown.body);
    expect((await physician.get('/api/patients/no-id')).body).toEqual(unknown.body);
    const asAdmin = await (await api.as('admin')).get(`/api/patients/${harbor.patientIds[0]}`);
    expect(asAdmin.status).toBe(403);
  });
});

describe('A list of sessions', () => {
  test('[LST-2] is narrowed by client, protocol, room and person of the team', async () => {
    const all = (filter: Record<string, unknown>) => search(physician, filter);
    expect(await all({ patientId: harbor.patientIds[0] })).toEqual([mayas]);
    expect(await all({ patientId: harbor.patientIds[1] })).toEqual([anas]);
    for (const filter of [
      { protocolId: harbor.protocolId },
      { roomId: harbor.roomId },
      { personId: physician.personId },
    ]) {
      expect(await all(filter)).toEqual([anas, mayas]);
      const [key] = Object.keys(filter) as [string];
      expect(await all({ [key]: randomUUID() }), key).toEqual([]);
    }
    const together = { patientId: harbor.patientIds[0], status: ['in-progress'] };
    expect(await all(together)).toEqual([]);
    const query = await physician.get<{ items: Session[] }>(
      `/api/sessions?patientId=${harbor.patientIds[1]}&personId=${physician.personId}`,
    );
    expect(query.body.items.map(({ id }) => id)).toEqual([anas]);
  });

  test('[LST-2] takes ids alone, and binds its cursor to them', async () => {
    for (const filter of [{ patientId: 'Rivera' }, { roomId: 7 }, { personId: null }, { clientId: anas }]) {
      const reply = await physician.post('/api/sessions/search', filter);
      expect(reply.status, JSON.stringify(filter)).toBe(400);
      expect(reply.body).toMatchObject({ field: Object.keys(filter)[0] });
    }
    const first = await physician.post('/api/sessions/search', { limit: 1, roomId: harbor.roomId });
    const { nextCursor } = first.body as { nextCursor: string };
    const elsewhere = { limit: 1, patientId: harbor.patientIds[0], cursor: nextCursor };
    expect((await physician.post('/api/sessions/search', elsewhere)).status).toBe(400);
    const onwards = { limit: 1, roomId: harbor.roomId, cursor: nextCursor };
    expect(await search(physician, onwards)).toEqual([mayas]);
  });

  test('[LST-3] tells a lead by no filter who is in a running session', async () => {
    const [seen] = (
      await lead.post<{ items: Session[] }>('/api/sessions/search', { status: ['in-progress'] })
    ).body.items;
    expect(seen).toMatchObject({ id: anas, patient: null, protocol: null, people: [] });
    expect(await search(lead, { patientId: harbor.patientIds[1] })).toEqual([]);
    expect(await search(lead, { protocolId: harbor.protocolId })).toEqual([mayas]);
    expect(await search(lead, { personId: physician.personId })).toEqual([mayas]);
    expect(await search(lead, { q: 'rivera' })).toEqual([mayas]);
    expect(await search(lead, { roomId: harbor.roomId })).toEqual([anas, mayas]);
  });

  test('[LST-4] finds a client by words in any order, with or without the comma', async () => {
    for (const q of ['Rivera, Maya', 'maya rivera', 'RIVERA 001', 'may']) {
      expect(await search(physician, { q }), q).toEqual([mayas]);
    }
    expect(await search(physician, { q: 'maya ana' })).toEqual([]);
    expect(await search(physician, { q: '%' })).toEqual([]);
  });
});
