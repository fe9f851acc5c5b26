import { randomUUID } from 'node:crypto';
import { verifyClinic } from '@tandem/api/log/verify.ts';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Caller,
  dose,
  endSession,
  entry,
  note,
  planSession,
  startApi,
  type TestApi,
  vitals,
} from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';
import { addFormer, disable } from '../support/former.ts';

interface Reply {
  code: string;
  field: string;
  entries: { id: string; author: { id: string; role: string }; context: object | null; hash: string }[];
}

let api: TestApi;
let lead: Caller;
let physician: Caller;
let nurseId: string;
let session: string;
let admin: Sql;
const former = { name: 'Mira Sand', email: 'former@harbor.test', role: 'nurse' } as const;
const from = () => ({ personId: nurseId, name: former.name, role: former.role });
const send = (entries: unknown[], more: object = {}, by = lead, to = session) =>
  by.post<Reply>(`/api/sessions/${to}/adopted-entries`, {
    personId: nurseId,
    role: former.role,
    entries,
    ...more,
  });
const adoptions = () =>
  admin`select actor_id, actor_role, target_id, entry_count from tandem.audit where action = 'entries.adopted' order by id`;

beforeAll(async () => {
  api = await startApi();
  admin = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
  [lead, physician] = await Promise.all([api.as('lead'), api.as('physician')]);
  nurseId = await addFormer(api, former);
  session = await planSession(physician);
});
afterAll(async () => {
  await admin.end();
  await api.close();
});

describe('Entries of somebody who works here no more', () => {
  test('[ADO-1] a lead becomes their author, also while the session runs; it is stored, hashed and served whose they were', async () => {
    const asOf = new Date(Date.now() - 60_000).toISOString();
    const sent = [vitals(), { ...note(), context: { offline: true, asOf } }];
    const reply = await send(sent);
    expect(reply.status).toBe(201);
    expect(reply.body.entries.map(({ author }) => author)).toEqual(
      sent.map(() => expect.objectContaining({ id: lead.personId, role: 'lead' })),
    );
    expect(reply.body.entries.map(({ context }) => context)).toEqual([
      { adoptedFrom: from() },
      { offline: true, asOf, adoptedFrom: from() },
    ]);
    const served = await physician.get<Reply>(`/api/sessions/${session}/entries?after=2`);
    expect(served.body.entries).toEqual(reply.body.entries);
    expect(await verifyClinic(api.db.database.app, harbor.id, session)).toMatchObject({ broken: [] });
  });

  test('[ADO-1] the hash covers whose they were: another name in its place is found', async () => {
    const own = await planSession(physician, { client: 1 });
    await send([note()], {}, lead, own);
    const broken = async () => (await verifyClinic(api.db.database.app, harbor.id, own)).broken;
    expect(await broken()).toEqual([]);
    const tamper = (value: string) =>
      admin.begin(async (tx) => {
        await tx`alter table tandem.entries disable trigger append_only`;
        await tx`update tandem.entries set adopted_from = jsonb_set(adopted_from, '{name}', to_jsonb(${value}::text))
        where stream_id = ${own} and adopted_from is not null`;
        await tx`alter table tandem.entries enable trigger append_only`;
      });
    await tamper('Somebody Else');
    expect(await broken()).toEqual([expect.objectContaining({ seq: 3 })]);
    await tamper(former.name);
    expect(await broken()).toEqual([]);
    await endSession(physician, own);
  });

  test('[ADO-2] somebody who can still sign in: 409, nothing stored, nothing in the audit', async () => {
    const before = await adoptions();
    const one = note();
    const active = { personId: (await api.as('therapist')).personId, role: 'therapist' };
    expect(await send([one], active)).toMatchObject({
      status: 409,
      body: { code: 'person-active', field: 'personId' },
    });
    expect(await adoptions()).toEqual(before);
    // The id is still free: it was not stored under anybody.
    expect((await send([one])).status).toBe(201);
  });

  test('[ADO-2] somebody foreign, somebody unknown and a role that was never theirs: one 404', async () => {
    const theirs = await api.as('nurse', cedar);
    for (const more of [{ personId: theirs.personId }, { personId: randomUUID() }]) {
      expect(await send([note()], more)).toMatchObject({ status: 404, body: { field: 'personId' } });
    }
    expect(await send([note()], { role: 'physician' })).toMatchObject({
      status: 404,
      body: { code: 'not-found', field: 'role' },
    });
    // Once they acted in it, it counts, although it was taken away before they left.
    await admin`insert into tandem.audit (clinic_id, actor_id, actor_role, action)
      values (${harbor.id}, ${nurseId}, 'physician', 'sign-in')`;
    expect((await send([note()], { role: 'physician' })).status).toBe(201);
  });

  test('[ADO-3] decided as theirs: a nurse’s dose names the physician who ordered it', async () => {
    expect(await send([dose()])).toMatchObject({ status: 422, body: { code: 'order-needed' } });
    const ordered = { ...dose(), data: { ...dose().data, orderedById: physician.personId } };
    expect((await send([ordered])).status).toBe(201);
    const stranger = { ...dose(), data: { ...dose().data, orderedById: randomUUID() } };
    expect(await send([stranger])).toMatchObject({
      status: 404,
      body: { field: 'entries[0].data.orderedById' },
    });
  });

  test('[ADO-4] sent again, and 20 times at once: stored once, one row in the audit with the count', async () => {
    const sent = [vitals(), note(), note()];
    const before = (await adoptions()).length;
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(sent)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(19);
    expect((await adoptions()).slice(before)).toEqual([
      { actor_id: lead.personId, actor_role: 'lead', target_id: session, entry_count: 3 },
    ]);
  });

  test('[ADO-4] what the person sent themselves before they left is known, and stays theirs', async () => {
    const nurse = await api.as('nurse');
    const one = vitals();
    const own = await nurse.post<Reply>(`/api/sessions/${session}/entries`, { entries: [one] });
    await disable(api, nurse.personId);
    const reply = await send([one], { personId: nurse.personId });
    expect(reply).toMatchObject({ status: 200, body: { entries: own.body.entries } });
    expect(reply.body.entries[0]?.author.id).toBe(nurse.personId);
  });

  test('[ADO-5] a correction of an entry of theirs is their own', async () => {
    const one = note();
    await send([one]);
    const data = { text: 'Breath slow and deep.', category: 'noticed' };
    const amendment = entry('amendment', { entryId: one.id, data, reason: 'Fuller.' });
    expect((await send([amendment])).status).toBe(201);
    const others = note();
    await physician.post(`/api/sessions/${session}/entries`, { entries: [others] });
    const foreign = entry('amendment', { entryId: others.id, data, reason: 'Fuller.' });
    expect(await send([foreign])).toMatchObject({ status: 403, body: { code: 'not-yours' } });
  });

  test('[ADO-1] nobody else may, and no sender says whose an entry was', async () => {
    expect(await send([note()], {}, physician)).toMatchObject({
      status: 403,
      body: { code: 'role-may-not' },
    });
    const claimed = { ...note(), context: { adoptedFrom: from() } };
    expect((await send([claimed])).status).toBe(400);
    const posted = await physician.post<Reply>(`/api/sessions/${session}/entries`, { entries: [claimed] });
    expect(posted).toMatchObject({ status: 400, body: { field: 'entries[0].context.adoptedFrom' } });
  });
});
