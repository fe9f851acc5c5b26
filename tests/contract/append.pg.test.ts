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
import { cedar } from '../support/fixtures.ts';

interface Entries {
  entries: { id: string; seq: number; hash: string; recordedAt: string; author: { role: string } }[];
  lastSeq: number;
}

let api: TestApi;
let physician: Caller;
let therapist: Caller;
let session: string;
const path = () => `/api/sessions/${session}/entries`;
const send = (caller: Caller, ...entries: unknown[]) =>
  caller.post<Entries & { code: string; field: string; index: number }>(path(), { entries });
const lastSeq = async () => (await physician.get<Entries>(`${path()}?limit=1`)).body.lastSeq;

beforeAll(async () => {
  api = await startApi();
  physician = await api.as('physician');
  therapist = await api.as('therapist');
  session = await planSession(physician);
});
afterAll(() => api.close());

describe('Append: every idempotency sentence of the interface', () => {
  test('[LOG-14] 201 answers in request order with seq, recordedAt and author', async () => {
    const sent = [vitals(), note(), dose()];
    const reply = await send(physician, ...sent);
    expect(reply.status).toBe(201);
    expect(reply.body.entries.map((one) => one.id)).toEqual(sent.map((one) => one.id));
    const [first] = reply.body.entries;
    expect(reply.body.entries.map((one) => one.seq - (first?.seq ?? 0))).toEqual([0, 1, 2]);
    expect(first).toMatchObject({ recordedAt: expect.stringMatching(/Z$/), author: { role: 'physician' } });
  });

  test('[LOG-15] all known and equal: 200, nothing new, the original seqs', async () => {
    const sent = [vitals(), note()];
    const first = await send(physician, ...sent);
    const head = await lastSeq();
    const again = await send(physician, ...sent);
    expect(again.status).toBe(200);
    expect(again.body.entries).toEqual(first.body.entries);
    expect(await lastSeq()).toBe(head);
  });

  test('[LOG-5] some known: the rest is appended, 201, in request order', async () => {
    const known = vitals();
    await send(physician, known);
    const head = await lastSeq();
    const fresh = note();
    const reply = await send(physician, fresh, known);
    expect(reply.status).toBe(201);
    expect(reply.body.entries.map((one) => one.id)).toEqual([fresh.id, known.id]);
    expect(await lastSeq()).toBe(head + 1);
  });

  test('[LOG-2] the same id twice in a batch: 400, nothing stored', async () => {
    const one = vitals();
    const head = await lastSeq();
    const reply = await send(physician, note(), one, one);
    expect(reply).toMatchObject({ status: 400, body: { code: 'duplicate-id', index: 2, entryId: one.id } });
    expect(await lastSeq()).toBe(head);
  });

  test.each([
    ['content', (one: ReturnType<typeof vitals>) => ({ ...one, data: { ...one.data, systolic: 150 } })],
    ['kind', (one: ReturnType<typeof vitals>) => ({ ...one, kind: 'note', data: { text: 'words' } })],
    [
      'time',
      (one: ReturnType<typeof vitals>) => ({
        ...one,
        happenedAt: new Date(Date.now() - 60_000).toISOString(),
      }),
    ],
  ])('[LOG-6] a known id with other %s: 409, nothing stored', async (_what, change) => {
    const known = vitals();
    await send(physician, known);
    const head = await lastSeq();
    const reply = await send(physician, note(), change(known));
    expect(reply).toMatchObject({
      status: 409,
      body: { code: 'entry-id-reused', index: 1, entryId: known.id },
    });
    expect(await lastSeq()).toBe(head);
  });

  test('[LOG-6] a known id from another author or in another session: 409', async () => {
    const known = note();
    await send(physician, known);
    expect(await send(therapist, known)).toMatchObject({ status: 409, body: { code: 'entry-id-reused' } });
    const other = await planSession(physician, { client: 1 });
    const elsewhere = await physician.post(`/api/sessions/${other}/entries`, { entries: [known] });
    expect(elsewhere).toMatchObject({ status: 409, body: { code: 'entry-id-reused' } });
    await endSession(physician, other);
  });

  test('[LOG-8] content is compared as an instant and as canonical JSON; context is not compared', async () => {
    const happenedAt = new Date(Date.now() - 5_000).toISOString();
    const sent = entry(
      'vital-signs',
      { systolic: 140, diastolic: 80 },
      { happenedAt, context: { deviceId: 'a', knownSeq: 1 } },
    );
    const first = await send(physician, sent);
    const spelledOtherwise = {
      ...sent,
      happenedAt: happenedAt.replace('Z', '000+00:00'),
      data: { diastolic: 80, systolic: 140 },
      context: { deviceId: 'b' },
    };
    const again = await send(physician, spelledOtherwise);
    expect(again.status).toBe(200);
    expect(again.body.entries).toEqual(first.body.entries);
  });

  test('[LOG-4] known ids are looked up before any state check: a retry after sign-off is 200', async () => {
    const own = await planSession(physician, { client: 1 });
    const known = vitals();
    const url = `/api/sessions/${own}/entries`;
    expect((await physician.post(url, { entries: [known] })).status).toBe(201);
    await endSession(physician, own);
    expect(
      (await physician.post(`/api/sessions/${own}/sign`, { id: randomUUID(), meaning: 'I gave this care.' }))
        .status,
    ).toBe(201);
    expect((await physician.post(url, { entries: [known] })).status).toBe(200);
    const late = await physician.post(url, { entries: [known, vitals()] });
    expect(late).toMatchObject({ status: 409, body: { code: 'session-signed' } });
    const head = await physician.get<Entries>(`${url}?limit=1`);
    expect(head.body.lastSeq).toBe(5);
  });

  test('[LOG-16] 50 parallel posts of one id store it once', async () => {
    const one = dose(20);
    const head = await lastSeq();
    const replies = await Promise.all(Array.from({ length: 50 }, () => send(physician, one)));
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(49);
    expect(new Set(replies.map((reply) => reply.body.entries[0]?.seq)).size).toBe(1);
    expect(await lastSeq()).toBe(head + 1);
  });

  test('[LOG-16] one id in two sessions at the same time: one is stored, the other refused', async () => {
    const other = await planSession(physician, { client: 1 });
    const one = vitals();
    const replies = await Promise.all([
      send(physician, one),
      physician.post(`/api/sessions/${other}/entries`, { entries: [one] }),
    ]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409]);
    await endSession(physician, other);
  });

  test('[LOG-17] ids are unique per clinic: another clinic may use the same id and learns nothing', async () => {
    const known = vitals();
    await send(physician, known);
    const foreign = await api.as('physician', cedar);
    const theirs = await planSession(foreign, { clinic: cedar });
    expect((await foreign.post(`/api/sessions/${theirs}/entries`, { entries: [known] })).status).toBe(201);
  });

  test('[LOG-18] seqs are 1..n without a gap under 8 parallel writers, refused ones among them', async () => {
    const own = await planSession(physician, { client: 1 });
    const url = `/api/sessions/${own}/entries`;
    const bad = () => entry('amendment', { entryId: randomUUID(), data: {}, reason: 'x' });
    const posts = Array.from({ length: 160 }, (_, at) => ({ entries: [at % 5 === 0 ? bad() : vitals()] }));
    const workers = Array.from({ length: 8 }, async (_, worker) => {
      const statuses: number[] = [];
      for (const body of posts.filter((_one, at) => at % 8 === worker))
        statuses.push((await physician.post(url, body)).status);
      return statuses;
    });
    const statuses = (await Promise.all(workers)).flat();
    expect(statuses.filter((status) => status === 201)).toHaveLength(128);
    expect(statuses.filter((status) => status === 404)).toHaveLength(32);
    const { body } = await physician.get<Entries>(url);
    expect(body.entries.map((one) => one.seq)).toEqual(Array.from({ length: 130 }, (_, at) => at + 1));
    await endSession(physician, own);
  });

  test('[LOG-19] context is stored and served, and recordedAt never goes back', async () => {
    const context = {
      deviceId: 'tablet-2',
      knownSeq: 3,
      composedAt: new Date(Date.now() - 900_000).toISOString(),
      clockOffsetMs: -120,
      offline: true,
      lateReason: 'Wi-Fi was down',
    };
    const sent = { ...vitals(), context };
    await send(physician, sent);
    const { body } = await physician.get<{ entries: (Entries['entries'][number] & { context: unknown })[] }>(
      path(),
    );
    expect(body.entries.find((one) => one.id === sent.id)?.context).toEqual(context);
    const times = body.entries.map((one) => one.recordedAt);
    expect(times).toEqual(times.toSorted());
  });

  test('a write of another epoch is 409 and stores nothing', async () => {
    const head = await lastSeq();
    const reply = await physician.call(
      'POST',
      path(),
      { entries: [vitals()] },
      { 'tandem-epoch': randomUUID() },
    );
    expect(reply).toMatchObject({ status: 409, body: { code: 'epoch-changed' } });
    expect(await lastSeq()).toBe(head);
    const me = await physician.get<{ epoch: string }>('/api/me');
    const right = await physician.call(
      'POST',
      path(),
      { entries: [vitals()] },
      { 'tandem-epoch': me.body.epoch },
    );
    expect(right.status).toBe(201);
  });
});
