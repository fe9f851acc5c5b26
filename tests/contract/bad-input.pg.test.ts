import { randomUUID } from 'node:crypto';
import { vitalSignRows } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Caller,
  dose,
  endSession,
  entry,
  note,
  planSession,
  startApi,
  type TestApi,
  vitals,
} from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';

let api: TestApi;
let physician: Caller;
let session: string;
const send = (...entries: unknown[]) => physician.post(`/api/sessions/${session}/entries`, { entries });
const lastSeq = async () =>
  (await physician.get<{ lastSeq: number }>(`/api/sessions/${session}`)).body.lastSeq;

beforeAll(async () => {
  api = await startApi();
  physician = await api.as('physician');
  session = await planSession(physician);
});
afterAll(() => api.close());

describe('Bad input gets a sentence that names the field, and nothing is stored', () => {
  const cases: [string, unknown, string][] = [
    [
      'a pressure as text',
      entry('vital-signs', { systolic: '120', diastolic: 80 }),
      'entries[1].data.systolic',
    ],
    ['an unknown field', entry('vital-signs', { heartRate: 80, pulse: 1 }), 'entries[1].data.pulse'],
    ['an unknown envelope field', { ...vitals(), seq: 7 }, 'entries[1].seq'],
    [
      'systolic below diastolic',
      entry('vital-signs', { systolic: 80, diastolic: 120 }),
      'entries[1].data.diastolic',
    ],
    ['systolic alone', entry('vital-signs', { systolic: 120 }), 'entries[1].data.diastolic'],
    ['no sign at all', entry('vital-signs', {}), 'entries[1].data'],
    ['a dose of nothing', dose(0), 'entries[1].data.amountMg'],
    ['a dose of 4 decimals', dose(0.1234), 'entries[1].data.amountMg'],
    [
      'an unknown route',
      entry('dose', { drug: 'ketamine', route: 'rectal', amountMg: 1 }),
      'entries[1].data.route',
    ],
    ['a misspelt drug', entry('dose', { drug: 'ketmine', route: 'im', amountMg: 1 }), 'entries[1].data.drug'],
    ['an empty note', entry('note', { text: '   ' }), 'entries[1].data.text'],
    ['a note of 4,001 characters', entry('note', { text: 'x'.repeat(4001) }), 'entries[1].data.text'],
    ['a NUL in a note', entry('note', { text: 'a\u0000b' }), 'entries[1].data.text'],
    ['half a surrogate pair', entry('note', { text: 'a\ud800b' }), 'entries[1].data.text'],
    ['an unknown kind', entry('lab-result', {}), 'entries[1].kind'],
    ['a lifecycle step as an entry', entry('signed', { meaning: 'x' }), 'entries[1].kind'],
    ['a time without a zone', { ...vitals(), happenedAt: '2026-11-24T10:00:00' }, 'entries[1].happenedAt'],
    [
      'a day that does not exist',
      { ...vitals(), happenedAt: '2026-02-30T10:00:00Z' },
      'entries[1].happenedAt',
    ],
    ['an id that is none', { ...vitals(), id: '7' }, 'entries[1].id'],
    ['grade 6', entry('adverse-event', { term: 'nausea', grade: 6 }), 'entries[1].data.grade'],
    ['an unknown phase', entry('phase', { phase: 'cruise' }), 'entries[1].data.phase'],
  ];

  test.each(cases)('%s: 400 with field and sentence', async (_what, bad, field) => {
    const head = await lastSeq();
    const reply = await send(vitals(), bad);
    expect(reply).toMatchObject({ status: 400, body: { code: 'invalid', field, index: 1 } });
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(String(reply.body.title)).toMatch(/^entries.+\. Nothing was stored\.$/);
    expect(await lastSeq()).toBe(head);
  });

  test.each(vitalSignRows.map((row) => [row.key, row] as const))(
    '%s one unit beyond its impossible band: 400',
    async (key, row) => {
      for (const value of [row.impossible.min - 1, row.impossible.max + 1]) {
        const data =
          key === 'systolic'
            ? { systolic: value, diastolic: 20 }
            : key === 'diastolic'
              ? { systolic: 299, diastolic: value }
              : { [key]: value };
        expect(await send(entry('vital-signs', data))).toMatchObject({
          status: 400,
          body: { field: `entries[0].data.${key}` },
        });
      }
    },
  );

  test('[VIT-5] a time over 2 minutes ahead is refused, one just under it is stored', async () => {
    const ahead = (ms: number) => ({ ...vitals(), happenedAt: new Date(Date.now() + ms).toISOString() });
    expect(await send(ahead(125_000))).toMatchObject({
      status: 400,
      body: { code: 'time-ahead', field: 'entries[0].happenedAt' },
    });
    expect((await send(ahead(110_000))).status).toBe(201);
  });

  test('[VIT-5] a time over 24 hours before the start is refused', async () => {
    const early = { ...vitals(), happenedAt: new Date(Date.now() - 25 * 3_600_000).toISOString() };
    expect(await send(early)).toMatchObject({ status: 400, body: { code: 'time-too-early' } });
  });

  test('an empty batch, 101 entries, an unknown body field', async () => {
    expect(await send()).toMatchObject({ status: 400, body: { field: 'entries' } });
    expect(await send(...Array.from({ length: 101 }, () => note('x')))).toMatchObject({
      status: 400,
      body: { field: 'entries' },
    });
    const extra = await physician.post(`/api/sessions/${session}/entries`, {
      entries: [note()],
      clinicId: cedar.id,
    });
    expect(extra).toMatchObject({ status: 400, body: { field: 'clinicId' } });
  });

  test('not JSON, another content type, too much: 400, 415, 413', async () => {
    const path = `/api/sessions/${session}/entries`;
    expect(await physician.call('POST', path, '{"entries":')).toMatchObject({
      status: 400,
      body: { code: 'malformed-json' },
    });
    expect(await physician.call('POST', path, '{"__proto__":{},"entries":[]}')).toMatchObject({
      status: 400,
    });
    const plain = await physician.call('POST', path, '{}', { 'content-type': 'text/plain' });
    expect(plain).toMatchObject({ status: 415, body: { code: 'not-json' } });
    const large = await send(...Array.from({ length: 30 }, () => note('x'.repeat(3000))));
    expect(large).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  test('a foreign and an unknown id are the same 404, in the address and in the body', async () => {
    const theirs = await planSession(await api.as('physician', cedar), { clinic: cedar });
    for (const id of [theirs, randomUUID(), 'no-uuid']) {
      for (const [method, rest, body] of [
        ['GET', '', undefined],
        ['GET', '/entries', undefined],
        ['POST', '/entries', { entries: [vitals()] }],
        ['POST', '/start', { id: randomUUID() }],
      ] as const) {
        const reply = await physician.call(method, `/api/sessions/${id}${rest}`, body);
        expect(reply).toMatchObject({ status: 404, body: { code: 'not-found' } });
        expect(reply.body.title).toBe('There is nothing here with this id that you may see.');
      }
    }
    const plan = {
      id: randomUUID(),
      patientId: harbor.patientIds[1],
      protocolId: harbor.protocolId,
      plannedAt: new Date().toISOString(),
    };
    for (const [field, change] of [
      ['patientId', { patientId: cedar.patientIds[0] }],
      ['protocolId', { protocolId: cedar.protocolId }],
      ['roomId', { roomId: cedar.roomId }],
      [
        'people[0].personId',
        { people: [{ personId: (await api.as('physician', cedar)).personId, role: 'physician' }] },
      ],
    ] as const) {
      const foreign = await physician.post('/api/sessions', { ...plan, ...change });
      expect(foreign).toMatchObject({ status: 404, body: { code: 'not-found', field } });
    }
  });

  test('401 without a login, 403 for the role, 403 for another origin', async () => {
    const path = `/api/sessions/${session}/entries`;
    expect(await api.request('POST', path, { entries: [vitals()] })).toMatchObject({ status: 401 });
    const therapist = await api.as('therapist');
    expect(await therapist.post(path, { entries: [dose()] })).toMatchObject({
      status: 403,
      body: { code: 'role-may-not' },
    });
    const admin = await api.as('admin');
    expect(await admin.get(`/api/sessions/${session}`)).toMatchObject({ status: 403 });
    expect(await (await api.as('lead')).get(`/api/sessions/${session}`)).toMatchObject({ status: 403 });
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const reply = await physician.call('POST', path, { entries: [vitals()] }, headers as never);
      expect(reply).toMatchObject({ status: 403, body: { code: 'wrong-origin' } });
    }
    expect((await physician.call('POST', path, { entries: [vitals()] }, { origin: api.origin })).status).toBe(
      201,
    );
  });

  test('[DOS-4] a nurse gives a dose that a physician ordered', async () => {
    const nurse = await api.as('nurse');
    const path = `/api/sessions/${session}/entries`;
    expect(await nurse.post(path, { entries: [dose()] })).toMatchObject({
      status: 422,
      body: { code: 'order-needed', field: 'entries[0].data.orderedById' },
    });
    const ordered = { ...dose(), data: { ...dose().data, orderedById: physician.personId } };
    expect((await nurse.post(path, { entries: [ordered] })).status).toBe(201);
  });

  test('a dose before the start: 409; after cancelling: 409; the words say which', async () => {
    const planned = await planSession(physician, { started: false, client: 1 });
    const path = `/api/sessions/${planned}/entries`;
    expect(await physician.post(path, { entries: [dose()] })).toMatchObject({
      status: 409,
      body: { code: 'session-not-started' },
    });
    expect((await physician.post(path, { entries: [vitals(), note()] })).status).toBe(201);
    await physician.post(`/api/sessions/${planned}/cancel`, { id: randomUUID(), reason: 'Client is unwell' });
    expect(await physician.post(path, { entries: [note()] })).toMatchObject({
      status: 409,
      body: { code: 'session-cancelled' },
    });
  });

  test('one session in progress per client', async () => {
    const second = await planSession(physician, { started: false });
    const reply = await physician.post(`/api/sessions/${second}/start`, { id: randomUUID() });
    expect(reply).toMatchObject({ status: 409, body: { code: 'patient-in-session' } });
    expect((await physician.get(`/api/sessions/${second}`)).body.status).toBe('planned');
  });

  test('every list page, limit and cursor that is not one: 400', async () => {
    for (const query of [
      'limit=0',
      'limit=201',
      'limit=x',
      'status=open',
      'from=2026-02-30',
      'cursor=zzz',
      'page=2',
    ]) {
      expect((await physician.get(`/api/sessions?${query}`)).status, query).toBe(400);
    }
    expect((await physician.get(`/api/sessions/${session}/entries?after=-1`)).status).toBe(400);
  });

  test('a session is ended before its start: 400; ended twice: 409', async () => {
    const own = await planSession(physician, { client: 1 });
    const early = {
      id: randomUUID(),
      disposition: 'completed',
      endedAt: new Date(Date.now() - 3_600_000).toISOString(),
    };
    expect(await physician.post(`/api/sessions/${own}/end`, early)).toMatchObject({
      status: 400,
      body: { code: 'ended-before-start' },
    });
    await endSession(physician, own);
    const again = await physician.post(`/api/sessions/${own}/end`, {
      id: randomUUID(),
      disposition: 'completed',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'session-not-in-progress' } });
  });
});
