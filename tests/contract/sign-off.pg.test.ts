import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, endSession, note, planSession, startApi, type TestApi } from '../support/api.ts';
import { harbor } from '../support/fixtures.ts';
import { addFormer } from '../support/former.ts';

let api: TestApi;
let physician: Caller;
let therapist: Caller;
let lead: Caller;
let sql: postgres.Sql;
beforeAll(async () => {
  api = await startApi();
  [physician, therapist, lead] = await Promise.all([
    api.as('physician'),
    api.as('therapist'),
    api.as('lead'),
  ]);
  sql = postgres(api.db.adminUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await api.close();
});

const close = (id: string, by = lead, body: object = {}) =>
  by.post(`/api/sessions/${id}/close`, { id: randomUUID(), reason: 'Dr Sorge left the clinic.', ...body });
const sign = (id: string, by: Caller) =>
  by.post(`/api/sessions/${id}/sign`, { id: randomUUID(), meaning: 'Reviewed.' });

async function ended(people: { personId: string; role: 'physician' | 'therapist' }[], client: 0 | 1 = 0) {
  const id = await planSession(therapist, { client, people });
  await endSession(therapist, id);
  return id;
}

test('[SGN-3] a lead closes for somebody who left, and for nobody else; what is missing stays in sight', async () => {
  const former = { name: 'Dr Lena Sorge', email: 'sorge@harbor.test', role: 'physician' } as const;
  const gone = await addFormer(api, former);
  const id = await ended([{ personId: physician.personId, role: 'physician' }]);
  // Whoever has left cannot be planned any more: they were on the team when it started.
  expect(await close(id)).toMatchObject({
    status: 409,
    body: { code: 'signer-is-here', missing: expect.arrayContaining([expect.stringContaining('can sign')]) },
  });
  expect((await sign(id, therapist)).status).toBe(201);
  await sql`update auth.memberships set disabled_at = null where person_id = ${gone}`;
  const theirs = await ended([{ personId: gone, role: 'physician' }], 1);
  expect((await sign(theirs, therapist)).status).toBe(201);
  expect((await close(theirs)).status).toBe(409);
  await sql`update auth.memberships set disabled_at = now() where person_id = ${gone}`;
  expect((await close(theirs, physician)).body.code).toBe('role-may-not');
  const closeId = randomUUID();
  expect(await close(theirs, lead, { id: closeId })).toMatchObject({
    status: 201,
    body: { status: 'signed' },
  });
  // Sent again after silence: one act.
  expect((await close(theirs, lead, { id: closeId })).status).toBe(200);
  const log = await lead.get<{ entries: { kind: string; data: object; seq: number }[] }>(
    `/api/sessions/${theirs}/entries`,
  );
  const closed = log.body.entries.filter(({ kind }) => kind === 'closed');
  expect(closed).toHaveLength(1);
  expect(closed[0]?.data).toMatchObject({
    missing: [{ role: 'physician', names: ['Dr Lena Sorge'] }],
    coversSeq: (closed[0]?.seq ?? 0) - 1,
  });
  // From here on as after a signature.
  expect((await sign(theirs, physician)).body.code).toBe('session-signed');
  const late = await physician.post(`/api/sessions/${theirs}/entries`, { entries: [note()] });
  expect(late.body.code).toBe('session-signed');
  const added = { id: randomUUID(), text: 'Read by Dr Fell.' };
  expect((await physician.post(`/api/sessions/${theirs}/addenda`, added)).status).toBe(201);
});

test('[SGN-4] the database itself takes nothing but addenda and redactions into a signed session', async () => {
  const id = await ended([]);
  expect((await sign(id, physician)).status).toBe(201);
  expect((await sign(id, therapist)).status).toBe(201);
  const add = (kind: string) =>
    sql.begin(async (tx) => {
      // As the program does it, past every rule of its own: the role of the server, in this clinic.
      await tx`set local role tandem_app`;
      await tx`select set_config('tandem.clinic_id', ${harbor.id}, true)`;
      await tx`
        insert into tandem.entries (clinic_id, stream_id, seq, id, kind, version, happened_at, recorded_at, author_id,
          author_name, author_role, payload_hash, hash)
        select clinic_id, stream_id, last_seq + 1, gen_random_uuid(), ${kind}, 1, now(), now(), gen_random_uuid(),
          'Nobody', 'physician', last_hash, last_hash
        from tandem.stream_heads where stream_id = ${id}`;
      throw new Error('taken');
    });
  for (const kind of ['note', 'dose', 'amendment', 'retraction', 'signed', 'ended'])
    await expect(add(kind), kind).rejects.toThrow(/is signed: its log takes addenda/);
  for (const kind of ['addendum', 'redaction']) await expect(add(kind), kind).rejects.toThrow('taken');
});
