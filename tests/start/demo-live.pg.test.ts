import { randomUUID } from 'node:crypto';
import { prepareTraining } from '@tandem/api/demo/demo.ts';
import { type Mover, startMover } from '@tandem/api/demo/mover.ts';
import { harbor } from '@tandem/api/demo/people.ts';
import { trainingClient } from '@tandem/api/demo/training-script.ts';
import type { ServedEntry, Session } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { fullSizeTest } from '../support/full-size.ts';
import { DemoHouse, type DemoProcess, LossyNetwork } from './demo-house.ts';

const EVERY_MS = 120;
const wait = { timeout: 40_000, interval: 100 };

vi.setConfig({ testTimeout: 90_000 });

let house: DemoHouse;
let one: DemoProcess;
let two: DemoProcess;
let cookie: string;
let admin: postgres.Sql;
const movers: Mover[] = [];

beforeAll(async () => {
  house = await DemoHouse.open(inject('adminUrl'), inject('keysDir'));
  one = await house.serve();
  two = await house.serve();
  admin = postgres(house.adminUrl, { max: 1, onnotice: () => {} });
  const reply = await fetch(`${one.address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'physician@harbor.test', password: 'tandem-demo' }),
  });
  cookie = (reply.headers.getSetCookie()[0] as string).split(';')[0] as string;
}, 120_000);
afterEach(() => stopAll());
afterAll(async () => {
  await admin.end();
  await house.close();
});

function start(process: DemoProcess, address = process.address, reports: string[] = []): Mover {
  const mover = startMover({
    address,
    databaseUrl: process.database.appUrl,
    prepare: () => prepareTraining(process.services),
    everyMs: EVERY_MS,
    quietMs: 3 * EVERY_MS,
    report: (line) => reports.push(line),
  });
  movers.push(mover);
  return mover;
}

async function stopAll(): Promise<void> {
  await Promise.all(movers.splice(0).map((mover) => mover.stop()));
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const reply = await fetch(`${one.address}${path}`, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(reply.ok, `${method} ${path}: ${reply.status}`).toBe(true);
  return (await reply.json()) as T;
}

const sessionsOf = async (status: string, origin: string) =>
  (await call<{ items: Session[] }>('GET', `/api/sessions?status=${status}&limit=200`)).items.filter(
    (session) => session.origin === origin,
  );
const entriesOf = async (id: string) =>
  (await call<{ entries: ServedEntry[] }>('GET', `/api/sessions/${id}/entries?limit=1000`)).entries;
/** What movers recorded; plan, start and end carry no device. */
const movedIn = async (id: string) =>
  (await entriesOf(id)).filter(({ context }) => context?.deviceId?.startsWith('mover-') === true);

/** The one session in progress, once it holds more than `more` entries of a mover. */
async function moving(more = 0): Promise<Session> {
  return vi.waitFor(async () => {
    const running = await sessionsOf('in-progress', 'training');
    expect(running).toHaveLength(1);
    const [session] = running as [Session];
    expect((await movedIn(session.id)).length).toBeGreaterThan(more);
    return session;
  }, wait);
}

/** Once `more` other entries have been sent through this network. */
async function sent(network: LossyNetwork, more: number): Promise<void> {
  const before = new Set(network.posted).size;
  await vi.waitFor(() => expect(new Set(network.posted).size).toBeGreaterThanOrEqual(before + more), wait);
}

/** Milliseconds between what stands next to each other. */
function gaps(entries: readonly ServedEntry[]): number[] {
  const times = entries.map(({ recordedAt }) => Date.parse(recordedAt));
  return times.slice(1).map((time, at) => time - (times[at] as number));
}

test('[RUN-10] one training session moves, in its own room and at its pace; the rest of the demo stands still', async () => {
  const before = await sessionsOf('in-progress,planned,ended', 'demo');
  start(one);
  const { id, room, patient, people } = await moving(5);
  expect(room?.name).toBe('Training room');
  expect(patient?.familyName).toBe('Training');
  const busy = before.filter(({ status }) => status === 'in-progress').flatMap((session) => session.people);
  expect(people.filter((person) => busy.some(({ personId }) => personId === person.personId))).toEqual([]);
  const entries = await entriesOf(id);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
  const moved = await movedIn(id);
  expect(Math.min(...gaps(moved))).toBeGreaterThanOrEqual(EVERY_MS - 1);
  expect(moved.every(({ author }) => people.some(({ personId }) => personId === author.id))).toBe(true);
  expect(await sessionsOf('in-progress,planned,ended', 'demo')).toEqual(before);
});

test('[RUN-11] two processes on one database: one moves, and the other goes on when it ends', async () => {
  const devices = async (id: string) => new Set((await movedIn(id)).map(({ context }) => context?.deviceId));
  const first = start(one);
  const { id } = await moving();
  const known = await devices(id);
  await vi.waitFor(async () => expect((await devices(id)).size).toBe(known.size + 1), wait);
  start(two);
  const seen = (await movedIn(id)).length;
  await moving(seen + 5);
  expect((await devices(id)).size).toBe(known.size + 1);
  await first.stop();
  await vi.waitFor(async () => expect((await devices(id)).size).toBe(known.size + 2), wait);
  const moved = await movedIn(id);
  expect(Math.min(...gaps(moved.slice(seen)))).toBeGreaterThanOrEqual(EVERY_MS - 1);
  expect(new Set(moved.map((entry) => entry.id)).size).toBe(moved.length);
});

test('[RUN-11] a lock whose connection was cut is taken anew', async () => {
  start(one);
  const { id } = await moving();
  const cut = await admin`
    select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tandem-mover'`;
  expect(cut).toHaveLength(1);
  await moving((await movedIn(id)).length + 3);
});

// The demo's own: with their waits these two are for the long run.
fullSizeTest(
  '[RUN-12] answers are lost and the API is away: what was sent is sent again, and stored once',
  async () => {
    const network = new LossyNetwork(one.address);
    await network.up();
    const reports: string[] = [];
    start(one, network.url, reports);
    const { id } = await moving();
    const known = new Set((await movedIn(id)).map((entry) => entry.id));
    let asked = 0;
    network.loses = () => {
      asked += 1;
      return asked % 2 === 1;
    };
    await vi.waitFor(() => expect(network.lost).toBeGreaterThanOrEqual(4), wait);
    network.loses = () => false;
    await sent(network, 2);
    await network.down();
    const told = reports.length;
    await new Promise((resolve) => setTimeout(resolve, 6 * EVERY_MS));
    expect(reports.length).toBe(told + 1);
    await network.up();
    await sent(network, 2);
    await stopAll();
    await network.down();
    // Each lost answer was followed by the same entry; the one under way when the network went may be another.
    const again = network.posted.length - new Set(network.posted).size;
    expect([network.lost, network.lost + 1]).toContain(again);
    const stored = (await movedIn(id)).map((entry) => entry.id);
    expect(new Set(stored).size).toBe(stored.length);
    const here = stored.filter((entryId) => !known.has(entryId));
    expect(new Set(network.posted.filter((entryId) => !known.has(entryId)))).toEqual(new Set(here));
    expect(reports.join()).toMatch(/not moving/);
  },
);

fullSizeTest('[RUN-13] a person ends it: another one begins, and the ended one is signed', async () => {
  start(one);
  const { id } = await moving();
  // Its people signed in hours ago, and a signature asks for a fresh login.
  await admin`update auth.logins set confirmed_at = now() - interval '3 hours'`;
  await call('POST', `/api/sessions/${id}/end`, { id: randomUUID(), disposition: 'completed' });
  await vi.waitFor(async () => expect((await moving()).id).not.toBe(id), wait);
  await vi.waitFor(async () => {
    expect((await call<Session>('GET', `/api/sessions/${id}`)).status).toBe('signed');
  }, wait);
  expect(await sessionsOf('ended,planned', 'training')).toEqual([]);
});

test.each([
  ['7 h', 7, false],
  // Gone on with: as every other test of this file does after a second or two.
  ...(process.env.TANDEM_TEST_SIZE === 'long' ? ([['3 h', 3, true]] as const) : []),
] as const)(
  '[RUN-13] left open for %s, it is ended or gone on with, and nothing is dated back',
  async (_, hours, goesOn) => {
    const running = await sessionsOf('in-progress', 'training');
    for (const { id } of running)
      await call('POST', `/api/sessions/${id}/end`, { id: randomUUID(), disposition: 'completed' });
    const left = await leftOpen(hours * 3_600_000);
    start(two);
    const { id } = await moving(3);
    expect(id === left).toBe(goesOn);
    expect((await call<Session>('GET', `/api/sessions/${left}`)).status).toMatch(
      goesOn ? /in-progress/ : /ended|signed/,
    );
    for (const { happenedAt } of await movedIn(id))
      expect(Date.now() - Date.parse(happenedAt)).toBeLessThan(12 * 60_000);
  },
);

/** A session of the training room that was started this long ago and not written to since. */
async function leftOpen(agoMs: number): Promise<string> {
  const roster = await prepareTraining(one.services);
  const actor = [...roster.people.values()].find(({ role }) => role === 'physician');
  const protocol = roster.protocols[0];
  if (actor === undefined || protocol === undefined) throw new Error('the demo has nobody');
  const streamId = randomUUID();
  const atMs = Date.now() - agoMs;
  const plan = {
    patientId: trainingClient.id,
    protocolId: protocol.id,
    plannedAt: new Date(atMs).toISOString(),
    roomId: roster.trainingRoom,
    origin: 'training' as const,
  };
  const { series: _none, medicines: _no, weightKg, ...patient } = trainingClient;
  const pins = { patient, weightKg, protocol, team: [] };
  const base = { clinicId: harbor.id, streamId, actor, clockMs: () => atMs };
  const start = { type: 'start', id: randomUUID(), startedAt: null, reason: null, pins } as const;
  await one.services.writer.append({ ...base, command: { type: 'plan', id: randomUUID(), plan } });
  await one.services.writer.append({ ...base, command: start });
  return streamId;
}
