import { randomUUID } from 'node:crypto';
import type { Opened, Opening, OpeningsReply, Session } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Caller, endSession, note, startApi, type TestApi, vitals } from '../support/api.ts';
import { cedar, harbor, twoRolesEmail } from '../support/fixtures.ts';
import { LiveReader } from '../support/live.ts';
import { endOpenings, sessionOf, setTeamOnly } from '../support/team-only.ts';

let api: TestApi;
let physician: Caller;
let therapist: Caller;
let nurse: Caller;
let lead: Caller;
let session: string;
const sockets: LiveReader[] = [];

beforeAll(async () => {
  api = await startApi();
  [physician, therapist, nurse, lead] = await Promise.all([
    api.as('physician'),
    api.as('therapist'),
    api.as('nurse'),
    api.as('lead'),
  ]);
  await setTeamOnly(api, true);
});
beforeEach(async () => {
  session = await sessionOf(physician, [{ personId: physician.personId, role: 'physician' }]);
  await physician.post(`/api/sessions/${session}/start`, { id: randomUUID() });
});
afterEach(async () => {
  for (const reader of sockets.splice(0)) reader.socket.terminate();
  await physician.post(`/api/sessions/${session}/end`, { id: randomUUID(), disposition: 'completed' });
});
afterAll(() => api.close());

type Refused = { code: string; field?: string };
const WHY = 'Called into the room.';
const open = (by: Caller, more: object = {}, id = session) =>
  by.post<Opened & Refused>(`/api/sessions/${id}/break-glass`, { id: randomUUID(), reason: WHY, ...more });
const read = (by: Caller, id = session) => by.get<Session & Refused>(`/api/sessions/${id}`);
const list = async (by = lead) => (await by.get<OpeningsReply>('/api/break-glass')).body;
const review = (id: string, by = lead, body: object = {}) =>
  by.post<Opening & Refused>(`/api/break-glass/${id}/review`, body);

async function acts(): Promise<{ action: string; target_id: string; detail: unknown }[]> {
  const sql = postgres(api.db.adminUrl, { max: 1 });
  const rows = await sql<{ action: string; target_id: string; detail: unknown }[]>`
    select action, target_id, detail from tandem.audit
    where action like 'break-glass%' and outcome = 'done' and target_id = ${session} order by id`;
  await sql.end();
  return [...rows];
}

describe('[BRG-1] a reason, and it is open', () => {
  test('for 60 minutes, to this person in this session alone; it is in the audit without the words of the reason', async () => {
    const other = await sessionOf(physician, [{ personId: physician.personId, role: 'physician' }], {
      patientId: harbor.patientIds[1],
    });
    await physician.post(`/api/sessions/${other}/start`, { id: randomUUID() });
    expect((await read(nurse)).body.code).toBe('not-on-team');
    const { status, body } = await open(nurse);
    expect([status, body.reason, body.sessionId]).toEqual([201, WHY, session]);
    expect(Date.parse(body.endsAt) - Date.parse(body.openedAt)).toBe(60 * 60_000);

    const { body: opened } = await read(nurse);
    expect(opened.patient?.familyName).toContain('Rivera');
    expect(opened.breakGlass).toEqual({ reason: WHY, endsAt: body.endsAt });
    expect((await nurse.post(`/api/sessions/${session}/entries`, { entries: [vitals()] })).status).toBe(201);
    expect((await read(therapist)).body.code).toBe('not-on-team');
    expect((await read(nurse, other)).body.code).toBe('not-on-team');
    expect((await read(physician)).body.breakGlass).toBeUndefined();
    const written = await acts();
    expect(written.map(({ action }) => action)).toEqual(['break-glass.open']);
    expect(JSON.stringify(written)).not.toContain(WHY);
    await endSession(physician, other);
  });

  test('sent again it is the same one; another reason under the same id is refused; without a reason nothing opens', async () => {
    const id = randomUUID();
    const first = await open(nurse, { id });
    const again = await open(nurse, { id });
    expect([first.status, again.status, again.body]).toEqual([201, 200, first.body]);
    expect((await open(nurse, { id, reason: 'Another one.' })).body.code).toBe('entry-id-reused');
    expect((await open(therapist, { id })).body.code).toBe('entry-id-reused');
    for (const reason of [undefined, '', '   ', 'x'.repeat(501)]) {
      const refused = await open(therapist, { reason });
      expect([refused.status, refused.body.field]).toEqual([400, 'reason']);
    }
    expect((await read(therapist)).status).toBe(403);
    expect(await acts()).toHaveLength(1);
  });

  test('the hour is begun anew before it is over; who is on the team needs none, nor where sessions are everybody’s', async () => {
    expect((await open(nurse)).status).toBe(201);
    const { body: second } = await open(nurse, { reason: 'Still here.' });
    expect((await read(nurse)).body.breakGlass).toEqual({ reason: 'Still here.', endsAt: second.endsAt });
    expect((await open(physician)).body.code).toBe('break-glass-not-needed');
    expect((await open(lead)).body.code).toBe('role-may-not');
    expect((await open(nurse, {}, randomUUID())).status).toBe(404);
    expect((await open(await api.as('nurse', cedar))).status).toBe(404);
    await setTeamOnly(api, false);
    expect((await open(therapist)).body.code).toBe('break-glass-not-needed');
    await setTeamOnly(api, true);
  });
});

describe('[BRG-3] after 60 minutes by the clock of the database', () => {
  test('it is closed on calls and on an open socket within 5 s; the server cannot lengthen it', async () => {
    const opened = await open(nurse);
    const reader = new LiveReader(api.socket(nurse));
    sockets.push(reader);
    await reader.hello();
    reader.send({ type: 'subscribe', sessionId: session, after: 0 });
    await reader.until(() => reader.frames.find((frame) => frame.type === 'current'));
    const had = reader.seqs(session).length;
    const startMs = performance.now();
    await endOpenings(api);
    const ended = await reader.until(() => reader.frames.find((frame) => frame.type === 'error'));
    expect(ended).toMatchObject({ code: 'not-on-team', sessionId: session, lasting: true });
    expect(performance.now() - startMs).toBeLessThan(5_000);
    await physician.post(`/api/sessions/${session}/entries`, { entries: [note('Only for the team.')] });
    expect((await read(nurse)).body.code).toBe('not-on-team');
    expect(reader.seqs(session)).toHaveLength(had);
    const { app } = api.services.database;
    await expect(
      app`update tandem.break_glass set ends_at = now() + interval '1 day' where id = ${opened.body.id}`,
    ).rejects.toThrow(/permission denied/);
    await expect(app`delete from tandem.break_glass`).rejects.toThrow(/permission denied/);
  });

  test('what was recorded meanwhile and could not be sent still comes in, and opens nothing', async () => {
    await open(nurse);
    await endOpenings(api);
    const late = await nurse.post(`/api/sessions/${session}/entries`, { entries: [vitals()] });
    expect(late.status).toBe(201);
    expect((await read(nurse)).status).toBe(403);
    const end = { id: randomUUID(), disposition: 'completed' };
    const other = await therapist.post<Refused>(`/api/sessions/${session}/end`, end);
    expect(other.body.code).toBe('not-on-team');
    expect((await therapist.post(`/api/sessions/${session}/entries`, { entries: [vitals()] })).status).toBe(
      403,
    );
    const sql = postgres(api.db.adminUrl, { max: 1 });
    await sql`update tandem.break_glass set opened_at = opened_at - interval '1 day', ends_at = ends_at - interval '1 day'`;
    await sql.end();
    const tooLate = await nurse.post<Refused>(`/api/sessions/${session}/entries`, { entries: [vitals()] });
    expect(tooLate.body.code).toBe('not-on-team');
  });
});

describe('[BRG-4] a lead', () => {
  test('sees at once who opened what and why, of a running session without a name, and no lead elsewhere does', async () => {
    const before = (await list()).unreviewed;
    const { body: opened } = await open(nurse);
    const { items, unreviewed } = await list();
    expect(unreviewed).toBe(before + 1);
    const row = items.find(({ id }) => id === opened.id);
    expect(row).toMatchObject({
      by: expect.stringContaining('Mensah'),
      role: 'nurse',
      reason: WHY,
      clientName: null,
      roomName: 'Room 1',
      openedAt: opened.openedAt,
      endsAt: opened.endsAt,
      reviewedBy: null,
    });
    expect((await list(await api.as('lead', cedar))).items).toEqual([]);
    for (const by of [nurse, physician, therapist, await api.as('admin')])
      expect((await by.get('/api/break-glass')).status).toBe(403);
    await endSession(physician, session);
    expect((await list()).items.find(({ id }) => id === opened.id)?.clientName).toContain('Rivera');
  });

  test('looks at it once, with a word or without; nobody looks at their own', async () => {
    const { body: opened } = await open(nurse);
    const { unreviewed } = await list();
    expect((await review(opened.id, await api.as('lead', cedar))).status).toBe(404);
    const { status, body } = await review(opened.id, lead, { word: 'Talked with Tunde.' });
    expect([status, body.reviewedBy, body.word]).toEqual([
      200,
      expect.stringContaining('Feldmann'),
      'Talked with Tunde.',
    ]);
    expect((await list()).unreviewed).toBe(unreviewed - 1);
    expect((await review(opened.id, lead, { word: 'Talked with Tunde.' })).status).toBe(200);
    expect((await review(opened.id, lead, { word: 'Otherwise.' })).body.code).toBe('already-decided');
    expect((await acts()).map(({ action }) => action)).toEqual(['break-glass.open', 'break-glass.review']);

    const both = await api.signIn(twoRolesEmail);
    const { body: own } = await open(both);
    await both.post('/api/me/role', { role: 'lead' });
    expect((await review(own.id, both)).body).toMatchObject({ code: 'role-may-not' });
    expect((await review(opened.id, both, { word: 'Talked with Tunde.' })).body.code).toBe('already-decided');
    expect((await review(own.id)).status).toBe(200);
  });
});

test('[BRG-6] it opens no process note', async () => {
  const id = randomUUID();
  const mine = await sessionOf(therapist, [{ personId: therapist.personId, role: 'therapist' }], {
    patientId: harbor.patientIds[1],
  });
  const text = { sessionId: mine, text: 'canary-0dd0', editId: randomUUID(), seenRevision: 0 };
  expect((await therapist.call('PUT', `/api/process-notes/${id}`, text)).status).toBe(201);
  expect((await open(physician, {}, mine)).status).toBe(201);
  expect((await read(physician, mine)).status).toBe(200);
  expect((await physician.get(`/api/process-notes/${id}`)).status).toBe(403);
  expect(JSON.stringify((await physician.get(`/api/sessions/${mine}/entries`)).body)).not.toContain('canary');
});
