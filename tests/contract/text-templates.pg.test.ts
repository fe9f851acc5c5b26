import type { TextTemplatesReply } from '@tandem/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, note, planSession, startApi, type TestApi, vitals } from '../support/api.ts';
import { cedar } from '../support/fixtures.ts';

let api: TestApi;
let admin: Caller;
let physician: Caller;
let session: string;

beforeAll(async () => {
  api = await startApi();
  [admin, physician] = await Promise.all([api.as('admin'), api.as('physician')]);
  session = await planSession(physician);
  await physician.post(`/api/sessions/${session}/entries`, { entries: [vitals(124, 78), note('Calm.')] });
});
afterAll(() => api.close());

const put = (by: Caller, key: string, body: unknown) =>
  by.call<TextTemplatesReply & { field?: string; title?: string }>('PUT', `/api/text-templates/${key}`, body);

async function exported(): Promise<string> {
  const { port } = api.app.server.address() as { port: number };
  const url = `http://127.0.0.1:${port}/api/sessions/${session}/export?format=text&template=table`;
  return (await fetch(url, { headers: { cookie: physician.cookie } })).text();
}

describe("a clinic's own template", () => {
  test('[EXP-10] fills the text of every session from then on, beside the other ones, and goes back to the default', async () => {
    const before = await physician.get<TextTemplatesReply>('/api/text-templates');
    expect(before.body.items.map(({ key, own }) => [key, own])).toEqual([
      ['physician', false],
      ['therapist', false],
      ['table', false],
    ]);
    expect(before.body.places).toContain('vitals table');
    const text = 'OBSERVATIONS {{date}}\n{{vitals table}}\n{{notes}}';
    const put1 = await put(admin, 'table', { text });
    expect(put1.status, JSON.stringify(put1.body)).toBe(200);
    await put(admin, 'therapist', { text: '{{notes}}' });
    expect((await put(admin, 'therapist', { text: null })).body.items.map(({ own }) => own)).toEqual([
      false,
      false,
      true,
    ]);
    const lines = await exported();
    expect(lines).toMatch(/^OBSERVATIONS \d\d-[A-Z][a-z]{2}-\d{4}\nTime/);
    expect(lines).toMatch(/124\/78/);
    expect(lines).toMatch(/Calm\./);
    const there = await (await api.as('physician', cedar)).get<TextTemplatesReply>('/api/text-templates');
    expect(there.body.items.some(({ own }) => own)).toBe(false);
    await put(admin, 'table', { text: null });
    expect(await exported()).not.toContain('OBSERVATIONS');
  });

  test('[EXP-22] says who changed it last and when, also after going back, and what each place says', async () => {
    const before = await physician.get<TextTemplatesReply>('/api/text-templates');
    expect(Object.keys(before.body.examples).sort()).toEqual([...before.body.places].sort());
    expect(Object.values(before.body.examples).filter((example) => example.trim() === '')).toEqual([]);
    expect(before.body.examples).toMatchObject({
      'ketamine total': '40 mg, 0.58 mg/kg',
      measures: expect.stringContaining('PHQ-9: 12 of 27, moderate'),
    });
    const startedMs = Date.now() - 1_000;
    await put(admin, 'physician', { text: '{{notes}}' });
    const item = async () =>
      (await physician.get<TextTemplatesReply>('/api/text-templates')).body.items.find(
        ({ key }) => key === 'physician',
      );
    const { name } = (await admin.get<{ person: { name: string } }>('/api/me')).body.person;
    const written = await item();
    expect(written).toMatchObject({ own: true, changed: { name } });
    expect(Date.parse(written?.changed?.at ?? '')).toBeGreaterThanOrEqual(startedMs);
    await put(admin, 'physician', { text: null });
    const back = await item();
    expect(back).toMatchObject({ own: false, changed: { name } });
    expect(Date.parse(back?.changed?.at ?? '')).toBeGreaterThanOrEqual(
      Date.parse(written?.changed?.at ?? ''),
    );
    // Of the others nobody said anything in that.
    const { body } = await (await api.as('physician', cedar)).get<TextTemplatesReply>('/api/text-templates');
    expect(body.items.every(({ changed }) => changed === null)).toBe(true);
  });

  test('[EXP-10] with a place that nobody knows is refused with a sentence, and nothing is kept', async () => {
    const refused = await put(admin, 'physician', { text: 'BP {{vitls table}}' });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid', field: 'text' } });
    expect(refused.body.title).toMatch(/^\{\{vitls table\}\} is no place of a template\. Known: /);
    expect((await put(admin, 'letter', { text: 'x' })).status).toBe(404);
    expect((await put(admin, 'table', { text: '' })).status).toBe(400);
    expect((await put(physician, 'table', { text: 'x' })).status).toBe(403);
    const { body } = await physician.get<TextTemplatesReply>('/api/text-templates');
    expect(body.items.some(({ own }) => own)).toBe(false);
  });
});
