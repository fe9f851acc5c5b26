import { statfsSync } from 'node:fs';
import { type Health, healthSchema } from '@tandem/wire';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, note, planSession, startApi, type TestApi } from '../support/api.ts';
import { folder } from '../support/backup-file.ts';
import { LiveReader } from '../support/live.ts';

const DAY_MS = 86_400_000;
const files = folder();
const dataDir = files.at('.');
let api: TestApi;
let physician: Caller;
let session: string;
let notAfter: string | null = null;
const open: LiveReader[] = [];

beforeAll(async () => {
  api = await startApi({
    dataFolder: { path: dataDir, holdsDatabase: true },
    certificate: () => (notAfter === null ? null : { notAfter }),
    backups: {
      at: { hours: 2, minutes: 30 },
      keep: 2,
      dir: files.at('gone'),
      secondDir: dataDir,
      makesDir: false,
    },
  });
  physician = await api.as('physician');
  session = await planSession(physician);
});
afterEach(() => {
  for (const reader of open.splice(0)) reader.socket.terminate();
});
afterAll(async () => {
  await api.close();
  files.remove();
});

async function health(): Promise<Health> {
  const reply = await (await api.as('lead')).get<Health>('/api/health');
  expect(reply.status).toBe(200);
  expect(healthSchema.strict().parse(reply.body)).toEqual(reply.body);
  return reply.body;
}

async function device(): Promise<LiveReader> {
  const reader = new LiveReader(api.socket(physician));
  open.push(reader);
  await reader.hello();
  reader.send({ type: 'subscribe', sessionId: session, after: 0 });
  await reader.until(() => reader.frames.find((frame) => frame.type === 'current'));
  return reader;
}

describe('GET /api/health', () => {
  test('[OPS-7] room on the disks of data and backups, build and epoch; a folder that is not there is not known', async () => {
    const { disks, build, epoch } = await health();
    const { blocks, bsize } = statfsSync(dataDir);
    expect(disks.holdDatabase).toBe(true);
    expect(disks.folders.map(({ of }) => of)).toEqual(['data', 'backup', 'second']);
    const [data, backup] = disks.folders;
    expect(data).toMatchObject({ directory: dataDir, totalBytes: blocks * bsize });
    expect(data?.freeBytes).toBeGreaterThan(0);
    expect(data?.freeBytes).toBeLessThanOrEqual(blocks * bsize);
    expect(backup).toMatchObject({ freeBytes: null, totalBytes: null, red: false });
    expect({ build, epoch }).toEqual({ build: 'test', epoch: api.services.epoch });
  });

  test('[OPS-8] the clock of this computer is red from over 2 s off the database’s', async () => {
    expect(await health()).toMatchObject({ clock: { red: false } });
    expect(Math.abs((await health()).clock.differsByMs ?? Number.NaN)).toBeLessThan(1_000);
    api.services.saving.stop();
    const { clock, saving } = api.services;
    try {
      clock.observe(Date.now() - 5_000, performance.now());
      const ahead = await health();
      expect(ahead.clock.red).toBe(true);
      expect(ahead.clock.differsByMs).toBeGreaterThan(4_900);
      clock.observe(Date.now() + 5_000, performance.now());
      expect((await health()).clock).toMatchObject({ red: true });
    } finally {
      await saving.start();
    }
    expect((await health()).clock.red).toBe(false);
  });

  test('[OPS-9] plain http has no certificate; one that is served is red under 14 days and once it is over', async () => {
    expect((await health()).certificate).toBeNull();
    notAfter = new Date(Date.now() + 14.5 * DAY_MS).toISOString();
    expect((await health()).certificate).toEqual({ notAfter, daysLeft: 14, red: false });
    notAfter = new Date(Date.now() + 13.5 * DAY_MS).toISOString();
    expect((await health()).certificate).toEqual({ notAfter, daysLeft: 13, red: true });
    notAfter = new Date(Date.now() - DAY_MS / 2).toISOString();
    expect((await health()).certificate).toMatchObject({ daysLeft: -1, red: true });
    notAfter = null;
  });

  test('[OPS-10] how many connected devices say that entries wait on them, and for how long, until they say that none does', async () => {
    expect((await health()).waiting).toMatchObject({ devices: 0, longestSeconds: null, red: false });
    const [one, two] = [await device(), await device()];
    const say = (reader: LiveReader, pending: number) =>
      reader.send({ type: 'presence', sessionId: session, writing: null, pending });
    say(one, 2);
    await expect.poll(async () => (await health()).waiting.devices).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    // Fewer of them are still some: the wait goes on.
    say(one, 1);
    say(two, 1);
    await expect.poll(async () => (await health()).waiting.devices).toBe(2);
    expect((await health()).waiting.longestSeconds).toBeGreaterThanOrEqual(1);
    say(one, 0);
    two.socket.terminate();
    await expect.poll(async () => (await health()).waiting.devices).toBe(0);
    expect((await health()).waiting).toMatchObject({ longestSeconds: null, red: false });
  });

  test('[OPS-11] what came in late is told with how long it had waited on its device', async () => {
    expect((await health()).waiting.late).toBeNull();
    const composed = (minutes: number) => ({
      ...note(),
      context: { composedAt: new Date(Date.now() - minutes * 60_000).toISOString(), offline: true },
    });
    const sent = [composed(0), composed(42), composed(7)];
    const reply = await physician.post(`/api/sessions/${session}/entries`, { entries: sent });
    expect(reply.status).toBe(201);
    const { late } = (await health()).waiting;
    expect(late?.waitedSeconds).toBeGreaterThanOrEqual(42 * 60);
    expect(late?.waitedSeconds).toBeLessThan(43 * 60);
  });

  test('[OPS-12] hints come through, and another process is heard; where they do not, it is red', async () => {
    const alone = await health();
    expect(alone.hints).toMatchObject({ heard: true, red: false, othersAt: null });
    expect(Date.parse(alone.hints.ownAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    const other = await startApi({ db: api.db });
    try {
      await (await other.as('physician')).post(`/api/sessions/${session}/entries`, { entries: [note()] });
      await expect.poll(async () => (await health()).hints.othersAt).not.toBeNull();
      await other.services.stream.stop();
      const deaf = await (await other.as('lead')).get<Health>('/api/health');
      expect(deaf.body).toMatchObject({ database: { reachable: true }, hints: { heard: false, red: true } });
    } finally {
      await other.app.close();
    }
  });

  test('[OPS-13] a write that the database refused is red at once, whatever its check says', async () => {
    expect((await health()).database).toEqual({ reachable: true, writable: true });
    api.services.saving.failed({ code: '53100' });
    expect((await health()).database).toEqual({ reachable: true, writable: false });
  });
});
