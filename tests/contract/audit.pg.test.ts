import { randomUUID } from 'node:crypto';
import type { AuditItem, AuditReply } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, planSession, startApi, type TestApi } from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';

let api: TestApi;
let physician: Caller;
let therapist: Caller;
let nurse: Caller;
let lead: Caller;
let admin: Caller;
let own: string;
let others: string;

beforeAll(async () => {
  api = await startApi();
  [physician, therapist, nurse, lead, admin] = await Promise.all([
    api.as('physician'),
    api.as('therapist'),
    api.as('nurse'),
    api.as('lead'),
    api.as('admin'),
  ]);
  const team = [{ personId: physician.personId, role: 'physician' as const }];
  own = await planSession(therapist, { started: false, people: team });
  others = await planSession(therapist, { started: false, client: 1 });
  // Opened by the nurse; a patient added; a refusal; a role that may not.
  for (const id of [own, others]) await nurse.get(`/api/sessions/${id}`);
  await therapist.post('/api/patients', {
    id: randomUUID(),
    familyName: '=cmd()',
    givenName: 'Ada',
    birthDate: '1990-02-28',
    sex: 'female',
    allergies: { status: 'not-asked' },
  });
  await admin.get('/api/patients');
  await (await api.as('physician', cedar)).get('/api/patients');
});
afterAll(() => api.close());

const search = async (by: Caller, body: object = {}, part = ''): Promise<AuditReply> => {
  const reply = await by.post<AuditReply>(`/api/audit${part}/search`, { limit: 200, ...body });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
};
const acts = (items: readonly AuditItem[]) => [...new Set(items.map(({ action }) => action))];
const openings = ({ items }: AuditReply) =>
  items.filter(({ action }) => action === 'session.read').map(({ targetId }) => targetId);

describe('who sees what', () => {
  test('[AUD-1] a lead sees the whole clinic with names, and nothing of another one', async () => {
    const { items, total } = await search(lead);
    expect(total).toBe(items.length);
    expect(acts(items)).toEqual(expect.arrayContaining(['sign-in', 'session.read', 'patient.create']));
    const opened = items.find(({ targetId, action }) => targetId === own && action === 'session.read');
    expect(opened?.actorName).toContain('Mensah');
    expect(opened?.about).toMatch(/Harbor-Rivera, Maya \d{4}-\d\d-\d\d/);
    expect(JSON.stringify(items)).not.toMatch(/cedar/i);
    const when = items.map(({ at }) => at);
    expect(when).toEqual(when.toSorted().toReversed());
  });

  test('[AUD-1] a physician sees what they did and what others did with sessions whose team they are on', async () => {
    const reply = await search(physician);
    expect(openings(reply)).toContain(own);
    expect(openings(reply)).not.toContain(others);
    const rest = reply.items.filter(({ targetId }) => targetId !== own);
    expect(rest.every(({ actorId }) => actorId === physician.personId)).toBe(true);
  });

  test('[AUD-1] nurse and therapist see their own acts alone', async () => {
    for (const by of [nurse, therapist]) {
      const { items } = await search(by);
      expect(items.length).toBeGreaterThan(0);
      expect(items.every(({ actorId }) => actorId === by.personId)).toBe(true);
    }
  });

  test('[AUD-2] an admin sees events of the installation and refusals, and no name of a client', async () => {
    expect((await admin.post('/api/audit/search', {})).status).toBe(403);
    const { items } = await search(admin, {}, '/technical');
    expect(acts(items)).toEqual(expect.arrayContaining(['sign-in', 'patient.read']));
    expect(items.filter(({ action }) => action === 'patient.read')).toMatchObject([{ outcome: 'denied' }]);
    expect(acts(items)).not.toContain('session.read');
    expect(acts(items)).not.toContain('patient.create');
    expect(JSON.stringify(items)).not.toMatch(/Rivera|cmd/);
    const asked = await search(admin, { groups: ['clients', 'reading'] }, '/technical');
    expect(asked.items).toEqual([]);
  });
});

describe('finding', () => {
  test('[AUD-3] by person, thing, group, outcome and day of the clinic; the total is of all pages', async () => {
    const byPerson = await search(lead, { personId: nurse.personId });
    expect(byPerson.items.every(({ actorId }) => actorId === nurse.personId)).toBe(true);
    expect(openings(byPerson).toSorted()).toEqual([own, others].toSorted());
    expect(openings(await search(lead, { targetId: own, groups: ['reading'] }))).toEqual([own]);
    const denied = await search(lead, { outcome: 'denied' });
    expect(denied.items.map(({ actorId, action }) => [actorId, action])).toContainEqual([
      admin.personId,
      'patient.read',
    ]);
    expect(denied.items.every(({ outcome }) => outcome === 'denied')).toBe(true);
    const day = new Date().toLocaleDateString('en-CA', { timeZone: 'America/New_York' });
    expect((await search(lead, { from: day, to: day })).total).toBeGreaterThan(3);
    expect((await search(lead, { to: '2020-01-01' })).items).toEqual([]);
  });

  test('[AUD-3] pages follow each other without a gap; a cursor belongs to its search', async () => {
    const whole = (await search(lead)).items.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: AuditReply = await search(lead, { limit: 3, ...(cursor === null ? {} : { cursor }) });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null && paged.length < whole.length + 10);
    // What was searched meanwhile leaves no row of its own.
    expect(paged).toEqual(whole);
    const { nextCursor } = await search(lead, { limit: 1 });
    for (const [by, body] of [
      [lead, { outcome: 'denied' }],
      [await api.as('lead', cedar), { limit: 1 }],
    ] as const)
      expect(await by.post('/api/audit/search', { ...body, cursor: nextCursor })).toMatchObject({
        status: 400,
        body: { field: 'cursor' },
      });
  });
});

describe('the file', () => {
  test('[AUD-4] holds exactly what is filtered, and that it was made is in the audit', async () => {
    const filter = { personId: therapist.personId };
    const { items } = await search(lead, filter);
    const reply = await fetchText(lead, filter);
    const lines = reply.text.trim().split('\r\n');
    expect(reply.type).toContain('text/csv');
    expect(lines[0]?.replace('\uFEFF', '').trim()).toBe(
      'time,person,role,act,about,outcome,detail,code,person id,about id',
    );
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(items.map(({ at }) => at));
    const made = await search(lead, { groups: ['audit'] });
    expect(made.items[0]).toMatchObject({ action: 'audit.export', detail: { filter: ['personId'] } });
  });

  test('[AUD-4, D8] a value that a spreadsheet would run as a formula is text', async () => {
    const { text } = await fetchText(lead, { groups: ['clients'] });
    expect(text).toContain("'=cmd()");
    expect(text).not.toMatch(/[,\n]"?=cmd/);
  });
});

test('[AUD-5] no role of the server can change, remove or empty a row', async () => {
  const { app, auth, notes } = api.db.database;
  for (const sql of [app, auth, notes]) {
    for (const statement of [
      `update tandem.audit set action = 'x'`,
      'delete from tandem.audit',
      'truncate tandem.audit',
    ])
      await expect(sql.unsafe(statement), statement).rejects.toThrow(/permission denied/);
  }
  const owner = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
  await expect(owner.unsafe('delete from tandem.audit')).rejects.toThrow(/append-only/);
  await owner.end();
});

async function fetchText(by: Caller, filter: object) {
  const { port } = api.app.server.address() as { port: number };
  const reply = await fetch(`http://127.0.0.1:${port}/api/audit/export`, {
    method: 'POST',
    headers: { cookie: by.cookie, 'content-type': 'application/json' },
    body: JSON.stringify(filter),
  });
  return { text: await reply.text(), type: reply.headers.get('content-type') };
}

test('[AUD-6] a sign-in that fails is in the audit of the clinic of its account, without an actor; of an unknown email it is nowhere', async () => {
  const failed = async () =>
    (await search(lead, { groups: ['sign-in'] })).items.filter(({ outcome }) => outcome === 'wrong-password');
  const count = async () => (await failed()).length;
  const wrong = async (email: string) => {
    const reply = await api.request('POST', '/api/auth/sign-in/email', {
      email,
      password: 'not the password',
    });
    expect(reply.status).toBe(401);
  };
  await wrong('nobody@nowhere.test');
  await wrong(cedar.emails.nurse);
  await wrong(harbor.emails.nurse);
  await expect.poll(count).toBe(1);
  expect(await failed()).toMatchObject([
    { action: 'sign-in', actorId: null, actorName: null, actorRole: null, targetId: nurse.personId },
  ]);
});
