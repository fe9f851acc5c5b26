import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { birthOf, processesIn, readPidFile, waitUntil } from './embedded/process.ts';
import { attachEmbedded, type EmbeddedPostgres, type EmbeddedRefusal, startEmbedded } from './embedded.ts';

const CHECKOUT = fileURLToPath(new URL('../../../..', import.meta.url));
const isRoot = process.getuid?.() === 0;

/** A data directory that was started once: copying it is ten times as fast as making one. */
let prepared: string;
let dataDir: string;
let running: EmbeddedPostgres[];
let children: ChildProcess[];

beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), 'tandem-prepared-'));
  const first = await startEmbedded({ dataDir: prepared, keysDir: join(prepared, 'keys'), say: () => {} });
  await first.stop();
});

afterAll(() => rmSync(prepared, { recursive: true, force: true }));

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tandem-embedded-'));
  running = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(running.map((server) => server.stop()));
  const left = existsSync(pgData()) ? processesIn(pgData()) : [];
  for (const pid of left) process.kill(pid, 'SIGKILL');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  expect(left, 'a test left PostgreSQL processes behind').toEqual([]);
});

const usePrepared = () => execFileSync('cp', ['-a', `${prepared}/.`, dataDir]);
const pgData = (major = 18) => join(dataDir, `pg${major}`);
const keysDir = () => join(dataDir, 'keys');

async function start(said: string[] = []): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ dataDir, keysDir: keysDir(), say: (line) => said.push(line) });
  running.push(server);
  return server;
}

async function refusal(): Promise<string> {
  const outcome = await start().catch((error: unknown) => error as EmbeddedRefusal);
  expect(outcome).toHaveProperty('name', 'EmbeddedRefusal');
  return (outcome as EmbeddedRefusal).message;
}

async function query<T extends object>(url: string, text: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return [...(await sql.unsafe<T[]>(text))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A start in a process of its own, so that it can be killed like a real one. */
function spawnStarter(): ChildProcess {
  const module = JSON.stringify(fileURLToPath(new URL('./embedded.ts', import.meta.url)));
  const options = JSON.stringify({ dataDir, keysDir: keysDir() });
  const code = `
    const { startEmbedded } = await import(${module});
    const server = await startEmbedded({ ...${options}, say() {} });
    process.send(server.adminUrl);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    cwd: CHECKOUT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.push(child);
  return child;
}

async function startedElsewhere(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawnStarter();
  const [url] = (await once(child, 'message')) as [string];
  return { child, url };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function serverPid(): number {
  const file = readPidFile(pgData());
  if (!file || file === 'damaged') throw new Error('no server is running');
  return file.pid;
}

describe('start and stop', () => {
  it('keeps the data from a cold start to a warm one, durable and closed to strangers', async () => {
    const first = await start();
    expect(first.adopted).toBe(false);
    await query(first.adminUrl, 'create table kept (n int); insert into kept values (42)');
    const [rules] = await query<{ open: number }>(
      first.adminUrl,
      "select count(*)::int as open from pg_hba_file_rules where auth_method <> 'scram-sha-256'",
    );
    expect(rules).toEqual({ open: 0 });
    const [set] = await query(
      first.adminUrl,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets`,
    );
    expect(set).toEqual({ fsync: 'on', commit: 'on', listen: '127.0.0.1', sockets: '' });
    const wrong = first.adminUrl.replace(/:[0-9a-f]{48}@/, ':guess@');
    await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(keysDir(), 'admin-password')).mode & 0o777).toBe(0o600);
    if (isRoot) expect(statSync(pgData()).uid).toBe(65534);

    await first.stop();
    expect(processesIn(pgData())).toEqual([]);
    const second = await start();
    expect(await query(second.adminUrl, 'select n from kept')).toEqual([{ n: 42 }]);
  });

  it('lets one Tandem at a time in: the second is told who the first is, and may attach to it', async () => {
    usePrepared();
    const { child, url } = await startedElsewhere();
    expect(await refusal()).toContain(`process ${child.pid}`);
    const beside = await attachEmbedded({ dataDir, keysDir: keysDir(), say: () => {} });
    expect(beside?.adminUrl).toBe(url);
    await beside?.stop();
    expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await kill(child);
    await (await start()).stop();
    expect(await attachEmbedded({ dataDir, keysDir: keysDir(), say: () => {} })).toBeUndefined();
  });
});

describe('after a kill', () => {
  it('adopts the server that a killed process left, with every commit, and stops it without an orphan', async () => {
    usePrepared();
    const { child, url } = await startedElsewhere();
    await query(url, 'create table kept (n int); insert into kept values (1)');
    const pid = serverPid();
    await kill(child);
    expect(birthOf(pid), 'the server outlives its starter').toBeDefined();

    const again = await start();
    expect(again.adopted).toBe(true);
    expect(serverPid()).toBe(pid);
    expect(await query(again.adminUrl, 'select n from kept')).toEqual([{ n: 1 }]);
    await again.stop();
    expect(processesIn(pgData())).toEqual([]);
  });

  it('replaces a left server that no longer answers', async () => {
    usePrepared();
    const { child, url } = await startedElsewhere();
    await query(url, 'create table kept (n int); insert into kept values (7)');
    const pid = serverPid();
    await kill(child);
    process.kill(pid, 'SIGSTOP');
    const again = await start();
    expect(again.adopted).toBe(false);
    expect(birthOf(pid)).toBeUndefined();
    expect(await query(again.adminUrl, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('starts cleanly when the first start was killed while the database was being made', async () => {
    const child = spawnStarter();
    const making = () => readdirSync(dataDir).some((name) => name.startsWith('.pg18-init-'));
    expect(await waitUntil(making, 20_000)).toBe(true);
    await kill(child);
    expect(existsSync(pgData())).toBe(false);
    const server = await start();
    expect(await query(server.adminUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it.each([
    ['emptied by a power cut', () => ''],
    [
      'whose number another program has since got',
      () => `${process.pid}\n${pgData()}\n1\n5432\n\n\n\nready\n`,
    ],
  ])('is not held up by a postmaster.pid %s', async (_, content) => {
    usePrepared();
    const file = join(pgData(), 'postmaster.pid');
    writeFileSync(file, content());
    if (isRoot) chownSync(file, 65534, 65534);
    const again = await start();
    expect(again.adopted).toBe(false);
    expect(birthOf(process.pid)).toBeDefined();
  });

  it('brings a killed server back on the same port, while the old backends are still leaving', async () => {
    usePrepared();
    const said: string[] = [];
    const server = await start(said);
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    const back = () => said.some((line) => line.includes('running again'));
    expect(await waitUntil(back, 20_000)).toBe(true);
    expect(await query(server.adminUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });
});

describe('a directory that cannot work gets one sentence and stays as it is', () => {
  it('a database of another owner', async (context) => {
    if (!isRoot) context.skip('cannot run here: giving a directory away needs root');
    usePrepared();
    chownSync(pgData(), 12345, 12345);
    expect(await refusal()).toMatch(/belongs to another user \(number 12345/);
    chownSync(pgData(), 65534, 65534);
  });

  it('a database of another major version, in its place or beside it', async () => {
    usePrepared();
    writeFileSync(join(pgData(), 'PG_VERSION'), '17\n');
    expect(await refusal()).toContain('written by PostgreSQL 17');
    writeFileSync(join(pgData(), 'PG_VERSION'), '18\n');
    const older = startEmbedded({ dataDir, keysDir: keysDir(), major: 15, say: () => {} });
    await expect(older).rejects.toThrow(/holds a database of PostgreSQL 18/);
  });

  it('a PostgreSQL data directory of someone else', async () => {
    writeFileSync(join(dataDir, 'PG_VERSION'), '18\n');
    expect(await refusal()).toContain('is itself a PostgreSQL data directory');
  });

  it('a database whose password is gone, or is another one', async () => {
    usePrepared();
    rmSync(join(keysDir(), 'admin-password'));
    expect(await refusal()).toContain('Set KEYS_DIR');
    writeFileSync(join(keysDir(), 'admin-password'), 'another\n', { mode: 0o600 });
    expect(await refusal()).toContain('Set KEYS_DIR');
    expect(processesIn(pgData())).toEqual([]);
  });

  it('a file where the directory should be', async () => {
    rmSync(dataDir, { recursive: true });
    writeFileSync(dataDir, 'not a directory');
    expect(await refusal()).toMatch(/cannot use .*Nothing was started/);
  });

  it('a directory without the right to write', async (context) => {
    if (isRoot) context.skip('cannot run here: root may write everywhere');
    chmodSync(dataDir, 0o500);
    expect(await refusal()).toContain('may not write there');
    chmodSync(dataDir, 0o700);
  });

  it('[RUN-17] a full disk', async (context) => {
    const small = join(dataDir, 'small');
    mkdirSync(small);
    chmodSync(dataDir, 0o711);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', small], { stdio: 'ignore' });
    } catch {
      context.skip('cannot run here: mounting a small disk needs root');
    }
    try {
      const tried = startEmbedded({ dataDir: small, keysDir: join(small, 'keys'), say: () => {} });
      await expect(tried).rejects.toThrow(/MB are free there, and it needs 100 MB to begin with/);
      expect(readdirSync(small).filter((name) => name.includes('pg18'))).toEqual([]);
    } finally {
      execFileSync('umount', [small]);
    }
  });
});
