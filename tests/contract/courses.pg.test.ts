import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, endSession, planSession, startApi, type TestApi } from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';

let api: TestApi;
let physician: Caller;
let therapist: Caller;
let lead: Caller;
beforeAll(async () => {
  api = await startApi();
  [physician, therapist, lead] = await Promise.all([
    api.as('physician'),
    api.as('therapist'),
    api.as('lead'),
  ]);
});
afterAll(() => api.close());

interface Whole {
  readonly entries: { readonly id: string; readonly kind: string; readonly seq: number }[];
  readonly lastSeq: number;
}
interface Tasks {
  readonly items: {
    readonly id: string;
    readonly kind: string;
    readonly dueAt: string;
    readonly owner: object | null;
  }[];
}

async function opened(client: 0 | 1 = 0, seriesId?: string): Promise<string> {
  const path = `/api/patients/${harbor.patientIds[client]}/courses`;
  const body = { id: randomUUID(), ...(seriesId === undefined ? {} : { seriesId }) };
  const reply = await therapist.post<{ id: string }>(path, body);
  expect([200, 201], JSON.stringify(reply.body)).toContain(reply.status);
  return reply.body.id;
}
const one = (kind: string, data: object, id = randomUUID()) => ({
  id,
  kind,
  happenedAt: new Date().toISOString(),
  data,
});
const add = (course: string, by: Caller, ...entries: object[]) =>
  by.post<{ entries: { id: string; seq: number }[]; code?: string; field?: string; title?: string }>(
    `/api/courses/${course}/entries`,
    { entries },
  );
const phq9 = (ninth: number) => ({
  instrument: 'phq-9',
  version: 1,
  filledBy: 'client',
  answers: Array.from({ length: 9 }, (_, at) => ({ item: `q${at + 1}`, value: at === 8 ? ninth : 1 })),
});
const tasks = async (by = therapist) => (await by.get<Tasks>('/api/course-tasks')).body.items;

test('[CRS-1] one course per client and series, whoever opens it first; its entries stand once, in one chain', async () => {
  const series = randomUUID();
  const path = `/api/patients/${harbor.patientIds[1]}/courses`;
  const bodies = [randomUUID(), randomUUID()].map((id) => ({ id, seriesId: series }));
  const replies = await Promise.all(bodies.map((body) => therapist.post<{ id: string }>(path, body)));
  expect(replies.map(({ status }) => status).every((status) => status === 200 || status === 201)).toBe(true);
  const course = await opened(1, series);
  expect(new Set([...replies.map(({ body }) => body.id), course]).size).toBe(1);
  const story = one('story', { from: 'I am the mistake.' });
  expect((await add(course, therapist, story)).status).toBe(201);
  expect((await add(course, therapist, story)).status).toBe(200);
  const other = { ...story, data: { from: 'Something else.' } };
  expect((await add(course, therapist, other)).body.code).toBe('entry-id-reused');
  const whole = (await lead.get<Whole>(`/api/courses/${course}`)).body;
  expect(whole.entries.map(({ kind, seq }) => [kind, seq])).toEqual([
    ['course-opened', 1],
    ['story', 2],
  ]);
});

test('[MEA-2] item 9 of one or more opens a task within the hour; nobody starts or signs before its outcome is written', async () => {
  const course = await opened();
  expect((await add(course, physician, one('measure', phq9(0)))).status).toBe(201);
  expect(await tasks()).toEqual([]);
  const ended = await planSession(physician);
  await endSession(physician, ended);
  const measure = one('measure', phq9(1));
  expect((await add(course, therapist, measure)).status).toBe(201);
  const [task] = await tasks(lead);
  expect(task).toMatchObject({ id: measure.id, kind: 'safety', owner: null });
  expect(Date.parse(task?.dueAt as string) - Date.now()).toBeLessThanOrEqual(3_600_000);
  const planned = await planSession(physician, { started: false });
  const start = { id: randomUUID() };
  expect((await physician.post(`/api/sessions/${planned}/start`, start)).body.code).toBe('safety-open');
  const sign = { id: randomUUID(), meaning: 'Reviewed.' };
  expect((await physician.post(`/api/sessions/${ended}/sign`, sign)).body.code).toBe('safety-open');
  const close = { id: randomUUID(), reason: 'Nobody is left to sign.' };
  expect((await lead.post(`/api/sessions/${ended}/close`, close)).body.code).toBe('safety-open');
  // It is not got rid of by taking the answers back.
  const gone = one('withdrawal', { entryId: measure.id, reason: 'Mistyped.' });
  expect((await add(course, therapist, gone)).body.code).toBe('safety-open');
  const outcome = one('safety-outcome', {
    measureId: measure.id,
    outcome: 'Spoken with her; safe, plan made.',
  });
  expect((await add(course, physician, outcome)).status).toBe(201);
  expect(await tasks()).toEqual([]);
  expect((await physician.post(`/api/sessions/${ended}/sign`, sign)).status).toBe(201);
  expect((await physician.post(`/api/sessions/${planned}/start`, start)).status).toBe(201);
  await endSession(physician, planned);
});

test('[MEA-1] answers that do not belong to the measure are refused by name, and nothing of the batch is stored', async () => {
  const course = await opened();
  const before = (await therapist.get<Whole>(`/api/courses/${course}`)).body.lastSeq;
  const bad = { ...phq9(0), answers: [{ item: 'q1', value: 4 }] };
  const refused = await add(course, therapist, one('story', { to: 'Better.' }), one('measure', bad));
  expect(refused).toMatchObject({
    status: 400,
    body: { code: 'invalid', field: 'entries[1].data.answers[0].value' },
  });
  expect(refused.body.title).toContain('from 0 to 3 for q1');
  const unknown = await add(course, therapist, one('measure', { ...phq9(0), instrument: 'cadss' }));
  expect(unknown.body.field).toBe('entries[0].data.instrument');
  expect((await therapist.get<Whole>(`/api/courses/${course}`)).body.lastSeq).toBe(before);
});

test('[INT-1] a check-in is due at its time, moved, then done; a second outcome is refused; [INT-3] its calendar says nothing else', async () => {
  const course = await opened(1);
  const owner = { id: therapist.personId, name: 'Jonas Lindqvist' };
  const sessionId = await planSession(physician, { started: false, client: 1 });
  const dueAt = '2026-12-01T09:00:00.000Z';
  const checkIn = one('check-in', { step: '72h', dueAt, owner });
  const insight = one('insight', { text: 'Grief for the mother.', sessionId });
  expect((await add(course, therapist, checkIn, insight)).status).toBe(201);
  expect((await tasks()).find(({ id }) => id === checkIn.id)).toMatchObject({ kind: 'check-in', dueAt });
  const movedTo = '2026-12-02T10:30:00.000Z';
  const told = (data: object) => one('check-in-outcome', { checkInId: checkIn.id, ...data });
  expect((await add(course, therapist, told({ outcome: 'moved' }))).body.field).toContain('movedTo');
  expect((await add(course, therapist, told({ outcome: 'moved', movedTo }))).status).toBe(201);
  expect((await tasks()).find(({ id }) => id === checkIn.id)?.dueAt).toBe(movedTo);
  const { port } = api.app.server.address() as { port: number };
  const headers = { cookie: therapist.cookie };
  const file = await fetch(`http://127.0.0.1:${port}/api/courses/${course}/calendar`, { headers });
  const text = await file.text();
  expect(text).toContain('20261202T103000Z');
  expect(text).not.toMatch(/grief|mother|ketamine|session|check|therap|Okonkwo|Rivera/i);
  expect((await add(course, therapist, told({ outcome: 'done', text: 'Walked twice.' }))).status).toBe(201);
  expect((await tasks()).some(({ id }) => id === checkIn.id)).toBe(false);
  expect((await add(course, therapist, told({ outcome: 'missed' }))).body.code).toBe('already-settled');
  const approval = { insightId: insight.id, how: 'in-person', approvedAt: new Date().toISOString() };
  expect((await add(course, therapist, one('insight-approval', approval))).status).toBe(201);
  expect(
    (await add(course, therapist, one('insight-approval', { ...approval, insightId: randomUUID() }))).status,
  ).toBe(404);
});

test('[INT-4] who asks is named by the server: a name that is sent is not kept, and none need be sent', async () => {
  const course = await opened(1);
  const dueAt = '2026-12-01T09:00:00.000Z';
  const owner = { id: therapist.personId, name: 'Somebody Else' };
  const checkIn = one('check-in', { step: '24h', dueAt, owner, deputy: { id: physician.personId } });
  const stored = await therapist.post<{ entries: { data: object }[] }>(`/api/courses/${course}/entries`, {
    entries: [checkIn],
  });
  expect(stored.body.entries[0]?.data).toMatchObject({
    owner: { id: therapist.personId, name: 'Jonas Lindqvist of Harbor' },
    deputy: { id: physician.personId, name: 'Dr Amara Okafor of Harbor' },
  });
  const again = await add(course, therapist, {
    ...checkIn,
    data: { ...checkIn.data, owner: { id: owner.id } },
  });
  expect(again.status).toBe(200);
});

test('[MEA-3] a measure entered in error stays, with the reason, and counts no more', async () => {
  const course = await opened(1);
  const measure = one('measure', {
    instrument: 'gad-7',
    version: 1,
    filledBy: 'staff',
    answers: [{ item: 'q1', value: 3 }],
  });
  expect((await add(course, therapist, measure)).status).toBe(201);
  const gone = { entryId: measure.id, reason: 'Of another client.' };
  expect((await add(course, physician, one('withdrawal', gone))).body.code).toBe('not-yours');
  expect((await add(course, therapist, one('withdrawal', { ...gone, reason: ' ' }))).body.field).toContain(
    'reason',
  );
  expect((await add(course, therapist, one('withdrawal', gone))).status).toBe(201);
  expect((await add(course, therapist, one('withdrawal', gone))).body.code).toBe('already-settled');
  const { entries } = (await lead.get<Whole>(`/api/courses/${course}`)).body;
  expect(entries.filter(({ id }) => id === measure.id)).toHaveLength(1);
  expect(entries.at(-1)?.kind).toBe('withdrawal');
});

test('[CRS-2] a course is no session and a session no course; another clinic finds neither', async () => {
  const course = await opened();
  const session = await planSession(physician, { started: false, client: 1 });
  const note = {
    id: randomUUID(),
    kind: 'note',
    happenedAt: new Date().toISOString(),
    data: { text: 'x', category: 'noticed' },
  };
  expect((await physician.post(`/api/sessions/${course}/entries`, { entries: [note] })).status).toBe(404);
  expect((await add(session, physician, one('story', { from: 'x' }))).status).toBe(404);
  expect((await physician.get(`/api/sessions/${course}`)).status).toBe(404);
  const foreign = await api.as('physician', cedar);
  expect((await foreign.get(`/api/courses/${course}`)).status).toBe(404);
  expect((await add(course, foreign, one('story', { from: 'x' }))).status).toBe(404);
  const nurse = await api.as('nurse');
  expect((await add(course, nurse, one('story', { from: 'x' }))).status).toBe(403);
});
