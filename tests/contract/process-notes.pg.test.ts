import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addPerson, hashPassword } from '@tandem/api/auth/people.ts';
import type { Role } from '@tandem/domain';
import type { ProcessNote, Release, SavedProcessNote } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, planSession, type Reply, startApi, type TestApi } from '../support/api.ts';
import { everything } from '../support/everything.ts';
import { harbor, PASSWORD, twoRolesEmail } from '../support/fixtures.ts';
import { disable } from '../support/former.ts';

const CANARY = 'Countertransference: canary-7f3a, my own grief in the room.';

let keysDir: string;
let api: TestApi;
let therapist: Caller;
let physician: Caller;
let lead: Caller;
let other: Caller;
let session: string;

beforeAll(async () => {
  keysDir = mkdtempSync(join(tmpdir(), 'tandem-keys-'));
  api = await startApi({ keysDir });
  [therapist, physician, lead] = await Promise.all([
    api.as('therapist'),
    api.as('physician'),
    api.as('lead'),
  ]);
  // Physician and lead at once: here a second lead.
  other = await api.signIn(twoRolesEmail);
  await other.post('/api/me/role', { role: 'lead' });
  session = await planSession(physician, { started: false });
});
afterAll(async () => {
  await api.close();
  rmSync(keysDir, { recursive: true });
});

async function admin<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

type Refused = { code: string; field?: string; title: string };
interface Window {
  readonly id: string;
  readonly editId: string;
  readonly seen: number;
}
const newWindow = (): Window => ({ id: randomUUID(), editId: randomUUID(), seen: 0 });
const save = ({ id, editId, seen }: Window, text: string, more: object = {}, by = therapist) =>
  by.call<SavedProcessNote & Refused>('PUT', `/api/process-notes/${id}`, {
    sessionId: session,
    text,
    editId,
    seenRevision: seen,
    ...more,
  });
const read = (id: string, by = therapist) => by.get<ProcessNote & Refused>(`/api/process-notes/${id}`);
const list = async (by = therapist) =>
  (await by.get<{ items: { id: string; readable: boolean }[] }>('/api/process-notes')).body.items;

describe('writing', () => {
  test('[PRN-1] one window saves over itself; another one makes a revision, and what was before is kept', async () => {
    const first = newWindow();
    expect(await save(first, 'One.')).toMatchObject({ status: 201, body: { revision: 1 } });
    expect(await save(first, 'One, longer.')).toMatchObject({ status: 200, body: { revision: 1 } });
    const second = { ...first, editId: randomUUID(), seen: 1 };
    expect(await save(second, 'Two.')).toMatchObject({ status: 200, body: { revision: 2 } });
    const { body } = await read(first.id);
    expect(body).toMatchObject({ text: 'Two.', revision: 2 });
    expect(body.earlier.map(({ revision, text }) => [revision, text])).toEqual([[1, 'One, longer.']]);
  });

  test('[PRN-1] a window that did not see another one’s save is told, and overwrites nothing', async () => {
    const first = newWindow();
    await save(first, 'One.');
    await save({ ...first, editId: randomUUID(), seen: 1 }, 'Two.');
    const late = await save({ ...first, editId: randomUUID(), seen: 1 }, 'Three.');
    expect(late).toMatchObject({ status: 409, body: { code: 'entry-changed' } });
    expect(late.body.title).toContain('another window');
    expect((await read(first.id)).body.text).toBe('Two.');
  });

  test('[PRN-1] the same save sent again, also by two at once, is one note', async () => {
    const window = newWindow();
    const replies = await Promise.all([save(window, 'Once.'), save(window, 'Once.'), save(window, 'Once.')]);
    const refused = replies.filter(({ status }) => status >= 400);
    expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => 'entry-id-reused'));
    expect(await save(window, 'Once.')).toMatchObject({ status: 200, body: { revision: 1 } });
    expect((await read(window.id)).body).toMatchObject({ text: 'Once.', earlier: [] });
  });

  test('[PRN-1] bad input names its field and stores nothing', async () => {
    const window = newWindow();
    for (const [more, field] of [
      [{ text: ' ' }, 'text'],
      [{ text: 'x'.repeat(15_001) }, 'text'],
      [{ sessionId: randomUUID() }, 'sessionId'],
      [{ authorId: randomUUID() }, 'authorId'],
    ] as const) {
      const { status, body } = await save(window, 'x', more);
      expect([status >= 400 && status < 500, body.field], field).toEqual([true, field]);
    }
    expect((await read(window.id)).status).toBe(404);
  });
});

describe('who reads', () => {
  test('[PRN-2] its author alone: a colleague of the same role finds nothing, others have no such thing', async () => {
    const window = newWindow();
    await save(window, CANARY);
    const colleague = await colleagueOf('therapist');
    expect((await read(window.id, colleague)).status).toBe(404);
    expect(await list(colleague)).toEqual([]);
    expect(await save(window, 'Taken.', {}, colleague)).toMatchObject({ status: 409 });
    for (const by of [physician, lead, await api.as('nurse'), await api.as('admin')])
      expect((await read(window.id, by)).status).toBe(403);
    expect((await read(window.id)).body.text).toBe(CANARY);
  });

  test('[PRN-2] the database itself shows a note to nobody else: another person, another clinic, another role', async () => {
    const window = newWindow();
    await save(window, CANARY);
    const seen = (clinicId: string, personId: string) =>
      api.services.inNotes({ clinicId, personId }, async ({ sql }) => {
        const rows = await sql`select id from notes.process_notes where id = ${window.id}`;
        return rows.length;
      });
    expect(await seen(harbor.id, therapist.personId)).toBe(1);
    expect(await seen(harbor.id, lead.personId)).toBe(0);
    expect(await seen(randomUUID(), therapist.personId)).toBe(0);
    const { app, auth } = api.db.database;
    for (const sql of [app, auth])
      await expect(sql`select 1 from notes.process_notes`).rejects.toThrow(/permission denied/);
  });

  test('[PRN-3] no table, audit and dump of the database holds a word of it; the audit has size and hash', async () => {
    const window = newWindow();
    await save(window, CANARY);
    const { rows, texts } = await admin(async (sql) => ({
      rows: await sql`select action, detail from tandem.audit where target_id = ${window.id}`,
      texts: await everything(sql),
    }));
    expect(rows).toMatchObject([{ action: 'process-note.save', detail: { revision: 1 } }]);
    expect(rows[0]?.detail).toEqual({
      revision: 1,
      bytes: Buffer.byteLength(CANARY) + 28,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(texts.length).toBeGreaterThan(25);
    for (const { name, text } of texts) expect(text.includes('canary-7f3a'), name).toBe(false);
  });

  test('[PRN-3] a changed byte, or a note put in another one’s place, does not open', async () => {
    const [one, two] = [newWindow(), newWindow()];
    await save(one, 'One.');
    await save(two, 'Two.');
    await admin(async (sql) => {
      await sql`update notes.process_notes set ciphertext = (select ciphertext from notes.process_notes where id = ${two.id}) where id = ${one.id}`;
    });
    const { status, body } = await read(one.id);
    expect([status, body.code]).toEqual([409, 'process-notes-sealed']);
    expect(body.title).toContain('changed or damaged');
    expect((await read(two.id)).body.text).toBe('Two.');
  });
});

describe('keys', () => {
  test('[PRN-4] a new password and a new PIN open the same notes', async () => {
    const window = newWindow();
    await save(window, 'Before.');
    await admin(
      (sql) => sql`
        update auth.accounts set password = (select password from auth.accounts where user_id = ${lead.personId})
        where user_id = ${therapist.personId}`,
    );
    await api.services.pins.set(therapist.personId, '915204');
    const again = await api.signIn(harbor.emails.therapist);
    expect((await read(window.id, again)).body.text).toBe('Before.');
  });

  test('[PRN-4] a key that is lost is said and never replaced by itself; put back, everything opens', async () => {
    const window = newWindow();
    await save(window, 'Kept.');
    const file = join(keysDir, 'process-notes-key');
    renameSync(file, `${file}.away`);
    const sealed = { status: 409, body: { code: 'process-notes-sealed' } };
    expect(await read(window.id)).toMatchObject(sealed);
    expect(await save(newWindow(), 'New.')).toMatchObject(sealed);
    expect((await list()).find(({ id }) => id === window.id)?.readable).toBe(false);
    // Another key, put there by a person: what is written from now on opens, what was before stays sealed.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
    const later = newWindow();
    expect((await save(later, 'Anew.')).status).toBe(201);
    expect((await read(later.id)).body.text).toBe('Anew.');
    expect(await read(window.id)).toMatchObject(sealed);
    renameSync(`${file}.away`, file);
    expect((await read(window.id)).body.text).toBe('Kept.');
  });
});

describe('a legal release', () => {
  const ask = (by: Caller, more: object = {}) =>
    by.post<Release & Refused>('/api/process-note-releases', {
      id: randomUUID(),
      authorId: therapist.personId,
      patientId: harbor.patientIds[0],
      ground: 'client-authorization',
      proof: 'Form of 2026-11-20, signed, in the paper file.',
      hours: 2,
      ...more,
    });
  const at = (id: string, what: string) => `/api/process-note-releases/${id}/${what}`;
  const decide = (by: Caller, id: string, agree = true) =>
    by.post<Release & Refused>(at(id, 'decide'), { agree });
  const open = (by: Caller, id: string): Promise<Reply<{ items: { text: string }[] } & Refused>> =>
    by.get(at(id, 'notes'));

  test('[PRN-5] asked for by one, agreed to by another, read by who asked; the author is told; all of it in the audit', async () => {
    const window = newWindow();
    await save(window, CANARY);
    const { body: asked } = await ask(lead);
    expect(asked).toMatchObject({ state: 'asked', authorName: expect.stringContaining('Lindqvist') });
    expect((await open(lead, asked.id)).status).toBe(404);
    expect(await decide(lead, asked.id)).toMatchObject({ status: 403, body: { code: 'role-may-not' } });
    expect(await decide(physician, asked.id)).toMatchObject({ status: 200, body: { state: 'open' } });
    expect((await open(lead, asked.id)).body.items.map(({ text }) => text)).toContain(CANARY);
    // Agreeing opens nothing to who agreed, nor to another lead.
    expect((await open(physician, asked.id)).status).toBe(403);
    expect((await open(other, asked.id)).status).toBe(404);
    expect((await read(window.id, lead)).status).toBe(403);
    const told = (await therapist.get<{ items: Release[] }>('/api/process-note-releases')).body.items;
    expect(told.find(({ id }) => id === asked.id)).toMatchObject({ state: 'open', authorSeen: false });
    expect(await therapist.post(at(asked.id, 'seen'), {})).toMatchObject({ body: { authorSeen: true } });
    const acts = await admin(
      (sql) => sql`select action from tandem.audit where target_id = ${asked.id} order by id`,
    );
    expect(acts.map(({ action }) => action)).toEqual([
      'process-note-release.ask',
      'process-note-release.agree',
      'process-note-release.read',
      // The physician's try.
      'process-notes.ask',
    ]);
  });

  test('[PRN-5] it ends by itself, or when who asked closes it; refused it opens nothing', async () => {
    const ids = await Promise.all([ask(lead), ask(lead), ask(lead)]).then((all) =>
      all.map(({ body }) => body.id),
    );
    const [late, closed, no] = ids as [string, string, string];
    await decide(physician, late);
    await decide(other, closed);
    await decide(other, no, false);
    expect((await open(lead, late)).status).toBe(200);
    await admin((sql) => sql`update notes.releases set expires_at = clock_timestamp() where id = ${late}`);
    await lead.post(at(closed, 'end'), {});
    for (const id of ids) expect((await open(lead, id)).status, id).toBe(404);
    // Nor does the database show it.
    const visible = await api.services.inNotes(
      { clinicId: harbor.id, personId: lead.personId },
      async ({ sql }) => {
        await sql`update notes.releases set ended_at = clock_timestamp() where ended_at is null`;
        return sql`select 1 from notes.process_notes`;
      },
    );
    expect(visible).toHaveLength(0);
    expect(await decide(physician, no)).toMatchObject({ status: 409, body: { code: 'already-decided' } });
  });

  test('[PRN-5] of one client, up to the day it was agreed to, and no other author’s', async () => {
    const elsewhere = await planSession(physician, { started: false, client: 1 });
    await save(newWindow(), 'Of another client.', { sessionId: elsewhere });
    const colleague = await colleagueOf('therapist');
    await save(newWindow(), 'A colleague’s.', {}, colleague);
    const { id } = (await ask(lead)).body;
    await decide(physician, id);
    const later = await planSession(physician, { started: false });
    await save(newWindow(), 'About a later session.', { sessionId: later });
    const texts = (await open(lead, id)).body.items.map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of ['Of another client.', 'A colleague’s.', 'About a later session.'])
      expect(texts).not.toContain(text);
  });

  test('[PRN-5] sent again it is the same; bad input names its field', async () => {
    const id = randomUUID();
    expect((await ask(lead, { id })).status).toBe(201);
    expect((await ask(lead, { id })).status).toBe(200);
    expect(await ask(lead, { id, hours: 3 })).toMatchObject({
      status: 409,
      body: { code: 'entry-id-reused' },
    });
    expect(await decide(physician, id)).toMatchObject({ status: 200 });
    expect(await decide(physician, id)).toMatchObject({ status: 200 });
    for (const [more, field] of [
      [{ authorId: randomUUID() }, 'authorId'],
      [{ authorId: lead.personId }, 'authorId'],
      [{ patientId: randomUUID() }, 'patientId'],
      [{ ground: 'clinical-need' }, 'ground'],
      [{ hours: 73 }, 'hours'],
      [{ proof: '' }, 'proof'],
    ] as const)
      expect((await ask(lead, more)).body.field, field).toBe(field);
    expect((await ask(physician)).status).toBe(403);
  });

  test('[PRN-6] of somebody who left stays sealed: neither lead nor a new login reads it, and a release still does', async () => {
    const gone = await colleagueOf('therapist');
    const window = newWindow();
    await save(window, 'Of somebody who left.', {}, gone);
    await disable(api, gone.personId);
    api.services.logins.forget();
    expect((await read(window.id, gone)).status).toBe(401);
    expect((await read(window.id, therapist)).status).toBe(404);
    const { id } = (await ask(lead, { authorId: gone.personId })).body;
    await decide(physician, id);
    expect((await open(lead, id)).body.items.map(({ text }) => text)).toEqual(['Of somebody who left.']);
  });
});

let made = 0;
/** Somebody else who acts in this role. */
async function colleagueOf(role: Role): Promise<Caller> {
  made += 1;
  const { database, inClinic } = api.services;
  const person = { email: `${role}-${made}@harbor.test`, name: `Colleague ${made}`, roles: [role] };
  const passwordHash = await hashPassword(PASSWORD);
  await addPerson(database.auth, inClinic, harbor.id, { ...person, passwordHash });
  return api.signIn(person.email);
}
