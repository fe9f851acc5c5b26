import { randomUUID } from 'node:crypto';
import { type ClientFactsReply, clientFactsReplySchema } from '@tandem/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { cedar } from '../support/fixtures.ts';

let api: TestApi;
let physician: Caller;
let nurse: Caller;
beforeAll(async () => {
  api = await startApi();
  [physician, nurse] = await Promise.all([api.as('physician'), api.as('nurse')]);
});
afterAll(() => api.close());

async function client(more: object = {}): Promise<string> {
  const id = randomUUID();
  const named = { familyName: 'Okonkwo', givenName: 'Ada', birthDate: '1990-02-28', sex: 'female' };
  const reply = await physician.post('/api/patients', {
    id,
    ...named,
    allergies: { status: 'not-asked' },
    ...more,
  });
  expect(reply.status).toBe(201);
  return id;
}
const facts = async (id: string, by = physician): Promise<ClientFactsReply> =>
  clientFactsReplySchema.parse((await by.get(`/api/patients/${id}/facts`)).body);
type Answer = ClientFactsReply & { readonly code: string; readonly field: string };
const change = (id: string, fact: 'medicines' | 'contacts', body: object, by = physician) =>
  by.post<Answer>(`/api/patients/${id}/${fact}`, { id: randomUUID(), ...body });

test('[FCT-1] every version says who wrote it and when, the one with which the client was added too', async () => {
  const id = await client({ medicines: ['Sertraline 50 mg'] });
  const begin = await facts(id);
  expect(begin.medicines).toMatchObject([
    { revision: 0, items: ['Sertraline 50 mg'], by: 'Dr Amara Okafor of Harbor' },
  ]);
  expect(begin.contacts).toMatchObject([{ revision: 0, items: [] }]);
  const changed = await change(
    id,
    'medicines',
    { items: ['Sertraline 100 mg', 'Ramipril 5 mg'], seenRevision: 0 },
    nurse,
  );
  expect(changed.status).toBe(201);
  const brother = { name: 'Luis Rivera', relation: 'brother', phone: '+1 555 0100' };
  expect((await change(id, 'contacts', { items: [brother], seenRevision: 0 })).status).toBe(201);
  const now = await facts(id, nurse);
  expect(now.medicines).toMatchObject([
    { revision: 1, items: ['Sertraline 100 mg', 'Ramipril 5 mg'], by: 'Tunde Mensah of Harbor' },
    { revision: 0, items: ['Sertraline 50 mg'], by: 'Dr Amara Okafor of Harbor' },
  ]);
  expect(now.medicines[1]?.at).toBe(begin.medicines[0]?.at);
  expect(now.contacts[0]?.items).toEqual([brother]);
  const patient = (await physician.get<{ medicines: string[]; contacts: object[] }>(`/api/patients/${id}`))
    .body;
  expect(patient.medicines).toEqual(['Sertraline 100 mg', 'Ramipril 5 mg']);
  expect(patient.contacts).toEqual([brother]);
});

test('[FCT-1] sent twice it is one version; what somebody else wrote since then is told, not overwritten', async () => {
  const id = await client();
  const body = { id: randomUUID(), items: ['Lithium 450 mg'], seenRevision: 0 };
  expect((await change(id, 'medicines', body)).status).toBe(201);
  expect((await change(id, 'medicines', body)).status).toBe(200);
  expect((await change(id, 'medicines', { ...body, items: ['Other'] })).body.code).toBe('entry-id-reused');
  expect((await change(id, 'contacts', { ...body, items: [] })).body.code).toBe('entry-id-reused');
  const late = await change(id, 'medicines', { items: ['Ramipril'], seenRevision: 0 }, nurse);
  expect(late).toMatchObject({ status: 409, body: { code: 'entry-changed', field: 'seenRevision' } });
  const both = await Promise.all(
    [physician, nurse].map((by) =>
      change(id, 'medicines', { items: ['Lithium 900 mg'], seenRevision: 1 }, by),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await facts(id)).medicines.map(({ revision }) => revision)).toEqual([2, 1, 0]);
});

test('[FCT-1] a contact without a name is refused by its place; another clinic finds nothing', async () => {
  const id = await client();
  const nameless = await change(id, 'contacts', { items: [{ name: ' ', phone: '1' }] });
  expect(nameless).toMatchObject({ status: 400, body: { code: 'invalid', field: 'items[0].name' } });
  const foreign = await api.as('physician', cedar);
  expect((await foreign.get(`/api/patients/${id}/facts`)).status).toBe(404);
  expect((await change(id, 'medicines', { items: [] }, foreign)).status).toBe(404);
});
