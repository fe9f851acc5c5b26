import { randomUUID } from 'node:crypto';
import { verifyClinic } from '@tandem/api/log/verify.ts';
import type { RedactionRequest } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, note, planSession, startApi, type TestApi } from '../support/api.ts';
import { harbor, twoRolesEmail } from '../support/fixtures.ts';
import { addFormer } from '../support/former.ts';

let api: TestApi;
let therapist: Caller;
let physician: Caller;
let lead: Caller;
let session: string;

beforeAll(async () => {
  api = await startApi();
  [therapist, physician, lead] = await Promise.all([
    api.as('therapist'),
    api.as('physician'),
    api.as('lead'),
  ]);
  session = await planSession(physician);
});
afterAll(() => api.close());

type Refused = { code: string; field?: string };
const write = async (text: string, by = therapist): Promise<string> => {
  const one = note(text);
  const reply = await by.post(`/api/sessions/${session}/entries`, { entries: [one] });
  expect(reply.status).toBe(201);
  return one.id;
};
const ask = (entryId: string, by = therapist, more: object = {}) =>
  by.post<RedactionRequest & Refused>(`/api/sessions/${session}/redactions`, {
    id: randomUUID(),
    entryId,
    reason: 'Names her sister.',
    ...more,
  });
const decide = (id: string, agree = true, by = lead) =>
  by.post<RedactionRequest & Refused>(`/api/redactions/${id}/decide`, { agree });
const log = async (by = therapist) =>
  (
    await by.get<{ entries: { id: string; kind: string; data: unknown }[] }>(
      `/api/sessions/${session}/entries`,
    )
  ).body.entries;

async function everything(): Promise<string> {
  const sql = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
  const tables = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('tandem', 'auth', 'notes')`;
  const texts = await Promise.all(tables.map(({ name }) => sql.unsafe(`select x::text t from ${name} x`)));
  await sql.end();
  return texts.flatMap((rows) => rows.map(({ t }) => t as string)).join('\n');
}

describe('[RED-3] asked for, agreed to', () => {
  test('the text is gone from every table and every reply, its amendment too; hash, place and chain stay', async () => {
    const id = await write('canary-91ab, her sister Elena.');
    await therapist.post(`/api/sessions/${session}/entries`, {
      entries: [
        {
          ...note('x'),
          kind: 'amendment',
          data: { entryId: id, data: { text: 'canary-91ab again', category: 'noticed' }, reason: 'Fuller.' },
        },
      ],
    });
    await physician.get(`/api/sessions/${session}`);
    const { body: asked } = await ask(id);
    expect(asked).toMatchObject({
      state: 'asked',
      kind: 'note',
      askedBy: expect.stringContaining('Lindqvist'),
    });
    expect(JSON.stringify(asked)).not.toContain('canary');
    expect(await everything()).toContain('canary-91ab');
    const before = (await log()).length;

    const { status, body } = await decide(asked.id);
    expect([status, body.state]).toEqual([200, 'done']);
    expect(body.readBy.join()).toContain('Okafor');
    const entries = await log();
    expect(entries).toHaveLength(before + 1);
    expect(entries.find((one) => one.id === id)).toMatchObject({ kind: 'note', data: null });
    expect(entries.at(-1)).toMatchObject({ kind: 'redaction', data: { entryId: id } });
    for (const by of [therapist, physician]) expect(JSON.stringify(await log(by))).not.toContain('canary');
    const state = await physician.get(`/api/sessions/${session}/state?throughSeq=${before}`);
    expect([state.status, JSON.stringify(state.body).includes('canary')]).toEqual([200, false]);
    expect(await everything()).not.toContain('canary-91ab');
    expect((await verifyClinic(api.db.database.app, harbor.id, session)).broken).toEqual([]);
    // Decided again, by a screen that heard no answer.
    expect(await decide(asked.id)).toMatchObject({ status: 200, body: { state: 'done' } });
    expect(await log()).toHaveLength(before + 1);
  });

  test('refused, the text stays and may be asked for again', async () => {
    const id = await write('It stays.');
    const { body: asked } = await ask(id);
    expect(await decide(asked.id, false)).toMatchObject({ body: { state: 'refused' } });
    expect(await decide(asked.id, true)).toMatchObject({ status: 409, body: { code: 'already-decided' } });
    expect((await log()).find((one) => one.id === id)?.data).toMatchObject({ text: 'It stays.' });
    expect((await ask(id)).status).toBe(201);
  });

  test('of a signed session as well', async () => {
    // By the fold: a lead decides in every state of a session; the lifecycle has its own tests.
    const id = await write('Before the end.');
    const { body: asked } = await ask(id);
    await physician.post(`/api/sessions/${session}/end`, { id: randomUUID(), disposition: 'no-dose' });
    expect(await decide(asked.id)).toMatchObject({ status: 200, body: { state: 'done' } });
    session = await planSession(physician);
  });
});

describe('[RED-4] who may', () => {
  test('the author asks, and of somebody who left a lead; nobody decides about their own', async () => {
    const id = await write('Mine.');
    expect(await ask(id, physician)).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    expect(await ask(id, lead)).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    const { body: asked } = await ask(id);
    expect(await decide(asked.id, true, therapist)).toMatchObject({ status: 403 });
    expect(await ask(id)).toMatchObject({ status: 409, body: { code: 'already-decided' } });

    const both = await api.signIn(twoRolesEmail);
    const own = await write('Written as a physician.', both);
    const { body: theirs } = await ask(own, both);
    await both.post('/api/me/role', { role: 'lead' });
    expect(await decide(theirs.id, true, both)).toMatchObject({
      status: 403,
      body: { code: 'role-may-not' },
    });
    expect(await decide(theirs.id)).toMatchObject({ status: 200 });

    const gone = { name: 'Nora Quist', email: 'nora@harbor.test', role: 'therapist' } as const;
    await addFormer(api, gone);
    const list = await lead.get<{ items: RedactionRequest[] }>('/api/redactions');
    expect(list.body.items.length).toBeGreaterThan(2);
    const ownList = await therapist.get<{ items: RedactionRequest[] }>('/api/redactions');
    expect(ownList.body.items.every(({ askedById }) => askedById === therapist.personId)).toBe(true);
    expect((await (await api.as('admin')).get('/api/redactions')).status).toBe(403);
  });

  test('bad input names its field; the same request again is the same', async () => {
    const id = randomUUID();
    const entryId = await write('Once.');
    expect((await ask(entryId, therapist, { id })).status).toBe(201);
    expect((await ask(entryId, therapist, { id })).status).toBe(200);
    expect(await ask(entryId, therapist, { id, reason: 'Other.' })).toMatchObject({ status: 409 });
    for (const [more, field] of [
      [{ reason: ' ' }, 'reason'],
      [{ entryId: randomUUID() }, 'entryId'],
    ] as const)
      expect((await ask(entryId, therapist, more)).body.field, field).toBe(field);
  });

  test('the database lets nothing else erase a text: no role deletes it, no name of another entry does', async () => {
    const id = await write('Stays.');
    const { app } = api.db.database;
    const inClinic = <T>(work: (sql: postgres.TransactionSql) => Promise<T>) =>
      app.begin(async (sql) => {
        await sql`select set_config('tandem.clinic_id', ${harbor.id}, true)`;
        return work(sql);
      });
    await expect(
      inClinic((sql) => sql`delete from tandem.entry_payloads where entry_id = ${id}`),
    ).rejects.toThrow(/permission denied/);
    await expect(inClinic((sql) => sql`select tandem.erase_redacted(${id})`)).rejects.toThrow(
      /there is no redaction/,
    );
    const owner = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
    await owner`select set_config('tandem.erasing', 'yes', false)`;
    await expect(owner`delete from tandem.entry_payloads where entry_id = ${id}`).rejects.toThrow(
      /append-only/,
    );
    await owner.end();
    expect((await log()).find((one) => one.id === id)?.data).toMatchObject({ text: 'Stays.' });
  });
});
