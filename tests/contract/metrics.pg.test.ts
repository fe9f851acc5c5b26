import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, note, planSession, startApi, type TestApi, vitals } from '../support/api.ts';
import { harbor } from '../support/fixtures.ts';
import { LiveReader } from '../support/live.ts';

let api: TestApi;
let physician: Caller;
let session: string;
const open: LiveReader[] = [];

beforeAll(async () => {
  api = await startApi();
  physician = await api.as('physician');
  session = await planSession(physician);
});
afterEach(() => {
  for (const reader of open.splice(0)) reader.socket.terminate();
});
afterAll(() => api.close());

/** As Prometheus asks, from this computer. */
async function ask(of: TestApi = api, headers: Record<string, string> = {}): Promise<Response> {
  const { port } = of.app.server.address() as { port: number };
  return fetch(`http://127.0.0.1:${port}/metrics`, { headers });
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const SAMPLE = new RegExp(`^(${NAME}(?:\\{${NAME}="[^"\\\\]*"(?:,${NAME}="[^"\\\\]*")*\\})?) (\\S+)$`);
const TYPE = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram|summary)$`);

/** The text format by its grammar: each sample after the type of its family, each value a number. */
function parse(text: string): { samples: Map<string, number>; types: Map<string, string> } {
  const samples = new Map<string, number>();
  const types = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('# HELP ')) continue;
    const [, family, type] = TYPE.exec(line) ?? [];
    if (family !== undefined && type !== undefined) {
      types.set(family, type);
      continue;
    }
    const [, series, value] = SAMPLE.exec(line) ?? [];
    if (series === undefined || value === undefined) throw new Error(`no line of the format: ${line}`);
    const number = value === '+Inf' ? Number.POSITIVE_INFINITY : Number(value);
    // The library writes the mean of nothing so; Prometheus reads it in any case of letters.
    if (Number.isNaN(number) && value !== 'Nan') throw new Error(`no number: ${line}`);
    const name = series.split('{')[0] as string;
    if (![name, name.replace(/_(bucket|sum|count)$/, '')].some((one) => types.has(one)))
      throw new Error(`a sample before its type: ${line}`);
    samples.set(series, number);
  }
  return { samples, types };
}

async function samples(): Promise<(series: string) => number> {
  const reply = await ask();
  expect(reply.status).toBe(200);
  const found = parse(await reply.text()).samples;
  return (series) => {
    const value = found.get(series);
    if (value === undefined) throw new Error(`${series} is not there`);
    return value;
  };
}

async function live(): Promise<LiveReader> {
  const reader = new LiveReader(api.socket(physician));
  open.push(reader);
  await reader.hello();
  reader.send({ type: 'subscribe', sessionId: session, after: 0 });
  await reader.until(() => reader.frames.find((frame) => frame.type === 'current'));
  return reader;
}

describe('GET /metrics', () => {
  test('[OPS-1] is the text format, every name begins with tandem_, it tells of the process as well, and each of ours is on the page of operations', async () => {
    const reply = await ask();
    expect(reply.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    const { samples: found, types } = parse(await reply.text());
    expect([...types.keys()].filter((name) => !name.startsWith('tandem_'))).toEqual([]);
    expect(types.get('tandem_entries_appended_total')).toBe('counter');
    expect(types.get('tandem_flush_seconds')).toBe('histogram');
    expect(types.get('tandem_live_sockets')).toBe('gauge');
    expect(types.get('tandem_process_cpu_seconds_total')).toBe('counter');
    expect(found.get('tandem_process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    const ours = [...types.keys()].filter((name) => !/^tandem_(process|nodejs)_/.test(name));
    expect(ours.filter((name) => !page.includes(`\`${name}`))).toEqual([]);
    // A series that begins with its first failure shows no rise.
    expect(found.get('tandem_flushes_total{way="failed"}')).toBe(0);
    expect(found.get('tandem_http_requests_total{method="write",status="5xx"}')).toBe(0);
  });

  test('[OPS-2] counters and gauges move by what was done, and by nothing else', async () => {
    const before = await samples();
    const path = `/api/sessions/${session}/entries`;
    expect((await physician.post(path, { entries: [vitals(), note()] })).status).toBe(201);
    expect((await physician.post(path, { entries: [note()] })).status).toBe(201);
    expect((await physician.get('/api/sessions/not-an-id')).status).toBe(404);
    expect((await api.request('GET', '/api/me')).status).toBe(401);
    const after = await samples();
    const rise = (series: string) => after(series) - before(series);
    expect(rise('tandem_entries_appended_total')).toBe(3);
    expect(rise('tandem_flushes_total{way="one-statement"}')).toBe(2);
    expect(rise('tandem_flushes_total{way="transaction"}')).toBe(0);
    expect(rise('tandem_flush_seconds_count')).toBe(2);
    expect(rise('tandem_flush_seconds_sum')).toBeGreaterThan(0);
    expect(rise('tandem_http_requests_total{method="write",status="2xx"}')).toBe(2);
    expect(rise('tandem_http_requests_total{method="read",status="4xx"}')).toBe(2);
    // What is known already goes the long way, writes nothing, and is a flush all the same.
    const known = note();
    await physician.post(path, { entries: [known] });
    const again = await samples();
    expect((await physician.post(path, { entries: [known] })).status).toBe(200);
    const last = await samples();
    expect(last('tandem_flushes_total{way="transaction"}')).toBe(
      again('tandem_flushes_total{way="transaction"}') + 1,
    );
    expect(last('tandem_entries_appended_total')).toBe(again('tandem_entries_appended_total'));
  });

  test('[OPS-2] open sockets, sessions that are watched and hints', async () => {
    const before = await samples();
    const reader = await live();
    await live();
    const during = await samples();
    expect(during('tandem_live_sockets')).toBe(before('tandem_live_sockets') + 2);
    expect(during('tandem_watched_sessions')).toBe(before('tandem_watched_sessions') + 1);
    expect(during('tandem_hints_come_through')).toBe(1);
    const other = postgres(api.db.database.appUrl, { max: 1 });
    await other`select pg_notify('tandem_heads', ${`@${randomUUID()} `})`;
    await other.end();
    const heard = during('tandem_hints_heard_total{from="others"}');
    await expect
      .poll(async () => (await samples())('tandem_hints_heard_total{from="others"}'))
      .toBe(heard + 1);
    for (const one of open.splice(0)) one.socket.close();
    await reader.until(() => reader.closeCode !== null);
    await expect
      .poll(async () => {
        const now = await samples();
        return [now('tandem_live_sockets'), now('tandem_watched_sessions')];
      })
      .toEqual([before('tandem_live_sockets'), before('tandem_watched_sessions')]);
  });

  test('[OPS-3] a database that takes no writes, and one whose answers come too late', async () => {
    await live();
    const before = await samples();
    expect([before('tandem_database_up'), before('tandem_database_saves')]).toEqual([1, 1]);
    api.services.saving.failed({ code: '53100' });
    const full = await samples();
    expect([full('tandem_database_up'), full('tandem_database_saves')]).toEqual([1, 0]);
    // The trial write that it then makes shows that there is room after all.
    await expect.poll(async () => (await samples())('tandem_database_saves'), { timeout: 6_000 }).toBe(1);
    const admin = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
    await admin.begin(async (tx) => {
      await tx`lock table tandem.stream_heads in access exclusive mode`;
      await expect
        .poll(async () => (await samples())('tandem_head_unknown_total'), { timeout: 8_000 })
        .toBeGreaterThan(before('tandem_head_unknown_total'));
    });
    await admin.end();
  });

  test('[OPS-4] holds no name, no address and no id of anybody or anything', async () => {
    const reply = await ask();
    const text = await reply.text();
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/i);
    expect(text).not.toMatch(/@|\/api\/|127\.0\.0\.1|::1/);
    const people = await postgresRows();
    expect(people.length).toBeGreaterThan(10);
    for (const name of people) expect(text, name).not.toContain(name);
    // Every label is one of few words of ours, so that no series can ever be of somebody.
    const labels = new Set([...text.matchAll(/(\w+)="/g)].map(([, label]) => label));
    expect([...labels].sort()).toEqual(
      expect.arrayContaining(['from', 'le', 'method', 'status', 'way'].sort()),
    );
    const ours = ['folder', 'from', 'kind', 'le', 'method', 'space', 'status', 'type', 'way'];
    const ofVersion = ['major', 'minor', 'patch', 'version'];
    expect([...labels].filter((label) => ![...ours, ...ofVersion].includes(label as string))).toEqual([]);
  });

  async function postgresRows(): Promise<string[]> {
    const admin = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
    const rows = await admin<{ text: string }[]>`
      select name as text from auth.memberships union select family_name from tandem.patients
      union select given_name from tandem.patients union select name from tandem.clinics
      union select name from tandem.rooms`;
    await admin.end();
    return [...rows.map(({ text }) => text), ...Object.values(harbor.emails), harbor.id];
  }
});

describe('Who is answered', () => {
  const statusOf = async (of: TestApi, headers?: Record<string, string>) => (await ask(of, headers)).status;

  test('[OPS-5] this computer alone; to all others it is what an unknown address is', async () => {
    const behind = await startApi({ db: api.db, trustProxy: ['127.0.0.1'] });
    const from = (address: string) => ({ 'x-forwarded-for': address });
    try {
      expect(await statusOf(behind)).toBe(200);
      const refused = await ask(behind, from('203.0.113.7'));
      expect(refused.status).toBe(404);
      const unknown = await behind.request('GET', '/api/nowhere');
      expect(await refused.json()).toEqual(unknown.body);
      // The last address is the one that the proxy saw: what stands before it anybody can have written.
      expect(await statusOf(behind, from('127.0.0.1, 203.0.113.7'))).toBe(404);
      expect(await statusOf(behind, from('::ffff:203.0.113.7'))).toBe(404);
      expect(await statusOf(behind, from('not an address'))).toBe(404);
    } finally {
      await behind.app.close();
    }
  });

  test('[OPS-5] and whom METRICS_FROM names, by the address that a trusted proxy tells', async () => {
    const named = await startApi({
      db: api.db,
      trustProxy: ['127.0.0.1'],
      metricsFrom: ['203.0.113.0/24', '2001:db8::7'],
    });
    const from = (address: string) => ({ 'x-forwarded-for': address });
    try {
      for (const address of ['203.0.113.7', '::ffff:203.0.113.7', '2001:db8::7'])
        expect(await statusOf(named, from(address)), address).toBe(200);
      for (const address of ['203.0.114.7', '2001:db8::8'])
        expect(await statusOf(named, from(address)), address).toBe(404);
      expect(await statusOf(named)).toBe(200);
    } finally {
      await named.app.close();
    }
  });

  test('[OPS-6] what a proxy passes on that nobody named is answered to nobody, although it comes from this computer', async () => {
    for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'])
      expect(await statusOf(api, { [name]: '127.0.0.1' }), name).toBe(404);
  });
});
