import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { cedar, type FixtureClinic, harbor } from '../support/fixtures.ts';

interface Listed {
  id: string;
  seriesId: string | null;
  series: { number: number; of: number } | null;
}

let api: TestApi;
let physician: Caller;
beforeAll(async () => {
  api = await startApi();
  physician = await api.as('physician');
});
afterAll(() => api.close());

interface PlanMore {
  readonly day: number;
  readonly seriesId?: string;
  readonly client?: 0 | 1;
  readonly clinic?: FixtureClinic;
}

async function plan(caller: Caller, { day, seriesId, client = 0, clinic = harbor }: PlanMore) {
  const id = randomUUID();
  const { status } = await caller.post('/api/sessions', {
    id,
    patientId: clinic.patientIds[client],
    protocolId: clinic.protocolId,
    plannedAt: new Date(Date.now() + day * 86_400_000).toISOString(),
    ...(seriesId === undefined ? {} : { seriesId }),
  });
  expect(status).toBe(201);
  return id;
}

const place = async (id: string, caller = physician) =>
  (await caller.get<Listed>(`/api/sessions/${id}`)).body.series;

test('[LST-5] the number follows plannedAt, however they were planned, moved or listed', async () => {
  const seriesId = randomUUID();
  const third = await plan(physician, { day: 21, seriesId });
  const first = await plan(physician, { day: 7, seriesId });
  const second = await plan(physician, { day: 14, seriesId });
  expect(await place(first)).toEqual({ number: 1, of: 3 });
  expect(await place(second)).toEqual({ number: 2, of: 3 });
  expect(await place(third)).toEqual({ number: 3, of: 3 });
  const plannedAt = new Date(Date.now() + 2 * 86_400_000).toISOString();
  expect((await physician.call('PATCH', `/api/sessions/${third}`, { plannedAt })).status).toBe(200);
  const listed = await physician.get<{ items: Listed[] }>('/api/sessions?limit=200');
  const found = await physician.post<{ items: Listed[] }>('/api/sessions/search', { limit: 200 });
  for (const { items } of [listed.body, found.body]) {
    const own = items.filter((one) => one.seriesId === seriesId);
    expect(own.map(({ id, series }) => [id, series?.number, series?.of])).toEqual([
      [second, 3, 3],
      [first, 2, 3],
      [third, 1, 3],
    ]);
  }
});

test('[LST-5] one moment for two of them: no number twice', async () => {
  const seriesId = randomUUID();
  const plannedAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const ids = [await plan(physician, { day: 30, seriesId }), await plan(physician, { day: 30, seriesId })];
  for (const id of ids) await physician.call('PATCH', `/api/sessions/${id}`, { plannedAt });
  const numbers = await Promise.all(ids.map(async (id) => (await place(id))?.number));
  expect(numbers.toSorted()).toEqual([1, 2]);
});

test('[LST-5] a cancelled session has no place, and the others close ranks', async () => {
  const seriesId = randomUUID();
  const [first, second, third] = [
    await plan(physician, { day: 7, seriesId }),
    await plan(physician, { day: 14, seriesId }),
    await plan(physician, { day: 21, seriesId }),
  ];
  const cancelled = await physician.post(`/api/sessions/${second}/cancel`, {
    id: randomUUID(),
    reason: 'Client travels.',
  });
  expect(cancelled).toMatchObject({ status: 201, body: { series: null, seriesId } });
  expect(await place(second as string)).toBeNull();
  expect(await place(first as string)).toEqual({ number: 1, of: 2 });
  expect(await place(third as string)).toEqual({ number: 2, of: 2 });
});

test('[LST-5] only this client, this series and this clinic count', async () => {
  const seriesId = randomUUID();
  const own = await plan(physician, { day: 8, seriesId });
  await plan(physician, { day: 1, seriesId, client: 1 });
  await plan(physician, { day: 1, seriesId: randomUUID() });
  await plan(await api.as('physician', cedar), { day: 1, seriesId, clinic: cedar });
  expect(await place(own)).toEqual({ number: 1, of: 1 });
  expect(await place(await plan(physician, { day: 9 }))).toBeNull();
});

test('[LST-6] who may not know whose session runs is told neither its series nor its place in it', async () => {
  const seriesId = randomUUID();
  const id = await plan(physician, { day: 0, seriesId });
  expect((await physician.post(`/api/sessions/${id}/start`, { id: randomUUID() })).status).toBe(201);
  const lead = await api.as('lead');
  const { items } = (await lead.get<{ items: Listed[] }>('/api/sessions?status=in-progress')).body;
  expect(items.find((one) => one.id === id)).toMatchObject({ series: null, seriesId: null });
  const end = { id: randomUUID(), disposition: 'no-dose' };
  expect((await physician.post(`/api/sessions/${id}/end`, end)).status).toBe(201);
  expect(await place(id, lead)).toEqual({ number: 1, of: 1 });
});
