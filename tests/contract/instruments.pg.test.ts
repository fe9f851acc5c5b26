import { randomUUID } from 'node:crypto';
import { exampleDefinition } from '@tandem/domain';
import { type Instrument, instrumentSchema, instrumentsReplySchema } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';

let api: TestApi;
let lead: Caller;
let admin: Caller;
let therapist: Caller;
beforeAll(async () => {
  api = await startApi();
  [lead, admin, therapist] = await Promise.all([api.as('lead'), api.as('admin'), api.as('therapist')]);
});
afterAll(() => api.close());

const named = (key: string, more: object = {}) => ({
  id: randomUUID(),
  definition: { ...exampleDefinition, key, name: `Sleep ${key}`, ...more },
  attested: true,
});
type Answer = Instrument & { readonly code: string; readonly field: string; readonly title: string };
const add = (body: object, by = lead) => by.post<Answer>('/api/instruments', body);
const list = async (by = therapist) =>
  instrumentsReplySchema.parse((await by.get('/api/instruments')).body).items;

test('[INS-1] a definition that does not fit is refused by its place, and nothing is stored', async () => {
  const twice = structuredClone(named('broken'));
  const [, second] = twice.definition.items ?? [];
  (second?.answers[1] as { value: number }).value = 0;
  const refused = await add(twice);
  expect(refused).toMatchObject({
    status: 400,
    body: { code: 'invalid', field: 'definition.items[1].answers' },
  });
  expect(refused.body.title).toBe(
    'definition.items[1].answers has two answers with the value 0. Nothing was stored.',
  );
  expect((await add(named('phq-9'))).body.field).toBe('definition.key');
  expect((await add({ ...named('unsaid'), attested: false })).body).toMatchObject({ field: 'attested' });
  const { attested, ...silent } = named('silent');
  expect((await add(silent)).status).toBe(400);
  expect(await list()).toEqual([]);
});

test('[INS-2] who may; kept once; a version that is there stays as it is', async () => {
  expect((await add(named('sleep-a'), therapist)).status).toBe(403);
  const first = named('sleep-a');
  const stored = await add(first, admin);
  expect(stored.status).toBe(201);
  expect(instrumentSchema.parse(stored.body)).toMatchObject({
    id: first.id,
    definition: first.definition,
    addedBy: expect.stringContaining('of Harbor'),
    retiredAt: null,
  });
  expect((await add(first, admin)).status).toBe(200);
  const other = { ...first, definition: { ...first.definition, intro: 'Otherwise.' } };
  expect((await add(other, admin)).body.code).toBe('entry-id-reused');
  const same = await add(named('sleep-a', { intro: 'Otherwise.' }));
  expect(same.body).toMatchObject({ code: 'invalid', field: 'definition.version' });
  expect(same.body.title).toContain('must be above 1');
  expect((await add(named('sleep-a', { version: 2 }))).status).toBe(201);
  // Two at once: one of them comes second.
  const both = await Promise.all([
    add(named('sleep-a', { version: 3 })),
    add(named('sleep-a', { version: 3 }), admin),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 400]);
  const takenName = await add(named('sleep-b', { name: 'SLEEP sleep-a' }));
  expect(takenName.body.field).toBe('definition.name');
  const versions = (await list()).filter(({ definition }) => definition.key === 'sleep-a');
  expect(versions.map(({ definition }) => definition.version)).toEqual([1, 2, 3]);
});

test('[INS-2] the database itself takes no change and no deletion of a definition', async () => {
  await add(named('sleep-fixed'));
  const inClinic = (statement: string) =>
    api.db.database.app.begin(async (tx) => {
      await tx`select set_config('tandem.clinic_id', ${harbor.id}, true)`;
      await tx.unsafe(statement);
    });
  await expect(inClinic(`update tandem.instruments set definition = '{}'`)).rejects.toThrow(
    /permission denied/,
  );
  await expect(inClinic(`update tandem.instruments set version = 9`)).rejects.toThrow(/permission denied/);
  await expect(inClinic('delete from tandem.instruments')).rejects.toThrow(/permission denied/);
  await expect(inClinic('update tandem.client_facts set items = $$[]$$')).rejects.toThrow(
    /permission denied/,
  );
  await expect(inClinic('delete from tandem.client_facts')).rejects.toThrow(/permission denied/);
});

test('[INS-3] answers keep key and version; what is no longer offered is still read and still taken', async () => {
  const first = named('sleep-c');
  await add(first);
  const opened = await therapist.post<{ id: string }>(`/api/patients/${harbor.patientIds[0]}/courses`, {
    id: randomUUID(),
  });
  const fill = (key: string, version: number, answers = [{ item: 'waking', value: 2 }]) =>
    therapist.post<{ entries: { data: unknown }[]; field: string; title: string }>(
      `/api/courses/${opened.body.id}/entries`,
      {
        entries: [
          {
            id: randomUUID(),
            kind: 'measure',
            happenedAt: new Date().toISOString(),
            data: { instrument: key, version, filledBy: 'staff', answers },
          },
        ],
      },
    );
  const stored = await fill('sleep-c', 1);
  expect(stored.status).toBe(201);
  expect(stored.body.entries[0]?.data).toMatchObject({ instrument: 'sleep-c', version: 1 });
  expect((await fill('sleep-c', 2)).body).toMatchObject({ field: 'entries[0].data.version' });
  expect((await fill('sleep-c', 1, [{ item: 'waking', value: 9 }])).body.field).toBe(
    'entries[0].data.answers[0].value',
  );
  expect((await fill('of-nobody', 1)).body.field).toBe('entries[0].data.instrument');
  const next = named('sleep-c', { version: 2 });
  await add(next);
  expect((await fill('sleep-c', 2)).status).toBe(201);
  expect((await fill('sleep-c', 1)).status).toBe(201);
  const retire = (isRetired: boolean, by = lead) =>
    by.call<Answer>('PATCH', `/api/instruments/${next.id}`, { isRetired });
  expect((await retire(true, therapist)).status).toBe(403);
  expect((await retire(true)).body.retiredAt).not.toBeNull();
  const again = (await retire(true)).body.retiredAt;
  expect(again).toBe((await list()).find(({ id }) => id === next.id)?.retiredAt);
  expect((await fill('sleep-c', 2)).status).toBe(201);
  expect((await retire(false)).body.retiredAt).toBeNull();
});

test('[ISO-1] another clinic has its own: the same key, and neither reads nor answers the other’s', async () => {
  await add(named('sleep-d'));
  const theirs = await api.as('lead', cedar);
  expect(await list(theirs)).toEqual([]);
  expect((await add(named('sleep-d'), theirs)).status).toBe(201);
  const [mine] = (await list()).filter(({ definition }) => definition.key === 'sleep-d');
  expect((await theirs.call('PATCH', `/api/instruments/${mine?.id}`, { isRetired: true })).status).toBe(404);
});

test('[AUD-1] who added and who stopped offering one stands in the audit, without its words', async () => {
  const body = named('sleep-e');
  await add(body);
  await lead.call('PATCH', `/api/instruments/${body.id}`, { isRetired: true });
  const sql = postgres(api.db.adminUrl, { max: 1 });
  const acts = await sql<{ action: string; detail: unknown }[]>`
    select action, detail from tandem.audit where target_id = ${body.id} order by id`;
  await sql.end();
  expect(acts.map(({ action }) => action)).toEqual(['instrument.add', 'instrument.retire']);
  expect(JSON.stringify(acts)).not.toContain('Sleep');
});
