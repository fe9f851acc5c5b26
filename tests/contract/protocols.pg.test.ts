import { randomUUID } from 'node:crypto';
import { exampleProtocols } from '@tandem/api/example-protocols.ts';
import { protocolPlanSchema } from '@tandem/domain';
import { type Protocol, protocolSchema } from '@tandem/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { harbor } from '../support/fixtures.ts';

let api: TestApi;
let physician: Caller;
let lead: Caller;

beforeAll(async () => {
  api = await startApi();
  physician = await api.as('physician');
  lead = await api.as('lead');
});
afterAll(() => api.close());

const plain = { drug: 'ketamine', route: 'im' };
const send = (data: object, by = physician, more: object = {}) =>
  by.post<Protocol & { field?: string; title?: string }>('/api/protocols', {
    id: randomUUID(),
    name: 'House IM',
    basedOn: harbor.protocolId,
    data: { ...plain, ...data },
    ...more,
  });

describe('A protocol version', () => {
  test.each([
    [
      'Medium beyond High',
      { limits: { systolic: { medium: { high: 185 }, high: { high: 180 } } } },
      'data.limits.systolic.medium.high',
      'must be below the High limit of 180 mmHg',
    ],
    ['interval 0', { minimumIntervalMinutes: 0 }, 'data.minimumIntervalMinutes', 'must be at least 1 minute'],
    [
      'a ceiling under the first dose',
      { usualDoses: [{ mgPerKg: 0.6, atMinute: 0 }], ceilingMgPerKg: 0.5 },
      'data.ceilingMgPerKg',
      'must be at least the first dose of 0.6 mg/kg',
    ],
    ['an unknown field', { ceilingMilligrams: 80 }, 'data.ceilingMilligrams', 'is not a field here'],
    ['a number as text', { ceilingMg: '80' }, 'data.ceilingMg', 'must be a number'],
  ])('[PRO-2] with %s is refused at its field, and nothing is stored', async (_, data, field, sentence) => {
    const before = (await physician.get<{ items: Protocol[] }>('/api/protocols')).body.items.length;
    const reply = await send(data);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ code: 'invalid', field, title: expect.stringContaining(sentence) });
    expect((await physician.get<{ items: Protocol[] }>('/api/protocols')).body.items).toHaveLength(before);
  });

  test('[PRO-2] all five examples hold together', () => {
    expect(exampleProtocols).toHaveLength(5);
    for (const { name, data } of exampleProtocols) {
      expect(protocolPlanSchema.safeParse(data).error?.issues, name).toBeUndefined();
    }
  });

  test('[PRO-5] is a new row under the next number; only a physician confirms it, and once', async () => {
    const id = randomUUID();
    const first = await send({ ceilingMg: 90 }, lead, { id });
    expect(first.status).toBe(201);
    expect(protocolSchema.parse(first.body)).toMatchObject({
      version: 1,
      example: false,
      basedOn: harbor.protocolId,
      confirmedAt: null,
    });
    expect((await send({ ceilingMg: 90 }, lead, { id })).status).toBe(200);
    expect((await send({ ceilingMg: 80 }, lead, { id })).status).toBe(409);
    expect((await send({ ceilingMg: 80 })).body.version).toBe(2);
    expect((await lead.post(`/api/protocols/${id}/confirm`, {})).status).toBe(403);
    const confirmed = await physician.post<Protocol>(`/api/protocols/${id}/confirm`, {});
    expect(confirmed.body).toMatchObject({
      confirmedBy: 'Dr Amara Okafor of Harbor',
      data: { ceilingMg: 90 },
    });
    // Sent again because its answer was lost: confirmed when it was.
    expect((await physician.post(`/api/protocols/${id}/confirm`, {})).body).toEqual(confirmed.body);
  });

  test('[PRO-5] that Tandem brought is an example until somebody changes it', async () => {
    const { items } = (await physician.get<{ items: Protocol[] }>('/api/protocols')).body;
    expect(items.find(({ id }) => id === harbor.protocolId)).toMatchObject({ example: true });
  });
});
