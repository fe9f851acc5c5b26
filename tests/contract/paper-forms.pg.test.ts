import { createHash } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, planSession, startApi, type TestApi } from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';

let api: TestApi;
let admin: Sql;
let physician: Caller;
let planned: string;
let running: string;
let today: string;

beforeAll(async () => {
  api = await startApi();
  admin = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
  physician = await api.as('physician');
  planned = await planSession(physician, { started: false });
  running = await planSession(physician, { client: 1 });
  const there = await api.as('physician', cedar);
  await planSession(there, { started: false, clinic: cedar });
  const [row] = await admin<{ day: string }[]>`
    select to_char(now() at time zone time_zone, 'YYYY-MM-DD') as day from tandem.clinics where id = ${harbor.id}`;
  today = row?.day as string;
});
afterAll(async () => {
  await admin.end();
  await api.close();
});

async function forms(by: Caller, query: string) {
  const { port } = api.app.server.address() as { port: number };
  const reply = await fetch(`http://127.0.0.1:${port}/api/paper-forms?${query}`, {
    headers: { cookie: by.cookie },
  });
  const bytes = Buffer.from(await reply.arrayBuffer());
  const isJson = reply.headers.get('content-type')?.includes('json') === true;
  const problem = isJson
    ? (JSON.parse(bytes.toString()) as { code: string; field: string; title: string })
    : null;
  return { status: reply.status, bytes, problem, header: (name: string) => reply.headers.get(name) };
}
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;
const actsOf = (personId: string) =>
  admin<{ target_id: string | null; detail: Record<string, unknown> }[]>`
    select target_id, detail from tandem.audit
    where action = 'paper-forms.print' and actor_id = ${personId} order by at`;

describe('forms on paper of a day', () => {
  test('[PAP-1] [PAP-6] are a PDF of its planned and running sessions and an empty one, without a name outside of it', async () => {
    const file = await forms(physician, `date=${today}`);
    expect(file.status, file.problem?.title).toBe(200);
    expect(file.header('content-type')).toBe('application/pdf');
    expect(file.header('content-disposition')).toBe(`attachment; filename="tandem-paper-${today}.pdf"`);
    expect(file.header('cache-control')).toBe('no-store');
    expect(file.header('tandem-forms')).toBe('2');
    expect(file.header('tandem-left-out')).toBe('0');
    expect(pagesOf(file.bytes)).toBe(6);
    const acts = await actsOf(physician.personId);
    expect(acts.map(({ target_id }) => target_id).toSorted()).toEqual([planned, running].toSorted());
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    expect(acts[0]?.detail).toEqual({ date: today, forms: 2, sha256, bytes: file.bytes.length });
  });

  test('[PAP-1] are the empty one alone where none is planned, in the audit all the same', async () => {
    const nurse = await api.as('nurse');
    const file = await forms(nurse, 'date=2001-01-01&language=de');
    expect([file.status, file.header('tandem-forms'), pagesOf(file.bytes)]).toEqual([200, '0', 2]);
    expect((await actsOf(nurse.personId)).map(({ target_id }) => target_id)).toEqual([null]);
  });

  test('[PAP-6] are made by who reads the day’s sessions, of those that they may read', async () => {
    const lead = await forms(await api.as('lead'), `date=${today}`);
    // A lead does not see who is in a session that runs.
    expect([lead.header('tandem-forms'), lead.header('tandem-left-out')]).toEqual(['1', '1']);
    const asAdmin = await forms(await api.as('admin'), `date=${today}`);
    expect([asAdmin.status, asAdmin.problem?.code]).toEqual([403, 'role-may-not']);
    const there = await forms(await api.as('physician', cedar), `date=${today}`);
    expect(there.header('tandem-forms')).toBe('1');
    await admin`update tandem.clinics set settings = settings || '{"teamOnly": true}' where id = ${harbor.id}`;
    api.services.logins.forget();
    try {
      const other = await forms(await api.as('therapist'), `date=${today}`);
      expect([other.header('tandem-forms'), other.header('tandem-left-out')]).toEqual(['0', '2']);
    } finally {
      await admin`update tandem.clinics set settings = settings - 'teamOnly' where id = ${harbor.id}`;
      api.services.logins.forget();
    }
  });

  test('[ISO-1] [PAP-6] have no session of another clinic, with the clinic filter removed too', async () => {
    const unfiltered = await startApi({ db: api.db, withoutClinicFilter: true });
    const { port } = unfiltered.app.server.address() as { port: number };
    const lead = await unfiltered.as('lead', cedar);
    const reply = await fetch(`http://127.0.0.1:${port}/api/paper-forms?date=${today}`, {
      headers: { cookie: lead.cookie },
    });
    // The one of their own; Harbor has two.
    expect([reply.status, reply.headers.get('tandem-forms')]).toEqual([200, '1']);
    expect(reply.headers.get('tandem-left-out')).toBe('0');
    await unfiltered.close();
  });

  test('[PAP-6] are refused by the field for a query that is not as it should be', async () => {
    for (const [query, field] of [
      ['', 'date'],
      ['date=today', 'date'],
      ['date=2026-02-31', 'date'],
      [`date=${today}&language=fr`, 'language'],
      [`date=${today}&format=pdf`, 'format'],
    ] as const) {
      const file = await forms(physician, query);
      expect([file.status, file.problem?.code, file.problem?.field], query).toEqual([400, 'invalid', field]);
    }
  });
});
