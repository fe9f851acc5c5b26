import { randomUUID } from 'node:crypto';
import type { ProtocolTrialReply } from '@tandem/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Caller,
  dose,
  type EntryBody,
  endSession,
  startApi,
  type TestApi,
  vitals,
} from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';
import { sessionOf, setTeamOnly } from '../support/team-only.ts';

let api: TestApi;
let physician: Caller;
let lead: Caller;
let name: string;
let data: object;
const sessions: string[] = [];

beforeAll(async () => {
  api = await startApi();
  [physician, lead] = await Promise.all([api.as('physician'), api.as('lead')]);
  const { items } = (
    await lead.get<{ items: { id: string; name: string; data: object }[] }>('/api/protocols')
  ).body;
  const own = items.find(({ id }) => id === harbor.protocolId) as (typeof items)[number];
  ({ name, data } = own);
  for (const systolic of [132, 145, 152]) sessions.push(await past(systolic));
});
afterAll(() => api.close());

const earlier = (minutes: number, one: EntryBody): EntryBody => ({
  ...one,
  happenedAt: new Date(Date.now() - minutes * 60_000).toISOString(),
});

async function past(systolic: number): Promise<string> {
  const team = [{ personId: physician.personId, role: 'physician' }];
  const id = await sessionOf(physician, team, { weightKg: 60 });
  await physician.post(`/api/sessions/${id}/start`, { id: randomUUID() });
  const entries = [earlier(5, vitals(120, 78)), earlier(4, dose(40)), vitals(systolic, 84)];
  expect((await physician.post(`/api/sessions/${id}/entries`, { entries })).status).toBe(201);
  await endSession(physician, id);
  return id;
}

const tried = async (by: Caller, limits: object, more: object = {}) => {
  const body = { name, data: { ...data, limits }, from: 0, ...more };
  const reply = await by.post<ProtocolTrialReply>('/api/protocols/trial', body);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
};
const sum = ({ items }: ProtocolTrialReply, of: 'own' | 'draft') =>
  items.reduce((total, item) => total + item[of].high + item[of].medium, 0);

test('[TRY-2] a lower limit is tried on every past session of the name, and nothing of them changes', async () => {
  const logs = async () =>
    Promise.all(sessions.map(async (id) => (await lead.get(`/api/sessions/${id}/entries?after=0`)).body));
  const before = await logs();
  const found = await tried(lead, { systolic: { medium: { high: 140 }, high: { high: 180 } } });
  expect(found).toMatchObject({ total: 3, next: null });
  expect(found.items.map(({ id }) => id).sort()).toEqual([...sessions].sort());
  // 145 and 152 are over 140, and under the limit they ran with.
  expect(sum(found, 'draft') - sum(found, 'own')).toBe(2);
  const same = await tried(lead, {});
  expect(sum(same, 'draft')).toBe(sum(same, 'own'));
  expect(await logs()).toEqual(before);
  expect((await tried(lead, {}, { from: 2 })).items).toHaveLength(1);
});

test('[TRY-2] another clinic has nothing of it, who drafts no protocol may not, and a draft that contradicts itself is refused', async () => {
  expect(await tried(await api.as('lead', cedar), {})).toMatchObject({ total: 0, items: [] });
  const nurse = await api.as('nurse');
  expect((await nurse.post('/api/protocols/trial', { name, data, from: 0 })).status).toBe(403);
  const wrong = {
    name,
    data: { ...data, limits: { systolic: { medium: { low: 170, high: 140 } } } },
    from: 0,
  };
  expect(await lead.post('/api/protocols/trial', wrong)).toMatchObject({
    status: 400,
    body: { code: 'invalid', field: expect.stringContaining('limits.systolic') },
  });
});

test('[TRY-2] where sessions are for their team, others try none of them', async () => {
  await setTeamOnly(api, true);
  try {
    const { body } = await physician.post<ProtocolTrialReply>('/api/protocols/trial', {
      name,
      data,
      from: 0,
    });
    expect(body.total).toBe(3);
    const other = await api.signIn('both@harbor.test');
    const theirs = await other.post<ProtocolTrialReply>('/api/protocols/trial', { name, data, from: 0 });
    expect(theirs.body.total).toBe(0);
  } finally {
    await setTeamOnly(api, false);
  }
});
