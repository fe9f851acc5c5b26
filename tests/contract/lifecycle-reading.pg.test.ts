import { randomUUID } from 'node:crypto';
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

interface EntryRow {
  id: string;
  kind: string;
  seq: number;
  data: Record<string, unknown> | null;
  withheld?: true;
  author: { role: string };
}

let api: TestApi;
let physician: Caller;
let therapist: Caller;
beforeAll(async () => {
  api = await startApi();
  physician = await api.as('physician');
  therapist = await api.as('therapist');
});
afterAll(() => api.close());

const read = async (caller: Caller, id: string) =>
  (await caller.get<{ entries: EntryRow[] }>(`/api/sessions/${id}/entries`)).body.entries;

describe('What is read of a session', () => {
  test('[COR-1] amendment and retraction: who may, what stays', async () => {
    const id = await planSession(physician, { client: 1 });
    const path = `/api/sessions/${id}/entries`;
    const [reading, words] = [vitals(164, 90), note('It is heavy.')];
    await physician.post(path, { entries: [reading] });
    await therapist.post(path, { entries: [words] });
    const amend = (entryId: string, data: object, more: object = {}) =>
      entry('amendment', { entryId, data, reason: 'mistyped', ...more });
    expect(
      (await therapist.post(path, { entries: [amend(reading.id, { systolic: 146, diastolic: 90 })] })).body
        .code,
    ).toBe('not-yours');
    expect((await physician.post(path, { entries: [amend(words.id, { text: 'x' })] })).body.code).toBe(
      'not-yours',
    );
    expect(
      (await physician.post(path, { entries: [amend(reading.id, { systolic: 146, diastolic: 90 })] })).status,
    ).toBe(201);
    const stale = await physician.post(path, {
      entries: [amend(reading.id, { systolic: 147, diastolic: 90 }, { basedOnSeq: 3 })],
    });
    expect(stale).toMatchObject({ status: 409, body: { code: 'entry-changed' } });
    const wrong = await physician.post(path, { entries: [amend(reading.id, { systolic: '1' })] });
    expect(wrong).toMatchObject({ status: 400, body: { field: 'entries[0].data.data.systolic' } });
    expect(
      (
        await therapist.post(path, {
          entries: [entry('retraction', { entryId: words.id, reason: 'wrong client' })],
        })
      ).status,
    ).toBe(201);
    expect((await therapist.post(path, { entries: [amend(words.id, { text: 'x' })] })).body.code).toBe(
      'entry-retracted',
    );
    const given = dose(20);
    await physician.post(path, { entries: [given] });
    const unsaid = await physician.post(path, {
      entries: [entry('retraction', { entryId: given.id, reason: 'typo' })],
    });
    expect(unsaid).toMatchObject({ status: 400, body: { field: 'entries[0].data.anyGiven' } });
    const state = () =>
      physician.get<{ ketamine: { totalMg: number; mgPerKg: number } }>(`/api/sessions/${id}/state`);
    expect((await state()).body.ketamine).toMatchObject({ totalMg: 20, mgPerKg: 0.294 });
    await physician.post(path, {
      entries: [entry('retraction', { entryId: given.id, reason: 'typo', anyGiven: false })],
    });
    expect((await state()).body.ketamine.totalMg).toBe(0);
    // What was retracted and what was amended are both still in the log, in full.
    const kept = (await read(physician, id)).filter((one) =>
      [reading.id, words.id, given.id].includes(one.id),
    );
    expect(kept.map((one) => one.data)).toMatchObject([
      { systolic: 164 },
      { text: 'It is heavy.' },
      { amountMg: 20 },
    ]);
    await endSession(physician, id);
  });

  test('[PER-6] a lead sees nothing while it runs, notes withheld once ended, everything once signed', async () => {
    const id = await planSession(physician, { client: 1 });
    const lead = await api.as('lead');
    const words = note('I am the mistake.');
    await therapist.post(`/api/sessions/${id}/entries`, { entries: [words] });
    await therapist.post(`/api/sessions/${id}/entries`, {
      entries: [
        entry('amendment', {
          entryId: words.id,
          data: { text: 'I was the mistake.' },
          reason: 'heard again',
        }),
      ],
    });
    expect((await lead.get(`/api/sessions/${id}/entries`)).status).toBe(403);
    const listed = await lead.get<{ items: { id: string; patient: unknown; weightKg: unknown }[] }>(
      '/api/sessions?status=in-progress',
    );
    expect(listed.body.items.find((one) => one.id === id)).toMatchObject({
      patient: null,
      weightKg: null,
      people: [],
    });
    expect(
      (await lead.post('/api/sessions/search', { q: 'Rivera', status: ['in-progress'] })).body.items,
    ).toEqual([]);
    await endSession(physician, id);
    const ended = await read(lead, id);
    const hidden = ended.filter((one) => one.withheld === true);
    expect(hidden.map((one) => one.kind)).toEqual(['note', 'amendment']);
    expect(hidden.every((one) => one.data === null)).toBe(true);
    expect(JSON.stringify(ended)).not.toContain('mistake');
    expect(ended.map((one) => one.seq)).toEqual([1, 2, 3, 4, 5]);
    await physician.post(`/api/sessions/${id}/sign`, { id: randomUUID(), meaning: 'Done.' });
    expect((await read(lead, id)).find((one) => one.kind === 'note')?.data).toMatchObject({
      text: 'I am the mistake.',
    });
  });

  test('[LST-1] lists: newest first, filtered, paged without loss, the cursor bound to its filter', async () => {
    const fresh: string[] = [];
    for (let at = 0; at < 5; at += 1) fresh.push(await planSession(physician, { started: false, client: 1 }));
    const page = (query: string) =>
      physician.get<{ items: { id: string; plannedAt: string }[]; nextCursor: string | null }>(
        `/api/sessions?${query}`,
      );
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const reply: Awaited<ReturnType<typeof page>> = await page(
        `limit=2&status=planned${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...reply.body.items.map((one) => one.id));
      cursor = reply.body.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(fresh.every((id) => seen.includes(id))).toBe(true);
    const first = await page('limit=2&status=planned');
    const times = first.body.items.map((one) => one.plannedAt);
    expect(times).toEqual(times.toSorted().reverse());
    expect((await page(`limit=2&cursor=${first.body.nextCursor}`)).status).toBe(400);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date());
    expect((await page(`from=${today}&to=${today}&status=planned`)).body.items.length).toBeGreaterThanOrEqual(
      5,
    );
    expect((await page('to=2020-01-01')).body.items).toEqual([]);
    expect((await page('q=100%25')).body.items).toEqual([]);
  });
});
