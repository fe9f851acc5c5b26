import { randomUUID } from 'node:crypto';
import type { Session } from '@tandem/wire';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Caller,
  endSession,
  entry,
  note,
  planSession,
  startApi,
  type TestApi,
  vitals,
} from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';
import { LiveReader } from '../support/live.ts';
import { sessionOf, setTeamOnly } from '../support/team-only.ts';

let api: TestApi;
let physician: Caller;
let therapist: Caller;
let nurse: Caller;
let lead: Caller;
/** Of physician and therapist; the nurse is not on its team. */
let session: string;
const open: LiveReader[] = [];

beforeAll(async () => {
  api = await startApi();
  [physician, therapist, nurse, lead] = await Promise.all([
    api.as('physician'),
    api.as('therapist'),
    api.as('nurse'),
    api.as('lead'),
  ]);
});
beforeEach(async () => {
  session = await sessionOf(physician, [
    { personId: physician.personId, role: 'physician' },
    { personId: therapist.personId, role: 'therapist' },
  ]);
  await physician.post(`/api/sessions/${session}/start`, { id: randomUUID() });
  await post(physician, session, vitals(151, 93), note('canary-71cd, her sister.'));
  await setTeamOnly(api, true);
});
afterEach(async () => {
  for (const reader of open.splice(0)) reader.socket.terminate();
  await setTeamOnly(api, false);
  await physician.post(`/api/sessions/${session}/end`, { id: randomUUID(), disposition: 'completed' });
});
afterAll(() => api.close());

type Refused = { code: string; field?: string };
const post = (caller: Caller, id: string, ...entries: unknown[]) =>
  caller.post<Refused>(`/api/sessions/${id}/entries`, { entries });
const found = async (caller: Caller, filter: object = {}) =>
  (await caller.post<{ items: Session[] }>('/api/sessions/search', { limit: 200, ...filter })).body.items;
async function live(caller: Caller): Promise<LiveReader> {
  const reader = new LiveReader(api.socket(caller));
  open.push(reader);
  await reader.hello();
  return reader;
}
const refusalOf = (reader: LiveReader, sessionId: string) =>
  reader.frames.find((frame) => frame.type === 'error' && frame.sessionId === sessionId);

describe('[TEA-2] where a clinic shows sessions to their team alone', () => {
  test('who is not on the team reads nothing of one and does nothing in it; who is does both', async () => {
    const paths = ['', '/entries', '/state'].map((part) => `/api/sessions/${session}${part}`);
    for (const path of paths) {
      const refused = await nurse.get<Refused>(path);
      expect([path, refused.status, refused.body.code]).toEqual([path, 403, 'not-on-team']);
      expect(JSON.stringify(refused.body)).not.toMatch(/Rivera|canary/);
      expect((await therapist.get(path)).status, path).toBe(200);
    }
    const before = (await physician.get<Session>(`/api/sessions/${session}`)).body.lastSeq;
    const asked = {
      id: randomUUID(),
      personId: physician.personId,
      pin: '730251',
      drug: 'ketamine',
      amountMg: 20,
      route: 'im',
    };
    const writes = [
      await post(nurse, session, vitals()),
      await nurse.post<Refused>(`/api/sessions/${session}/approvals`, asked),
      await nurse.call<Refused>('PATCH', `/api/sessions/${session}`, { weightKg: 70 }),
    ];
    expect(writes.map(({ status, body }) => [status, body.code])).toEqual(
      writes.map(() => [403, 'not-on-team']),
    );
    expect((await physician.get<Session>(`/api/sessions/${session}`)).body.lastSeq).toBe(before);
    expect((await post(therapist, session, vitals())).status).toBe(201);
    // One that nobody has is as unknown as anywhere.
    expect((await post(nurse, randomUUID(), vitals())).status).toBe(404);
    expect((await nurse.get(`/api/sessions/${randomUUID()}`)).status).toBe(404);
  });

  test('a list shows that there is one: where, when and whose, and nothing of the client; asking for the client finds none', async () => {
    const row = (await found(nurse)).find(({ id }) => id === session);
    expect(row).toMatchObject({
      status: 'in-progress',
      room: { id: harbor.roomId },
      patient: null,
      protocol: null,
      weightKg: null,
      plannedDoses: [],
      seriesId: null,
      series: null,
    });
    expect(row?.people.map(({ personId }) => personId).sort()).toEqual(
      [physician.personId, therapist.personId].sort(),
    );
    for (const filter of [
      { q: 'Rivera' },
      { patientId: harbor.patientIds[0] },
      { protocolId: harbor.protocolId },
    ]) {
      const ids = async (caller: Caller) => (await found(caller, filter)).map(({ id }) => id);
      expect(await ids(nurse), JSON.stringify(filter)).not.toContain(session);
      expect(await ids(therapist), JSON.stringify(filter)).toContain(session);
    }
    expect((await found(nurse, { personId: therapist.personId })).map(({ id }) => id)).toContain(session);
    await endSession(physician, session);
    expect((await found(nurse)).find(({ id }) => id === session)).toMatchObject({
      status: 'ended',
      patient: null,
      disposition: null,
    });
    expect((await found(lead)).find(({ id }) => id === session)).toMatchObject({ disposition: 'completed' });
  });

  test('a lead keeps what leads have, another clinic is as it was, and turned off it is as it was here', async () => {
    expect((await lead.get<Refused>(`/api/sessions/${session}`)).body.code).toBe('role-may-not');
    await endSession(physician, session);
    expect((await lead.get(`/api/sessions/${session}`)).status).toBe(200);
    const there = await planSession(await api.as('physician', cedar), { clinic: cedar });
    expect((await (await api.as('nurse', cedar)).get(`/api/sessions/${there}`)).status).toBe(200);
    await setTeamOnly(api, false);
    expect((await nurse.get(`/api/sessions/${session}`)).status).toBe(200);
  });

  test('to whom a session was handed over opens it; who planned it does until it starts', async () => {
    const handed = entry('handover', {
      fromId: physician.personId,
      toId: nurse.personId,
      role: 'nurse',
      summary: { openNotices: [] },
    });
    expect((await post(physician, session, handed)).status).toBe(201);
    expect((await nurse.get(`/api/sessions/${session}`)).status).toBe(200);
    const accepted = entry('handover-accepted', { handoverId: handed.id });
    expect((await post(nurse, session, accepted)).status).toBe(201);

    const planned = await sessionOf(nurse, [{ personId: physician.personId, role: 'physician' }], {
      patientId: harbor.patientIds[1],
    });
    expect((await nurse.get<Session>(`/api/sessions/${planned}`)).body.patient?.familyName).toContain(
      'Rivera',
    );
    expect((await nurse.call('PATCH', `/api/sessions/${planned}`, { weightKg: 70 })).status).toBe(200);
    await physician.post(`/api/sessions/${planned}/start`, { id: randomUUID() });
    expect((await nurse.get<Refused>(`/api/sessions/${planned}`)).body.code).toBe('not-on-team');
    await endSession(physician, planned);
  });

  test('the board shows room, phase and notices of the others, and values of one’s own', async () => {
    const board = async (caller: Caller) => {
      const reader = await live(caller);
      reader.send({ type: 'subscribe-board' });
      const frame = await reader.until(() => reader.frames.findLast((one) => one.type === 'board'));
      return frame.sessions.find(({ sessionId }) => sessionId === session);
    };
    expect(await board(therapist)).toMatchObject({ lastVitals: { systolic: 151 } });
    const outside = await board(nurse);
    expect(outside).toMatchObject({ lastVitals: null, pressures: [], nextDueAt: null });
  });

  test('answers out of the session are not pre-filled for who may not read it', async () => {
    const lasting = entry('checklist', {
      answers: [{ item: 'no-aneurysm', result: 'fulfilled', note: 'canary-5e5e' }],
    });
    const sent = await post(physician, session, lasting);
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    const path = `/api/patients/${harbor.patientIds[0]}/lasting-answers`;
    expect(JSON.stringify((await therapist.get(path)).body)).toContain('canary-5e5e');
    expect(JSON.stringify((await nurse.get(path)).body)).not.toContain('canary-5e5e');
  });
});

describe('[TEA-3] open sockets', () => {
  test('one that is not open is refused by name, for good; what comes later in it is not sent', async () => {
    const reader = await live(nurse);
    reader.send({ type: 'subscribe', sessionId: session, after: 0 });
    const refused = await reader.until(() => refusalOf(reader, session));
    expect(refused).toMatchObject({ code: 'not-on-team', lasting: true });
    expect(reader.seqs(session)).toEqual([]);
  });

  test('turned on while somebody follows one, it ends for them within 2 s, and for its team it goes on', async () => {
    await setTeamOnly(api, false);
    const [outside, inside] = [await live(nurse), await live(therapist)];
    for (const reader of [outside, inside]) {
      reader.send({ type: 'subscribe', sessionId: session, after: 0 });
      await reader.until(() => reader.seqs(session).length > 0);
    }
    const startMs = performance.now();
    await setTeamOnly(api, true);
    expect(await outside.until(() => refusalOf(outside, session))).toMatchObject({ code: 'not-on-team' });
    expect(performance.now() - startMs).toBeLessThan(2_500);
    const had = outside.seqs(session).length;
    await post(therapist, session, note('Only for the team.'));
    await inside.until(() => inside.seqs(session).length > had);
    expect(outside.seqs(session)).toHaveLength(had);
    expect(outside.closeCode).toBeNull();
  });
});

describe('[DSP-8] a screen on a wall', () => {
  test('shows values only while whoever set it so may read them, else it is calm', async () => {
    const shown = await api.request<{ code: string }>('POST', '/api/display/codes', {});
    const cookie = ((shown.headers['set-cookie'] as string[])[0] as string).split(';')[0] as string;
    const id = randomUUID();
    const body = { id, roomId: harbor.roomId, code: shown.body.code, setting: 'staff-side' };
    expect((await nurse.post('/api/displays', body)).status).toBe(201);
    const view = async () =>
      (await api.request<{ shows: string }>('GET', '/api/display', undefined, { cookie })).body.shows;
    expect(await view()).toBe('calm');
    await therapist.call('PATCH', `/api/displays/${id}`, { setting: 'staff-side' });
    expect(await view()).toBe('staff-side');
    await nurse.call('PATCH', `/api/displays/${id}`, { setting: 'staff-side' });
    expect(await view()).toBe('calm');
    await setTeamOnly(api, false);
    expect(await view()).toBe('staff-side');
  });
});

test('[TEA-4] a locked screen is opened in an emergency by whoever stands before it; nothing of the session is told', async () => {
  const reply = await nurse.post(`/api/sessions/${session}/unlock`, {});
  expect([reply.status, reply.body]).toEqual([200, { unlocked: true }]);
});

test('[TEA-5] a course is open to whoever has a session of the client open; that a question of safety waits is told to all', async () => {
  // A client of its own: of the others the nurse has had a session before.
  const [patientId, theirs] = [randomUUID(), randomUUID()];
  const client = { familyName: 'Vane', givenName: 'Nell', birthDate: '1990-02-28', sex: 'female' };
  const allergies = { status: 'none-known', items: [] };
  expect((await physician.post('/api/patients', { id: patientId, ...client, allergies })).status).toBe(201);
  const plannedAt = new Date().toISOString();
  const people = [
    { personId: physician.personId, role: 'physician' },
    { personId: therapist.personId, role: 'therapist' },
  ];
  const planned = { id: theirs, patientId, protocolId: harbor.protocolId, plannedAt, people };
  expect((await physician.post('/api/sessions', planned)).status).toBe(201);
  const path = `/api/patients/${patientId}/courses`;
  const opened = await physician.post<{ id: string }>(path, { id: randomUUID() });
  expect([200, 201], JSON.stringify(opened.body)).toContain(opened.status);
  const course = opened.body.id;
  const happenedAt = new Date().toISOString();
  const answers = [{ item: 'q9', value: 1 }];
  const measure = { instrument: 'phq-9', version: 1, filledBy: 'client', answers };
  const owner = { id: physician.personId, name: 'Dr Ada Fell' };
  const ids = { measure: randomUUID(), checkIn: randomUUID() };
  const entries = [
    { id: ids.measure, kind: 'measure', happenedAt, data: measure },
    { id: ids.checkIn, kind: 'check-in', happenedAt, data: { step: '24h', dueAt: happenedAt, owner } },
  ];
  const added = await physician.post(`/api/courses/${course}/entries`, { entries });
  expect(added.status, JSON.stringify(added.body)).toBe(201);
  for (const url of [path, `/api/courses/${course}`, `/api/courses/${course}/calendar`])
    expect(await nurse.get<Refused>(url), url).toMatchObject({ status: 403, body: { code: 'not-on-team' } });
  const waiting = async (by: Caller) =>
    (await by.get<{ items: { id: string }[] }>('/api/course-tasks')).body.items.map(({ id }) => id);
  expect(await waiting(nurse)).toContain(ids.measure);
  expect(await waiting(nurse)).not.toContain(ids.checkIn);
  expect(await waiting(therapist)).toEqual(expect.arrayContaining([ids.measure, ids.checkIn]));
  expect((await lead.get(`/api/courses/${course}`)).status).toBe(200);
  const reason = { id: randomUUID(), reason: 'Called in.' };
  expect((await nurse.post(`/api/sessions/${theirs}/break-glass`, reason)).status).toBe(201);
  expect((await nurse.get(`/api/courses/${course}`)).status).toBe(200);
  const outcome = { measureId: ids.measure, outcome: 'Spoken with her.' };
  const ended = [{ id: randomUUID(), kind: 'safety-outcome', happenedAt, data: outcome }];
  expect((await physician.post(`/api/courses/${course}/entries`, { entries: ended })).status).toBe(201);
});
