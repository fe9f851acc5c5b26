import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { buildApp } from '@tandem/api/app.ts';
import { LogWriter } from '@tandem/api/log/append.ts';
import type { AnyNewEntry } from '@tandem/domain';
import { MIN_WIRE_VERSION, WIRE_VERSION } from '@tandem/wire';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  type Caller,
  note,
  planSession,
  startApi,
  TEST_FACTOR_KEY,
  type TestApi,
  vitals,
} from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';
import { LiveReader } from '../support/live.ts';

let api: TestApi;
let physician: Caller;
let therapist: Caller;
let session: string;
const open: LiveReader[] = [];

beforeAll(async () => {
  api = await startApi();
  physician = await api.as('physician');
  therapist = await api.as('therapist');
  session = await planSession(physician);
});
afterEach(() => {
  for (const reader of open.splice(0)) reader.socket.terminate();
});
afterAll(() => api.close());

async function live(caller: Caller): Promise<LiveReader> {
  const reader = new LiveReader(api.socket(caller));
  open.push(reader);
  await reader.hello();
  return reader;
}
const post = (caller: Caller, ...entries: unknown[]) =>
  caller.post<{ entries: { seq: number }[] }>(`/api/sessions/${session}/entries`, { entries });
const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1);

describe('The live socket', () => {
  test('says hello with wire, epoch and server time', async () => {
    const reader = await live(physician);
    const me = await physician.get<{ epoch: string }>('/api/me');
    const versions = { wire: WIRE_VERSION, minWire: MIN_WIRE_VERSION };
    expect(reader.frames[0]).toMatchObject({ type: 'hello', ...versions, epoch: me.body.epoch });
  });

  test('[LIV-1] catches up after a cursor, says current, then is live; both ways', async () => {
    const [a, b] = [await live(physician), await live(therapist)];
    a.send({ type: 'subscribe', sessionId: session, after: 0 });
    b.send({ type: 'subscribe', sessionId: session, after: 1 });
    await a.until(() => a.frames.find((frame) => frame.type === 'current'));
    await b.until(() => b.frames.find((frame) => frame.type === 'current'));
    const startedMs = performance.now();
    const [byPhysician] = (await post(physician, vitals())).body.entries;
    await b.until(() => b.seqs(session).includes(byPhysician?.seq ?? -1));
    const [byTherapist] = (await post(therapist, note())).body.entries;
    await a.until(() => a.seqs(session).includes(byTherapist?.seq ?? -1));
    console.log(
      `physician to therapist and back over the socket: ${(performance.now() - startedMs).toFixed(1)} ms`,
    );
    expect(a.seqs(session)).toEqual(upTo(byTherapist?.seq ?? 0));
    expect(b.seqs(session)).toEqual(upTo(byTherapist?.seq ?? 0).slice(1));
  });

  test('[LIV-2] says current again within 2 s, with the head', async () => {
    const reader = await live(physician);
    reader.send({ type: 'subscribe', sessionId: session, after: 0 });
    const count = () => reader.frames.filter((frame) => frame.type === 'current').length;
    await reader.until(() => count() >= 1);
    const first = performance.now();
    await reader.until(() => count() >= 3);
    expect((performance.now() - first) / 2).toBeLessThan(2_500);
    const head = (await physician.get<{ lastSeq: number }>(`/api/sessions/${session}`)).body.lastSeq;
    expect(reader.frames.findLast((frame) => frame.type === 'current')).toMatchObject({ lastSeq: head });
  });

  test('[LIV-9] tells back the last ping that had come when the head was read, and answers none', async () => {
    const reader = await live(physician);
    const heard = () => reader.frames.flatMap((frame) => (frame.type === 'current' ? [frame.heard] : []));
    reader.send({ type: 'subscribe', sessionId: session, after: 0 });
    await reader.until(() => heard().length >= 1);
    expect(heard()[0]).toBe(0);
    reader.send({ type: 'ping', n: 4 });
    reader.send({ type: 'ping', n: 4 });
    reader.send({ type: 'ping', n: 3 });
    await reader.until(() => heard().includes(4));
    reader.send({ type: 'ping', n: 5 });
    await reader.until(() => heard().includes(5));
    expect(heard()).toEqual(heard().toSorted((a, b) => (a ?? -1) - (b ?? -1)));
    for (const n of [0, -1, 1.5, '6', undefined]) reader.send({ type: 'ping', n });
    const refusals = () => reader.frames.filter((frame) => frame.type === 'error');
    await reader.until(() => refusals().length === 5);
    expect(refusals().map((frame) => 'code' in frame && frame.code)).toEqual(Array(5).fill('invalid'));
    // On another socket it is 1 again, and what this one was asked is nobody else's.
    const other = await live(therapist);
    other.send({ type: 'ping', n: 1 });
    other.send({ type: 'subscribe', sessionId: session, after: 0 });
    const first = await other.until(() => other.frames.find((frame) => frame.type === 'current'));
    expect(first).toMatchObject({ heard: 1 });
    expect(new Set(other.frames.map(({ type }) => type))).not.toContain('error');
  });

  test('[LIV-3] 1,200 missed entries come in pages, in order, none twice', async () => {
    for (let batch = 0; batch < 12; batch += 1)
      await post(physician, ...Array.from({ length: 100 }, () => vitals()));
    const reader = await live(therapist);
    reader.send({ type: 'subscribe', sessionId: session, after: 0 });
    const current = await reader.until(() => reader.frames.find((frame) => frame.type === 'current'));
    expect(reader.seqs(session)).toEqual(upTo('lastSeq' in current ? current.lastSeq : 0));
    const sizes = reader.frames.flatMap((frame) => (frame.type === 'entries' ? [frame.entries.length] : []));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
  });

  test('[LIV-4] a write on another process arrives here too', async () => {
    const second = await buildApp({
      database: api.db.database,
      config: { publicUrl: new URL(api.origin), logLevel: 'silent' },
      secret: 'a secret of the tests only, 32 bytes',
      secondFactorKey: TEST_FACTOR_KEY,
      keysDir: inject('keysDir'),
      dashboardDir: null,
      build: 'test',
    });
    const reader = await live(therapist);
    const head = (await physician.get<{ lastSeq: number }>(`/api/sessions/${session}`)).body.lastSeq;
    reader.send({ type: 'subscribe', sessionId: session, after: head });
    await reader.until(() => reader.frames.find((frame) => frame.type === 'current'));
    const reply = await second.app.inject({
      method: 'POST',
      url: `/api/sessions/${session}/entries`,
      headers: { cookie: physician.cookie },
      payload: { entries: [vitals()] },
    });
    expect(reply.statusCode).toBe(201);
    await reader.until(() => reader.seqs(session).includes(head + 1), 4_000);
    await second.app.close();
  });

  test('[LOG-7] an entry that no hint told of is found by the poll, within 3 s', async () => {
    const reader = await live(therapist);
    const head = (await physician.get<{ lastSeq: number }>(`/api/sessions/${session}`)).body.lastSeq;
    reader.send({ type: 'subscribe', sessionId: session, after: head });
    await reader.until(() => reader.frames.find((frame) => frame.type === 'current'));
    // The same writer as another process has, whose hints are all lost.
    const silent = new LogWriter(api.db.database.writer);
    const startMs = performance.now();
    const written = await silent.append({
      clinicId: harbor.id,
      streamId: session,
      actor: { id: physician.personId, name: 'Dr Amara Okafor of Harbor', role: 'physician' },
      command: { type: 'append', entries: [vitals() as AnyNewEntry] },
    });
    expect(written).toMatchObject({ appended: 1 });
    await reader.until(() => reader.seqs(session).includes(head + 1), 12_000);
    console.log(`found without a hint: ${Math.round(performance.now() - startMs)} ms`);
  });

  test('[LIV-5] nothing a client sends ends the process; each is answered or closed by name', async () => {
    const reader = await live(physician);
    for (const bad of [
      '{',
      '[]',
      'null',
      '{"type":"subscribe"}',
      '{"type":"fly"}',
      '{"type":"subscribe","sessionId":"x","after":0}',
      `{"type":"subscribe","sessionId":"${session}","after":0,"role":"lead"}`,
    ]) {
      const before = reader.frames.length;
      reader.send(bad);
      await reader.until(() => reader.frames.slice(before).some((frame) => frame.type === 'error'));
    }
    expect(reader.socket.readyState).toBe(WebSocket.OPEN);
    const binary = reader.frames.length;
    reader.socket.send(Buffer.from([1, 2, 3]));
    await reader.until(() => reader.frames.slice(binary).some((frame) => frame.type === 'error'));
    const large = await live(physician);
    large.send('x'.repeat(20_000));
    expect(await large.until(() => large.closeCode)).toBe(1009);
    const flood = await live(physician);
    for (let at = 0; at < 200; at += 1) flood.send('{}');
    expect(await flood.until(() => flood.closeCode)).toBe(1008);
    expect((await physician.get('/api/me')).status).toBe(200);
  });

  test('[LIV-6] a foreign or unknown session: an error frame, the socket stays open', async () => {
    const theirs = await planSession(await api.as('physician', cedar), { clinic: cedar });
    const reader = await live(physician);
    for (const sessionId of [theirs, randomUUID()]) {
      reader.send({ type: 'subscribe', sessionId, after: 0 });
      const error = await reader.until(() =>
        reader.frames.find((frame) => frame.type === 'error' && frame.sessionId === sessionId),
      );
      expect(error).toMatchObject({ code: 'not-found' });
    }
    const lead = await live(await api.as('lead'));
    lead.send({ type: 'subscribe', sessionId: session, after: 0 });
    expect(await lead.until(() => lead.frames.find((frame) => frame.type === 'error'))).toMatchObject({
      code: 'role-may-not',
    });
  });

  test('[LIV-7] another, a null or no origin and no login are refused before the upgrade', async () => {
    const url = `ws://127.0.0.1:${(api.app.server.address() as { port: number }).port}/api/live`;
    const attempt = (options: { origin?: string; headers?: Record<string, string> }) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(url, options);
        socket.on('unexpected-response', (_request, response) => {
          resolve(response.statusCode ?? 0);
          socket.terminate();
        });
        socket.on('open', () => resolve(101));
        socket.on('error', () => {});
      });
    const headers = { cookie: physician.cookie };
    for (const origin of ['https://evil.example', 'null', `${api.origin}.evil.example`])
      expect(await attempt({ origin, headers })).toBe(403);
    expect(await attempt({ headers })).toBe(403);
    expect(await attempt({ origin: api.origin })).toBe(401);
    expect(await attempt({ origin: 'http://localhost:4000', headers })).toBe(101);
  });

  test('[LIV-10] an upgrade that comes while the server stops does not keep it from ending', async () => {
    const own = await startApi();
    const { cookie } = await own.as('physician');
    const { port } = own.app.server.address() as { port: number };
    const slow = own.socket(await own.as('physician'));
    await new Promise((resolve) => slow.once('open', resolve));
    // Who answers no close frame has 2 s; in these the other one comes.
    slow.pause();
    const stopped = own.close();
    const late = connect(port, '127.0.0.1');
    const answered = new Promise<string>((resolve, reject) => {
      late.once('data', (data) => resolve(String(data))).once('error', reject);
    });
    late.write(
      `GET /api/live HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${own.origin}\r\nCookie: ${cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    );
    expect(await answered).toMatch(/^HTTP\/1\.1 503 /);
    await stopped;
    late.destroy();
  });

  test('[LIV-8] an ended login closes the socket with 4401 within 2 s and a poll', async () => {
    const own = await api.signIn('nurse@harbor.test');
    const reader = await live(own);
    await own.call('POST', '/api/auth/sign-out');
    expect(await reader.until(() => reader.closeCode, 5_000)).toBe(4401);
  });
});
