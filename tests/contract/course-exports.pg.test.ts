import { randomUUID } from 'node:crypto';
import type { FhirBundle } from '@tandem/records';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, planSession, startApi, type TestApi } from '../support/api.ts';
import { harbor } from '../support/fixtures.ts';

let api: TestApi;
let physician: Caller;
let therapist: Caller;
beforeAll(async () => {
  api = await startApi();
  [physician, therapist] = await Promise.all([api.as('physician'), api.as('therapist')]);
});
afterAll(() => api.close());

async function opened(seriesId?: string): Promise<string> {
  const path = `/api/patients/${harbor.patientIds[0]}/courses`;
  const body = { id: randomUUID(), ...(seriesId === undefined ? {} : { seriesId }) };
  return (await therapist.post<{ id: string }>(path, body)).body.id;
}
const one = (kind: string, data: object) => ({
  id: randomUUID(),
  kind,
  happenedAt: new Date().toISOString(),
  data,
});
async function add(course: string, ...entries: object[]): Promise<void> {
  const reply = await therapist.post(`/api/courses/${course}/entries`, { entries });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
}

async function exported(by: Caller, session: string, query: string): Promise<string> {
  const { port } = api.app.server.address() as { port: number };
  const url = `http://127.0.0.1:${port}/api/sessions/${session}/export?${query}`;
  const reply = await fetch(url, { headers: { cookie: by.cookie } });
  expect(reply.status).toBe(200);
  return reply.text();
}

test('[EXP-19] a copy of a session has the course of its series and the one of none, never that of another series', async () => {
  const [series, other] = [randomUUID(), randomUUID()];
  const session = randomUUID();
  const planned = await physician.post('/api/sessions', {
    id: session,
    patientId: harbor.patientIds[0],
    protocolId: harbor.protocolId,
    plannedAt: new Date().toISOString(),
    seriesId: series,
  });
  expect(planned.status, JSON.stringify(planned.body)).toBe(201);
  const answers = [1, 1, 2, 1, 0, 1, 3].map((value, n) => ({ item: `q${n + 1}`, value }));
  const insight = one('insight', { text: 'The shame was never mine.', sessionId: session });
  const unsaid = one('insight', { text: 'Perhaps her father knew.', sessionId: session });
  const general = await opened();
  await add(
    general,
    one('measure', { instrument: 'gad-7', version: 1, filledBy: 'client', answers, sessionId: session }),
    insight,
    unsaid,
  );
  await add(
    general,
    one('insight-approval', {
      insightId: insight.id,
      how: 'in-person',
      approvedAt: new Date().toISOString(),
    }),
  );
  await add(await opened(series), one('story', { from: 'I am the mistake.' }));
  await add(await opened(other), one('story', { from: 'Of another series.' }));

  const bundle = JSON.parse(await exported(physician, session, 'format=fhir')) as FhirBundle;
  const totals = bundle.entry.filter(({ resource }) =>
    JSON.stringify(resource.code ?? '').includes('70274-6'),
  );
  expect(totals.map(({ resource }) => resource.valueQuantity)).toMatchObject([{ value: 9 }]);
  const csv = await exported(therapist, session, 'format=csv');
  expect(csv).toContain('The shame was never mine., agreed in person');
  expect(csv).toContain('from “I am the mistake.”');
  expect(csv).not.toContain('Of another series.');
  expect(csv).not.toContain('Perhaps her father knew.');
  // Of another client nothing.
  const elsewhere = await planSession(physician, { client: 1 });
  expect(await exported(physician, elsewhere, 'format=csv')).not.toContain('Between sessions');
});
