import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Caller,
  dose,
  endSession,
  planSession,
  startApi,
  type TestApi,
  vitals,
} from '../support/api.ts';
import { harbor, twoRolesEmail } from '../support/fixtures.ts';

interface SessionBody {
  status: string;
  origin: string;
  lastSeq: number;
  code: string;
  missing: string[];
  plannedDoses: unknown[];
  weightKg: number;
  people: { role: string }[];
}
interface EntryRow {
  kind: string;
  data: Record<string, unknown> | null;
}

let api: TestApi;
let physician: Caller;
let therapist: Caller;
beforeAll(async () => {
  api = await startApi();
  physician = await api.as('physician');
  therapist = await api.as('therapist');
});
afterAll(() => api.close());

const read = async (caller: Caller, id: string) =>
  (await caller.get<{ entries: EntryRow[] }>(`/api/sessions/${id}/entries`)).body.entries;

describe('A session from plan to signature', () => {
  test('[LIF-1] plan, change the plan, start, record, end, two signatures, addendum', async () => {
    const people = [
      { personId: physician.personId, role: 'physician' as const },
      { personId: therapist.personId, role: 'therapist' as const },
    ];
    const id = await planSession(therapist, { started: false, people });
    const patch = { weightKg: 70.5, plannedDoses: [{ drug: 'ketamine', route: 'im', amountMg: 40 }] };
    const changed = await therapist.call<SessionBody>('PATCH', `/api/sessions/${id}`, patch);
    expect(changed).toMatchObject({
      status: 200,
      body: { status: 'planned', weightKg: 70.5, plannedDoses: [{ amountMg: 40 }] },
    });
    const start = { id: randomUUID() };
    expect(await physician.post(`/api/sessions/${id}/start`, start)).toMatchObject({
      status: 201,
      body: { status: 'in-progress', origin: 'live' },
    });
    expect((await physician.post(`/api/sessions/${id}/start`, start)).status).toBe(200);
    expect((await physician.call('PATCH', `/api/sessions/${id}`, { weightKg: 60 })).status).toBe(409);
    expect(
      (await physician.post(`/api/sessions/${id}/entries`, { entries: [vitals(), dose()] })).status,
    ).toBe(201);
    const early = await physician.post<SessionBody>(`/api/sessions/${id}/sign`, {
      id: randomUUID(),
      meaning: 'Reviewed.',
    });
    expect(early).toMatchObject({
      status: 409,
      body: { code: 'open-items', missing: ['The session has not ended.'] },
    });
    await endSession(physician, id);
    const mine = { id: randomUUID(), meaning: 'I watched over the body.' };
    expect(await physician.post(`/api/sessions/${id}/sign`, mine)).toMatchObject({
      status: 201,
      body: { status: 'ended' },
    });
    expect(
      (await physician.post(`/api/sessions/${id}/sign`, { id: randomUUID(), meaning: 'again' })).body.code,
    ).toBe('already-signed');
    const theirs = await therapist.post(`/api/sessions/${id}/sign`, {
      id: randomUUID(),
      meaning: 'I held the story.',
    });
    expect(theirs).toMatchObject({ status: 201, body: { status: 'signed' } });
    expect((await physician.post(`/api/sessions/${id}/sign`, mine)).status).toBe(200);
    const addendum = { id: randomUUID(), text: 'She wrote the next morning.' };
    expect((await therapist.post(`/api/sessions/${id}/addenda`, addendum)).status).toBe(201);
    const kinds = (await read(physician, id)).map((one) => one.kind);
    expect(kinds).toEqual([
      'planned',
      'planned',
      'started',
      'vital-signs',
      'dose',
      'ended',
      'signed',
      'signed',
      'addendum',
    ]);
  });

  test('[LIF-10] the start pins identity, weight, protocol and team; the starter is on the team', async () => {
    const id = await planSession(physician, { client: 1 });
    const started = (await read(physician, id)).find((one) => one.kind === 'started');
    expect(started?.data).toMatchObject({
      transcribed: false,
      pins: {
        patient: { id: harbor.patientIds[1], familyName: 'Harbor-Rivera' },
        weightKg: 68,
        protocol: { id: harbor.protocolId },
        team: [{ personId: physician.personId, role: 'physician' }],
      },
    });
    await endSession(physician, id);
  });

  test('[LIF-3] a past start needs a reason and marks the session as copied from paper', async () => {
    const id = await planSession(physician, { started: false, client: 1 });
    const startedAt = new Date(Date.now() - 3 * 86_400_000).toISOString();
    const path = `/api/sessions/${id}`;
    expect(await physician.post(`${path}/start`, { id: randomUUID(), startedAt })).toMatchObject({
      status: 400,
      body: { field: 'reason' },
    });
    const started = await physician.post(`${path}/start`, {
      id: randomUUID(),
      startedAt,
      reason: 'Power was out',
    });
    expect(started).toMatchObject({ status: 201, body: { origin: 'transcribed', startedAt } });
    const old = { ...vitals(), happenedAt: new Date(Date.now() - 5 * 86_400_000).toISOString() };
    expect((await physician.post(`${path}/entries`, { entries: [old] })).status).toBe(201);
    await endSession(physician, id);
  });

  test('a client is added once, with allergies, and found', async () => {
    const id = randomUUID();
    const body = {
      id,
      familyName: 'Þórsdóttir',
      givenName: 'Ελένη',
      birthDate: '1990-02-28',
      sex: 'female',
      allergies: { status: 'known', items: ['Penicillin'] },
      contacts: [{ name: 'Her brother', phone: '555 0100' }],
    };
    expect(await physician.post('/api/patients', body)).toMatchObject({
      status: 201,
      body: { familyName: 'Þórsdóttir' },
    });
    expect((await physician.post('/api/patients', body)).status).toBe(200);
    expect((await physician.post('/api/patients', { ...body, givenName: 'Other' })).status).toBe(409);
    expect(
      (await physician.post('/api/patients', { ...body, id: randomUUID(), allergies: { status: 'known' } }))
        .body.field,
    ).toBe('allergies.items');
    const all = await physician.get<{ items: { id: string; allergies: unknown }[] }>('/api/patients');
    expect(all.body.items.find((one) => one.id === id)?.allergies).toEqual({
      status: 'known',
      items: ['Penicillin'],
    });
  });

  test('a protocol: a new version is a new row; a physician confirms once, and again when the answer was lost', async () => {
    const data = { drug: 'ketamine', route: 'im', ceilingMgPerKg: 1.2, vitalsEveryMinutes: 10 };
    const make = (caller: Caller) =>
      caller.post<{ version: number }>('/api/protocols', { id: randomUUID(), name: 'House IM', data });
    expect((await make(physician)).body.version).toBe(1);
    const second = { id: randomUUID(), name: 'House IM', data };
    expect(await physician.post('/api/protocols', second)).toMatchObject({
      status: 201,
      body: { version: 2, confirmedAt: null },
    });
    const lead = await api.as('lead');
    expect((await lead.post(`/api/protocols/${second.id}/confirm`, {})).status).toBe(403);
    const confirm = (caller: Caller) => caller.post(`/api/protocols/${second.id}/confirm`, {});
    const first = await confirm(physician);
    expect(first).toMatchObject({ status: 200, body: { confirmedBy: 'Dr Amara Okafor of Harbor' } });
    expect(await confirm(physician)).toMatchObject({ status: 200, body: first.body });
    expect((await confirm(await api.signIn(twoRolesEmail))).body.code).toBe('already-confirmed');
    expect((await make(therapist)).status).toBe(403);
  });

  test('protocols sent at the same moment: versions 1 to n, and one sent many times is one', async () => {
    const data = { drug: 'ketamine', route: 'im' };
    const send = (id: string, name: string) =>
      physician.post<{ version: number }>('/api/protocols', { id, name, data });
    const eight = Array.from({ length: 8 }, () => randomUUID());
    const versions = await Promise.all(eight.map((id) => send(id, 'At once')));
    expect(versions.map(({ body }) => body.version).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const id = randomUUID();
    const same = await Promise.all(eight.map(() => send(id, 'Once')));
    expect(same.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
  });
});
