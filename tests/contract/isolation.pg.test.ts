import { randomUUID } from 'node:crypto';
import { signInLibrary } from '@tandem/api/auth/library.ts';
import { checkIsolation } from '@tandem/api/db/self-check.ts';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, dose, note, planSession, startApi, type TestApi, vitals } from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';

let api: TestApi;
let theirs: Caller;
let theirLead: Caller;
let theirAdmin: Caller;
let theirTherapist: Caller;
let ours: string;

beforeAll(async () => {
  api = await startApi({ withoutClinicFilter: true });
  const physician = await api.as('physician');
  ours = await planSession(physician);
  await physician.post(`/api/sessions/${ours}/entries`, {
    entries: [vitals(), dose(), note('canary-words')],
  });
  theirs = await api.as('physician', cedar);
  theirLead = await api.as('lead', cedar);
  theirAdmin = await api.as('admin', cedar);
  theirTherapist = await api.as('therapist', cedar);
  const written = await (await api.as('therapist')).call('PUT', `/api/process-notes/${randomUUID()}`, {
    sessionId: ours,
    text: 'canary-words of my own',
    editId: randomUUID(),
    seenRevision: 0,
  });
  expect(written.status).toBe(201);
});
afterAll(() => api.close());

/** Tables with clinic content, read from the catalogue, so that a new one is covered without an edit here. */
async function clinicTables(): Promise<string[]> {
  const admin = postgres(api.db.adminUrl, { max: 1 });
  const rows = await admin<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('tandem', 'auth', 'notes')
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped
    where c.relkind = 'r' order by 1`;
  await admin.end();
  return rows.map((row) => row.name);
}

describe('Row-level security holds alone', () => {
  test('[ISO-1] every read of the API with the clinic filter removed: 0 foreign rows', async () => {
    // Read from the server's own description, so that a new read is asked here without an edit.
    const { paths } = (await theirs.get<{ paths: Record<string, object> }>('/api/openapi.json')).body;
    const reads = Object.keys(paths).filter(
      (path) => path.startsWith('/api') && 'get' in (paths[path] as object),
    );
    expect(reads.length).toBeGreaterThanOrEqual(9);
    const replies = [await theirs.post('/api/sessions/search', { q: 'Rivera', limit: 200 })];
    // A screen on a wall asks with its own cookie, and a person's opens nothing there.
    const shown = await theirs.post<{ code: string }>('/api/display/codes', {});
    const cookie = (shown.headers['set-cookie'] as string[])[0] as string;
    const screen = { id: randomUUID(), roomId: cedar.roomId, code: shown.body.code, setting: 'staff-side' };
    expect((await theirs.post('/api/displays', screen)).status).toBe(201);
    replies.push(await api.request('GET', '/api/display', undefined, { cookie }));
    expect(replies.at(-1)?.status).toBe(200);
    for (const path of reads) {
      // Of forms on paper, in which no word can be looked for, paper-forms.pg.test.ts asks how many there are.
      if (path === '/api/display' || path === '/api/paper-forms') continue;
      // What a physician may not ask at all, a lead, a therapist or an admin of the same clinic does.
      const asked = path.replace('{id}', ours).replace(/export$/, 'export?format=csv');
      let reply = await theirs.get(asked);
      for (const other of [theirLead, theirTherapist, theirAdmin])
        if (reply.status === 403) reply = await other.get(asked);
      expect(reply.status, path).toBe(path.includes('{id}') ? 404 : 200);
      replies.push(reply);
    }
    const text = JSON.stringify(replies);
    for (const canary of ['Harbor', harbor.patientIds[0], harbor.protocolId, harbor.roomId, 'canary-words']) {
      expect(text, `a foreign row was read: ${canary}`).not.toContain(canary);
    }
    expect(text).toContain('Cedar-Rivera');
  });

  test('[ISO-2] every table without any WHERE, as the server connects: own rows in the clinic, none outside', async () => {
    const tables = await clinicTables();
    expect(tables.length).toBeGreaterThanOrEqual(11);
    let seen = 0;
    for (const table of tables) {
      if (table === 'tandem.stream_heads') continue;
      // Process notes are another role's, who sees none of them either until a person is named.
      const app = table.startsWith('notes.') ? api.db.database.notes : api.db.database.app;
      const outside = await app`select count(*)::int as n from ${app(table)}`;
      expect(outside[0]?.n, `${table} without a clinic`).toBe(0);
      const foreign = await app.begin(async (tx) => {
        await tx`select set_config('tandem.clinic_id', ${cedar.id}, true)`;
        const rows =
          await tx`select count(*) filter (where clinic_id <> ${cedar.id})::int as n, count(*)::int as all from ${tx(table)}`;
        seen += rows[0]?.all as number;
        return rows[0]?.n;
      });
      expect(foreign, table).toBe(0);
    }
    expect(seen).toBeGreaterThan(5);
  });

  test('[ISO-3] heads hold no clinical content, and cannot be moved from another clinic', async () => {
    const { app } = api.db.database;
    const columns =
      await app`select column_name from information_schema.columns where table_name = 'stream_heads' order by 1`;
    expect(columns.map((row) => row.column_name)).toEqual([
      'clinic_id',
      'last_hash',
      'last_recorded_at',
      'last_seq',
      'stream_id',
      'stream_type',
    ]);
    const move = app.begin(async (tx) => {
      await tx`select set_config('tandem.clinic_id', ${cedar.id}, true)`;
      return tx`update tandem.stream_heads set last_seq = last_seq + 1 where stream_id = ${ours}`;
    });
    await expect(move).rejects.toThrow(/row-level security/);
  });

  test('[ISO-4] current_user, rolsuper, rolbypassrls and ownership over the server’s own connections', async () => {
    for (const [pool, name] of [
      [api.db.database.app, 'tandem_app'],
      [api.db.database.writer, 'tandem_app'],
      [api.db.database.auth, 'tandem_auth'],
    ] as const) {
      const [role] = await pool`select current_user as name, rolsuper, rolbypassrls, rolcreaterole,
        (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = current_user`;
      expect(role).toEqual({ name, rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 });
    }
    const admin = postgres(api.db.adminUrl, { max: 1 });
    await expect(checkIsolation(api.db.database.app)).resolves.toBeUndefined();
    await expect(checkIsolation(admin)).rejects.toThrow(/does not run as the database role/);
    await admin.unsafe('alter table tandem.patients no force row level security');
    await expect(checkIsolation(api.db.database.app)).rejects.toThrow('tandem.patients');
    await admin.unsafe('alter table tandem.patients force row level security');
    await admin.end();
  });

  test('[ISO-5] the log refuses UPDATE, DELETE and TRUNCATE, to the server and to the owner', async () => {
    const admin = postgres(api.db.adminUrl, { max: 1 });
    for (const table of ['tandem.entries', 'tandem.entry_payloads', 'tandem.audit']) {
      for (const statement of [
        `update ${table} set clinic_id = clinic_id`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await expect(api.db.database.app.unsafe(statement), statement).rejects.toThrow(/permission denied/);
        await expect(admin.unsafe(statement), statement).rejects.toThrow(/append-only/);
      }
    }
    await admin.end();
  });

  test('[ISO-6] tandem_auth reads no clinical table and tandem_app no login', async () => {
    const { app, auth } = api.db.database;
    for (const table of [
      'tandem.patients',
      'tandem.entries',
      'tandem.entry_payloads',
      'tandem.sessions',
      'notes.process_notes',
    ]) {
      await expect(auth.unsafe(`select 1 from ${table}`), table).rejects.toThrow(/permission denied/);
    }
    for (const table of ['auth.users', 'auth.accounts', 'auth.logins', 'notes.process_notes']) {
      await expect(app.unsafe(`select 1 from ${table}`), table).rejects.toThrow(/permission denied/);
    }
  });

  test('[ISO-7] the clinic of one request does not leak to the next one on the connection', async () => {
    const { app } = api.db.database;
    await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        at % 2 === 0
          ? theirs.get('/api/patients')
          : api.as('physician').then((one) => one.get('/api/patients')),
      ),
    );
    const left = await Promise.all(Array.from({ length: 30 }, () => app`select tandem.clinic() as clinic`));
    expect(left.every((rows) => rows[0]?.clinic === null)).toBe(true);
  });
});

describe('Sign-up and self-assigned rights are impossible', () => {
  test('[AUT-1] every path of the sign-in library but two is 404', async () => {
    // Asked of the library itself, so that the path that a new version brings is tried without an edit.
    const { database } = api.db;
    const library = signInLibrary({
      auth: database.auth,
      secret: 'a secret of the tests only, 32 bytes',
      publicUrl: new URL(api.origin),
    });
    const paths = Object.values<{ path?: string }>(library.api).flatMap(({ path }) => path ?? []);
    expect(paths).toContain('/sign-up/email');
    expect(paths.length).toBeGreaterThan(25);
    const ours = ['POST /sign-in/email', 'POST /sign-out'];
    const known = () => database.auth`select (select count(*) from auth.users) users,
      (select count(*) from auth.accounts) accounts, (select count(*) from auth.logins) logins`;
    const before = await known();
    const body = { email: 'new@harbor.test', password: 'long enough words', name: 'N', role: 'admin' };
    const opened: string[] = [];
    for (const path of paths) {
      for (const method of ['GET', 'POST'].filter((each) => !ours.includes(`${each} ${path}`))) {
        const url = `/api/auth${path.replace(/:\w+/g, 'x')}`;
        const sent = method === 'POST' ? body : undefined;
        for (const reply of [await theirs.call(method, url, sent), await api.request(method, url, sent)])
          if (reply.status !== 404) opened.push(`${method} ${url}: ${reply.status}`);
      }
    }
    expect(opened).toEqual([]);
    expect(await known()).toEqual(before);
  });

  test('[AUT-2] role and clinic cannot be sent along: unknown fields are 400', async () => {
    const sent = { email: harbor.emails.nurse, password: 'correct horse battery' };
    for (const extra of [
      { role: 'admin' },
      { clinicId: cedar.id },
      { rememberMe: true },
      { callbackURL: '/' },
    ]) {
      expect((await api.request('POST', '/api/auth/sign-in/email', { ...sent, ...extra })).status).toBe(400);
    }
    const nurse = await api.as('nurse');
    expect(await nurse.post('/api/me/role', { role: 'physician' })).toMatchObject({ status: 403 });
    expect(await nurse.post('/api/me/role', { role: 'nurse', clinicId: cedar.id })).toMatchObject({
      status: 400,
    });
    expect((await nurse.get('/api/me')).body).toMatchObject({ role: 'nurse', clinic: { id: harbor.id } });
  });

  test('[AUT-3] a person with two roles acts under one at a time', async () => {
    const both = await api.signIn('both@harbor.test');
    expect((await both.get('/api/me')).body).toMatchObject({
      role: 'physician',
      roles: ['physician', 'lead'],
    });
    expect((await both.get(`/api/sessions/${ours}`)).status).toBe(200);
    expect((await both.post('/api/me/role', { role: 'lead' })).body.role).toBe('lead');
    expect((await both.get(`/api/sessions/${ours}`)).status).toBe(403);
  });

  test('[AUT-4] a wrong password, an unknown email and a disabled person get one answer', async () => {
    const attempt = (email: string, password: string) =>
      api.request('POST', '/api/auth/sign-in/email', { email, password });
    const wrong = await attempt(cedar.emails.nurse, 'wrong');
    const unknown = await attempt('nobody@cedar.test', 'wrong');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong-password' } });
    expect(unknown.body).toEqual(wrong.body);
    const admin = postgres(api.db.adminUrl, { max: 1 });
    await admin`update auth.memberships set disabled_at = now() where name like 'Tunde Mensah of Cedar'`;
    await admin.end();
    expect((await attempt(cedar.emails.nurse, 'correct horse battery')).body).toEqual(wrong.body);
  });

  test('[AUT-5] 10 failures per account, then 429 with retry-after, also for the right password', async () => {
    const attempt = (password: string) =>
      api.request('POST', '/api/auth/sign-in/email', { email: cedar.emails.lead, password });
    for (let at = 0; at < 10; at += 1) expect((await attempt('wrong')).status).toBe(401);
    const locked = await attempt('correct horse battery');
    expect(locked).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(600);
    // Others at the same address still get in: only failures count.
    expect((await api.signIn(cedar.emails.admin)).personId).toBeTruthy();
  });

  test('[AUT-6] the cookie is HttpOnly and SameSite=Strict, ends with sign-out, and a changed one is nobody', async () => {
    const reply = await api.request('POST', '/api/auth/sign-in/email', {
      email: harbor.emails.lead,
      password: 'correct horse battery',
    });
    const [cookie] = reply.headers['set-cookie'] as string[];
    expect(cookie).toMatch(/^tandem=/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    const own = await api.signIn(harbor.emails.lead);
    const forged = own.cookie.replace(/.{3}$/, 'abc');
    expect((await api.request('GET', '/api/me', undefined, { cookie: forged })).status).toBe(401);
    expect((await own.call('POST', '/api/auth/sign-out')).status).toBe(200);
    expect((await own.get('/api/me')).status).toBe(401);
  });

  test('[AUT-7] reading a session, signing in and denials leave audit rows without content', async () => {
    const physician = await api.as('physician');
    await physician.get(`/api/sessions/${ours}`);
    await physician.get(`/api/sessions/${ours}`);
    await (await api.as('admin')).get(`/api/sessions/${ours}`);
    const admin = postgres(api.db.adminUrl, { max: 1 });
    const rows =
      await admin`select action, outcome, count(*)::int as n from tandem.audit where target_id = ${ours} or action in ('sign-in') group by 1, 2`;
    const read =
      await admin`select count(*)::int as n from tandem.audit where action = 'session.read' and target_id = ${ours} and actor_id = ${physician.personId}`;
    const denied = await admin`select count(*)::int as n from tandem.audit where outcome = 'denied'`;
    await admin.end();
    expect(rows.some((row) => row.action === 'sign-in')).toBe(true);
    expect(read[0]?.n).toBe(1);
    expect(denied[0]?.n).toBeGreaterThan(0);
  });
});
