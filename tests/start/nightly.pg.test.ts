import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { backUp, type NightPlan } from '@tandem/api/backup/night.ts';
import { Nightly, type Places } from '@tandem/api/backup/nightly.ts';
import { Shelf } from '@tandem/api/backup/shelf.ts';
import { WriteCheck } from '@tandem/api/db/write-check.ts';
import { type Health, healthSchema } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { note, planSession, startApi, type TestApi, vitals } from '../support/api.ts';
import { folder, sourceOf } from '../support/backup-file.ts';

const files = folder();
const HOUR_MS = 3_600_000;
const NOW_MS = Date.parse('2026-03-01T02:30:00Z');
let api: TestApi;
let session: string;
let dir: string;
let made = 0;

beforeAll(async () => {
  api = await startApi();
  const physician = await api.as('physician');
  session = await planSession(physician);
  await physician.post(`/api/sessions/${session}/entries`, { entries: [vitals(), note()] });
});
beforeEach(() => {
  made += 1;
  dir = files.at(`night-${made}`);
  mkdirSync(dir);
});
afterAll(async () => {
  await api.close();
  files.remove();
});

const backups = (at = dir) => readdirSync(at).filter((name) => name.endsWith('.backup.gz'));
const shelf = (at = dir) => new Shelf(at, api.services.epoch);
const plan = (more: Partial<NightPlan> = {}): NightPlan => ({
  source: sourceOf(api.db.database),
  shelf: shelf(),
  second: null,
  keep: 2,
  makesDir: false,
  ...more,
});
const places = (more: Partial<Places> = {}): Places => ({
  at: { hours: 2, minutes: 30 },
  keep: 14,
  dir,
  secondDir: null,
  makesDir: false,
  ...more,
});
const nightly = (more: Partial<Places> = {}, said: string[] = []) =>
  new Nightly({
    database: api.db.database,
    epoch: api.services.epoch,
    places: places(more),
    error: (sentence) => said.push(sentence),
  });

describe('One nightly backup', () => {
  test('[BAK-13] is verified before it has its name, and the oldest beyond the kept number go after it', async () => {
    for (const night of [0, 1, 2]) {
      const run = await backUp(plan(), NOW_MS + night * 24 * HOUR_MS);
      expect(run).toMatchObject({ problem: null, newest: { verified: true } });
    }
    const mark = api.services.epoch.slice(0, 8);
    expect(backups()).toEqual([
      `tandem-20260302T023000Z-${mark}.backup.gz`,
      `tandem-20260303T023000Z-${mark}.backup.gz`,
    ]);
    // Those of before a restore, or of another installation, are not its own to clear away.
    const other = new Shelf(dir, 'ffffffff-0000-4000-8000-000000000000');
    renameSync(shelf().fileAt(NOW_MS + 24 * HOUR_MS), other.fileAt(NOW_MS));
    await backUp(plan({ keep: 1 }), NOW_MS + 3 * 24 * HOUR_MS);
    expect(backups()).toHaveLength(2);
    expect(existsSync(other.fileAt(NOW_MS))).toBe(true);
  });

  test('[BAK-14] a record that does not verify is kept too, told, and nothing older is removed', async () => {
    await backUp(plan({ keep: 1 }), NOW_MS);
    const admin = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
    await admin.unsafe('set session_replication_role = replica');
    await admin`update tandem.entries set author_name = author_name || '!' where stream_id = ${session} and seq = 2`;
    const run = await backUp(plan({ keep: 1 }), NOW_MS + 24 * HOUR_MS);
    await admin`update tandem.entries set author_name = rtrim(author_name, '!') where stream_id = ${session} and seq = 2`;
    await admin.end();
    expect(run).toMatchObject({ problem: null, newest: { verified: false } });
    expect(backups()).toHaveLength(2);
  });

  test('[BAK-15] a second place that is not there is told and stops nothing; one that is there gets a true copy', async () => {
    const second = shelf(files.at(`second-${made}`));
    const failed = await backUp(plan({ second }), NOW_MS);
    expect(failed).toMatchObject({ problem: null, second: { at: null, problem: 'no-folder' } });
    expect(backups()).toHaveLength(1);
    expect(existsSync(second.dir), 'a disk that is not mounted was made as a folder').toBe(false);
    mkdirSync(second.dir);
    const copied = await backUp(plan({ second }), NOW_MS + HOUR_MS);
    expect(copied.second).toMatchObject({ problem: null });
    expect(backups(second.dir)).toEqual([backups()[1]]);
  });

  test('[BAK-16] a folder that is gone is a problem in words, and what was there before still counts', async () => {
    const before = await backUp(plan(), NOW_MS);
    shelf().note(before);
    const missing = plan({ shelf: shelf(files.at(`gone-${made}`)) });
    expect(await backUp(missing, NOW_MS)).toMatchObject({ newest: null, problem: 'no-folder' });
    const source = { ...sourceOf(api.db.database), backupUrl: 'postgres://nobody:x@127.0.0.1:9/none' };
    const down = await backUp(plan({ source }), NOW_MS + HOUR_MS);
    expect(down).toEqual({ ...before, problem: 'database' });
    expect(readdirSync(dir).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('In the running server', () => {
  test('[BAK-17] a missed night is made up after the start, by one process of all', async () => {
    const [one, two] = [nightly(), nightly({ dir: files.at(`other-${made}`), makesDir: true })];
    one.start(30);
    two.start(30);
    const both = () => [one, two].flatMap(({ shelf: own }) => own?.files() ?? []);
    await expect.poll(() => both().length, { timeout: 10_000, interval: 20 }).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(both()).toHaveLength(1);
    await one.stop();
    await two.stop();
  });

  test('[BAK-17] a night that was not missed is not made up, and none is made where BACKUP_AT is off', async () => {
    await backUp(plan(), Date.now() - 23 * HOUR_MS);
    const [made23hAgo, off] = [nightly(), nightly({ at: null })];
    made23hAgo.start(10);
    off.start(10);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await made23hAgo.stop();
    await off.stop();
    expect(backups()).toHaveLength(1);
    expect(off.shelf).toBeNull();
  });
});

describe('GET /api/health', () => {
  const healthOf = async (more: Partial<Places>): Promise<Health> => {
    const served = await startApi({ db: api.db, backups: places(more) });
    try {
      const reply = await (await served.as('lead')).get<Health>('/api/health');
      expect(reply.status).toBe(200);
      expect(healthSchema.parse(reply.body)).toEqual(reply.body);
      return reply.body;
    } finally {
      await served.app.close();
    }
  };

  test('[BAK-18] red without a backup and over 26 h, not before, and not verified when the record was not', async () => {
    const never = await healthOf({ secondDir: dir });
    expect(never.database).toEqual({ reachable: true, writable: true });
    expect(never.backup).toMatchObject({ directory: dir, nightlyAt: '02:30', newest: null, red: true });
    expect(never.second).toMatchObject({ state: 'none-yet', directory: dir });
    const run = await backUp(plan(), Date.now() - 25 * HOUR_MS);
    shelf().note(run);
    const young = await healthOf({});
    expect(young.backup).toMatchObject({ newest: { ageHours: 25, verified: true }, red: false });
    expect(young.second.state).toBe('off');
    const [file] = shelf().files();
    renameSync(file?.file as string, shelf().fileAt(Date.now() - 27 * HOUR_MS));
    expect((await healthOf({})).backup).toMatchObject({ newest: { verified: false }, red: true });
    rmSync(shelf().files()[0]?.file as string);
    expect((await healthOf({})).backup).toMatchObject({ newest: null, red: true });
    expect((await healthOf({ at: null })).backup).toMatchObject({ directory: null, red: true });
  });

  test('[BAK-19] a database that takes no writes is told as such, and still reachable', async () => {
    const admin = postgres(api.db.adminUrl, { max: 1 });
    const name = new URL(api.db.adminUrl).pathname.slice(1);
    await admin.unsafe(`alter database ${name} set default_transaction_read_only = on`);
    const fresh = postgres(api.db.database.appUrl, { max: 1 });
    const readOnly = await new WriteCheck(fresh).state();
    await admin.unsafe(`alter database ${name} reset default_transaction_read_only`);
    await admin.end();
    await fresh.end();
    expect(readOnly).toEqual({ reachable: true, writable: false });
    const nobody = postgres('postgres://nobody:x@127.0.0.1:9/none', { max: 1, connect_timeout: 1 });
    expect(await new WriteCheck(nobody).state()).toEqual({ reachable: false, writable: false });
    await nobody.end({ timeout: 0 });
  });
});
