import { randomUUID } from 'node:crypto';
import type { MadeInvitation, StaffPerson } from '@tandem/wire';
import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Caller, type Reply, startApi, type TestApi } from '../support/api.ts';
import { cedar, harbor, PASSWORD } from '../support/fixtures.ts';
import { asSuperuser, Device } from '../support/real-clinic.ts';

let api: TestApi;
let boss: Caller;
beforeAll(async () => {
  api = await startApi();
  boss = await api.as('admin');
});
afterAll(() => api.close());
beforeEach(() => admin((sql) => sql`delete from auth.sign_in_failures`));

const admin = <T>(work: (sql: postgres.Sql) => Promise<T>) => asSuperuser(api.db.adminUrl, work);
const actsOn = (id: string) =>
  admin(async (sql) => {
    const rows = await sql`select action from tandem.audit where target_id = ${id} order by id`;
    return rows.map(({ action }) => action as string);
  });
const PASSPHRASE = 'a kettle under snow';

type Made = MadeInvitation & { code?: string; field?: string };
const invite = (more: object = {}, by = boss): Promise<Reply<Made>> =>
  by.post<Made>('/api/invitations', {
    id: randomUUID(),
    name: 'Dr Mira Sand',
    email: `${randomUUID()}@harbor.test`,
    roles: ['physician', 'lead'],
    ...more,
  });
const read = (token: string) => api.request('POST', '/api/invitations/read', { token });
const accept = (token: string, password = PASSPHRASE) =>
  api.request('POST', '/api/invitations/accept', { token, password });
const noLink = { status: 404, body: { code: 'not-found', field: 'token' } };

describe('[AUT-17] an invitation', () => {
  test('is a link that is shown once: its holder chooses a password and has the place that it names', async () => {
    const made = (await invite()).body;
    const { email, token } = made;
    expect(Date.parse(made.expiresAt) - Date.now()).toBeGreaterThan(71.9 * 3_600_000);
    expect(token).toMatch(/^[\w-]{43}$/);
    const listed = await boss.get<{ items: { id: string }[] }>('/api/invitations');
    expect(listed.body.items.map(({ id }) => id)).toContain(made.id);
    expect(JSON.stringify(listed.body)).not.toContain(token);
    expect(JSON.stringify(await admin((sql) => sql`select i::text from tandem.invitations i`))).not.toContain(
      token,
    );
    expect((await read(token)).body).toEqual({
      name: 'Dr Mira Sand',
      email,
      clinicName: 'Harbor',
      roles: ['physician', 'lead'],
    });
    expect(await accept(token, 'short')).toMatchObject({ status: 400, body: { field: 'password' } });
    expect(await accept(token, email)).toMatchObject({ status: 400, body: { field: 'password' } });
    expect(await accept(token)).toMatchObject({ status: 200, body: { email } });
    const own = await api.signIn(email, PASSPHRASE);
    const me = await own.get('/api/me');
    expect(me.body).toMatchObject({ roles: ['physician', 'lead'], clinic: { name: 'Harbor' } });
    expect(await actsOn(made.id)).toEqual(['invitation.make', 'invitation.accept']);
    expect(JSON.stringify((await boss.get('/api/invitations')).body)).not.toContain(made.id);
  });

  test('that was used, withdrawn, renewed, is too old or never was: one answer to all of them', async () => {
    const [used, withdrawn, renewed, old] = await Promise.all([invite(), invite(), invite(), invite()]);
    await accept(used.body.token);
    expect((await boss.post(`/api/invitations/${withdrawn.body.id}/withdraw`, {})).status).toBe(200);
    expect((await boss.post(`/api/invitations/${withdrawn.body.id}/withdraw`, {})).status, 'again').toBe(200);
    const again = await boss.post<Made>(`/api/invitations/${renewed.body.id}/renew`, {});
    expect(again).toMatchObject({ status: 200, body: { token: expect.any(String) } });
    await admin(
      (sql) =>
        sql`update tandem.invitations set expires_at = now() - interval '1 second' where id = ${old.body.id}`,
    );
    const answers = await Promise.all(
      [...[used, withdrawn, renewed, old].map(({ body }) => body.token), 'never'].flatMap((token) => [
        read(token),
        accept(token),
      ]),
    );
    for (const answer of answers) expect(answer).toMatchObject(noLink);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await read(again.body.token)).status).toBe(200);
    const fresh = await boss.post<Made>(`/api/invitations/${old.body.id}/renew`, {});
    expect((await accept(fresh.body.token)).status, 'an old one can be renewed').toBe(200);
    expect((await boss.post(`/api/invitations/${used.body.id}/renew`, {})).status).toBe(404);
    expect((await boss.post(`/api/invitations/${used.body.id}/withdraw`, {})).status).toBe(404);
  });

  test('used by two at the same moment makes one person, with the password of the one who was told so', async () => {
    const { token, email } = (await invite()).body;
    const passwords = ['a kettle under snow', 'a ladder over water'];
    const replies = await Promise.all(passwords.map((password) => accept(token, password)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 404]);
    const [won, lost] = replies[0]?.status === 200 ? passwords : passwords.toReversed();
    expect((await new Device(api).signIn(email, undefined, won)).status).toBe(200);
    expect((await new Device(api).signIn(email, undefined, lost)).status).toBe(401);
  });

  test('sent again gives another link; with another content it is refused', async () => {
    const first = (await invite()).body;
    const { id, name, email, roles } = first;
    const again = await invite({ id, name, email, roles });
    expect(again.status).toBe(200);
    expect(await read(first.token)).toMatchObject(noLink);
    expect((await read(again.body.token)).status).toBe(200);
    expect(await invite({ id, name: 'Somebody else', email, roles })).toMatchObject({
      status: 409,
      body: { code: 'entry-id-reused' },
    });
  });

  test('is none to who is here already; an email that signs in elsewhere is told to its holder alone', async () => {
    expect(await invite({ email: harbor.emails.nurse.toUpperCase() })).toMatchObject({
      status: 409,
      body: { code: 'person-known', field: 'email' },
    });
    const elsewhere = await invite({ email: cedar.emails.nurse });
    expect(elsewhere.status, 'nothing is told of another clinic').toBe(201);
    expect(await accept(elsewhere.body.token)).toMatchObject({ status: 409, body: { code: 'email-in-use' } });
    // One person, one login: theirs is as it was.
    const theirs = await api.signIn(cedar.emails.nurse, PASSWORD);
    expect((await theirs.get('/api/me')).body).toMatchObject({ clinic: { name: 'Cedar' }, roles: ['nurse'] });
  });

  test('cannot be looked for: 60 tries from one address, then none for a while', async () => {
    for (let tried = 0; tried < 60; tried += 1) expect((await read('a guess')).status).toBe(404);
    const { token } = (await invite()).body;
    const locked = await accept(token);
    expect(locked).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(600);
  });
});

/** Both calls have come as far as the rows of people, which somebody holds, before either goes on. */
async function atOneMoment<T>(calls: () => Promise<T>[]): Promise<T[]> {
  let answers: Promise<T[]> = Promise.resolve([]);
  await admin((sql) =>
    sql.begin(async (tx) => {
      await tx`select 1 from auth.memberships where clinic_id = ${harbor.id} for update`;
      answers = Promise.all(calls());
      const waiting = () =>
        tx`select 1 from pg_locks where not granted and locktype in ('transactionid', 'tuple')
          and pid in (select pid from pg_stat_activity where datname = current_database())`;
      await expect.poll(async () => (await waiting()).length, { timeout: 4_000 }).toBeGreaterThanOrEqual(2);
    }),
  );
  return answers;
}

const change = (id: string, body: object, by = boss) => by.call('PATCH', `/api/people/${id}`, body);
const added = async (roles: string[]) => {
  const { token, email } = (await invite({ roles })).body;
  await accept(token);
  const caller = await api.signIn(email, PASSPHRASE);
  return { email, caller, id: caller.personId };
};

describe('[AUT-19] the people of a clinic', () => {
  test('are listed for the admin with roles, state, last sign-in and second factor', async () => {
    const one = await added(['nurse']);
    const { items } = (await boss.get<{ items: StaffPerson[] }>('/api/people/accounts')).body;
    const found = items.find(({ id }) => id === one.id);
    expect(found).toMatchObject({
      email: one.email,
      roles: ['nurse'],
      isDisabled: false,
      hasSecondFactor: false,
      logins: 1,
    });
    expect(Date.now() - Date.parse(found?.lastSignInAt as string)).toBeLessThan(60_000);
    expect(JSON.stringify(items)).not.toContain('cedar');
  });

  test('get other roles, are disabled and enabled, each in the audit; what ended stays ended', async () => {
    const one = await added(['nurse']);
    expect((await change(one.id, { roles: ['therapist'] })).status).toBe(200);
    expect((await change(one.id, { isDisabled: true })).status).toBe(200);
    expect((await one.caller.get('/api/me')).status).toBe(401);
    expect((await new Device(api).signIn(one.email, undefined, PASSPHRASE)).status).toBe(401);
    expect((await change(one.id, { isDisabled: false })).status).toBe(200);
    expect((await one.caller.get('/api/me')).status, 'its login ended').toBe(401);
    expect((await new Device(api).signIn(one.email, undefined, PASSPHRASE)).status).toBe(200);
    expect(await actsOn(one.id)).toEqual(['person.roles', 'person.disable', 'person.enable']);
  });

  test('keep an admin, also when two admins take it from each other at the same moment', async () => {
    const last = { status: 409, body: { code: 'last-admin' } };
    expect(await change(boss.personId, { isDisabled: true })).toMatchObject({
      status: 409,
      body: { code: 'not-oneself' },
    });
    expect(await change(boss.personId, { roles: ['nurse'] })).toMatchObject(last);
    const other = await added(['admin']);
    const replies = await atOneMoment(() => [
      change(other.id, { roles: ['nurse'] }),
      change(boss.personId, { roles: ['nurse'] }, other.caller),
    ]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    await admin(
      (sql) => sql`update auth.memberships set roles = '{admin}' where person_id = ${boss.personId}`,
    );
    await change(other.id, { isDisabled: true });
    expect(await change(boss.personId, { roles: ['nurse'] })).toMatchObject(last);
  });

  test('hold open pages to it: the socket of who is disabled, or has another role, closes within 2 s', async () => {
    for (const [body, codes] of [
      [{ isDisabled: true }, [4401, 4403]],
      [{ roles: ['therapist'] }, [4403]],
    ] as const) {
      const one = await added(['nurse']);
      const socket = api.socket(one.caller);
      await new Promise((resolve) => socket.once('message', resolve));
      const after: string[] = [];
      const closed = new Promise<number>((resolve) => socket.once('close', resolve));
      const from = performance.now();
      expect((await change(one.id, body)).status).toBe(200);
      const code = await closed;
      const tookMs = performance.now() - from;
      socket.on('message', (data) => after.push(data.toString()));
      expect(codes).toContain(code);
      expect(tookMs).toBeLessThan(2_500);
      expect(after).toEqual([]);
    }
  });
});
