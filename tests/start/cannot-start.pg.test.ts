import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase } from '@tandem/api/db/prepare.ts';
import { rolePasswords, roleUrls } from '@tandem/api/db/roles.ts';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { whyNoSmallDisk } from '../support/cluster.ts';
import { fullSizeTest } from '../support/full-size.ts';
import { dataDir, freePort, processesNaming, TandemProcess } from '../support/tandem-process.ts';
import { copyTemplate, type TestDatabase } from '../support/template.ts';

const data = dataDir();
let port: number;
let env: Record<string, string>;

beforeAll(async () => {
  port = await freePort();
  env = { PORT: String(port), DATA_DIR: data.path, DEMO: '0', LOG_LEVEL: 'error' };
});
afterAll(() => data.remove());

/** The last line of a command that ends by itself, not well and without a stack. */
async function refusal(command: string, more: Record<string, string>, args: string[] = []): Promise<string> {
  const process = new TandemProcess(command, args, { ...env, ...more });
  expect(await process.end(), process.output).not.toBe(0);
  expect(process.output, 'a stack was shown').not.toMatch(/\n\s+at /);
  return process.output.trim().split('\n').at(-1) as string;
}

/** A database of one's own on the server of this run. */
async function ownDatabase(): Promise<TestDatabase> {
  const db = await copyTemplate(inject('adminUrl'), inject('keysDir'));
  onTestFinished(() => db.drop());
  return db;
}

/** A folder for keys, with copies of those of this run, and some of them otherwise. */
function keysWith(changed: Record<string, string | null>): string {
  const dir = mkdtempSync(join(tmpdir(), 'tandem-keys-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  cpSync(inject('keysDir'), dir, { recursive: true });
  for (const [name, text] of Object.entries(changed)) {
    rmSync(join(dir, name));
    if (text !== null) writeFileSync(join(dir, name), text, { mode: 0o600 });
  }
  return dir;
}

describe('What cannot start says why in one sentence, exit code not 0', () => {
  test('[RUN-4] a busy port', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(port, '127.0.0.1', resolve));
    expect(await refusal('start', {})).toMatch(
      new RegExp(`^Port ${port} is in use by another program\\..+PORT=${port + 1} npm start$`),
    );
    await new Promise((resolve) => blocker.close(resolve));
    expect(processesNaming(data.path)).toEqual([]);
  });

  test('[RUN-5] settings that cannot be used name their variable and never repeat a password', async () => {
    expect(await refusal('start', { PORT: 'many' })).toMatch(/^PORT must be a number from 1 to 65535\./);
    expect(await refusal('start', { DEMO: 'yes' })).toMatch(/^DEMO must be 0 or 1\./);
    expect(await refusal('start', { PUBLIC_URL: 'tandem' })).toMatch(/^PUBLIC_URL must be an address/);
    const wrong = await refusal('start', { DATABASE_URL: 'mysql://root:secret-words@localhost/x' });
    expect(wrong).toMatch(/^DATABASE_URL must be a PostgreSQL address/);
    expect(wrong).not.toContain('secret-words');
  });

  test('[RUN-6] a database that is not there, a wrong password, a missing database', async () => {
    const nobody = `postgres://tandem:secret-words@127.0.0.1:${await freePort()}/tandem`;
    const gone = await refusal('start', { DATABASE_URL: nobody });
    expect(gone).toMatch(
      /^PostgreSQL at 127\.0\.0\.1:\d+ does not answer \(ECONNREFUSED\)\. Start it or correct DATABASE_URL/,
    );
    const wrong = new URL(inject('adminUrl'));
    wrong.password = 'secret-words';
    const denied = await refusal('start', { DATABASE_URL: wrong.toString() });
    expect(denied).toMatch(/refused the user or password in DATABASE_URL/);
    expect(denied).not.toContain('secret-words');
    const missing = new URL(inject('adminUrl'));
    missing.pathname = '/no_such_database';
    expect(await refusal('start', { DATABASE_URL: missing.toString() })).toMatch(
      /has no database no_such_database/,
    );
  });

  test('[RUN-7] verify and setup with words that make no sense', async () => {
    expect(await refusal('verify', {}, ['not-an-id'])).toMatch(/^Say either nothing/);
    expect(await refusal('restore', {})).toMatch(/^Name the one backup to restore/);
    expect(
      await refusal('setup', {}, [
        '--clinic',
        'A',
        '--name',
        'B',
        '--email',
        'no-email',
        '--password',
        'a long password',
      ]),
    ).toMatch(/^--email must be/);
    expect(await refusal('setup', {}, ['--colour', 'red'])).toMatch(/^Unknown flag\./);
  });

  test('[RUN-15] a database of another version, for an administrator and for tandem_app', async () => {
    const { adminUrl } = await ownDatabase();
    const asApp = roleUrls(adminUrl, rolePasswords(inject('keysDir'))).app;
    const prepare = (url: string) => prepareDatabase(url, inject('keysDir'), () => {});
    await inAdmin(adminUrl, "insert into meta.migrations (name, checksum) values ('9999_later.sql', '')");
    const newer =
      'This database is newer than this Tandem (it has 9999_later.sql). Nothing was changed. Start the newer version.';
    await expect(prepare(asApp)).rejects.toThrow(newer);
    expect(await refusal('start', { DATABASE_URL: adminUrl, KEYS_DIR: inject('keysDir') })).toBe(newer);
    await inAdmin(adminUrl, "delete from meta.migrations where name >= '0016'");
    await expect(prepare(asApp)).rejects.toThrow(
      'This database is older than this Tandem (it lacks 0016_key_marks.sql). Start once with DATABASE_URL of an administrator.',
    );
    await inAdmin(adminUrl, "update meta.migrations set checksum = 'another' where name like '0001%'");
    await expect(prepare(adminUrl)).rejects.toThrow(
      'Migration 0001_foundation.sql was edited after it ran here. Nothing was changed. Restore the file.',
    );
  });
});

describe('Keys that are not those of the database are refused, and none are made beside it', () => {
  const names = ['auth-secret', 'role-passwords.json', 'second-factor-key'];
  const sentence = (dir: string, what: string) =>
    `${dir} does not hold the keys of this database: ${what}. Nothing was changed. Set KEYS_DIR to the folder that it was used with, or put your copy back; if there is none, "Lost keys" in docs/operations.md says what to do.`;

  test.each(names)('[RUN-16] without %s, or with another one, whoever asks', async (name) => {
    const { adminUrl, database } = await ownDatabase();
    const missing = keysWith({ [name]: null });
    for (const url of [adminUrl, roleUrls(adminUrl, rolePasswords(inject('keysDir'))).app])
      await expect(prepareDatabase(url, missing, () => {})).rejects.toThrow(
        sentence(missing, `${name} is missing`),
      );
    expect(existsSync(join(missing, name)), 'a new one was made').toBe(false);
    const another = keysWith({ [name]: 'x'.repeat(43) });
    await expect(prepareDatabase(adminUrl, another, () => {})).rejects.toThrow(
      sentence(another, `${name} is another one`),
    );
    // Who runs on the right ones is not shut out.
    expect(await database.auth`select 1 as one`).toEqual([{ one: 1 }]);
  });

  test('[RUN-16] a start and a backup beside it say so', async () => {
    const { adminUrl } = await ownDatabase();
    const dir = keysWith({ 'second-factor-key': null });
    const at = { DATABASE_URL: adminUrl, KEYS_DIR: dir };
    const said = sentence(dir, 'second-factor-key is missing');
    expect(await refusal('start', at)).toBe(said);
    expect(await refusal('backup', at, [join(data.path, 'b.gz')])).toBe(said);
  });

  fullSizeTest(
    '[RUN-16] lost for good: said once by an administrator while nothing runs, and the next start makes new ones',
    async () => {
      const cluster = { DATA_DIR: dataDir().path };
      const running = new TandemProcess('start', [], { ...env, ...cluster });
      await running.ready();
      const keys = join(cluster.DATA_DIR, 'keys');
      expect(await refusal('setup', cluster, ['--new-keys'])).toBe(
        'A Tandem is running on this database, so its keys are not lost: they are in its KEYS_DIR. Nothing was changed.',
      );
      expect(await running.signal('SIGTERM')).toBe(0);
      const password = readFileSync(join(keys, 'admin-password'), 'utf8');
      rmSync(join(keys, 'admin-password'));
      expect(await refusal('start', cluster)).toMatch(
        /^The password for the database in .+ is not in .+admin-password\. .+ put the file back from a copy\.$/,
      );
      writeFileSync(join(keys, 'admin-password'), password, { mode: 0o600 });
      for (const name of names) rmSync(join(keys, name));
      expect(await refusal('start', cluster)).toContain('auth-secret is missing.');
      expect(readdirSync(keys)).toEqual(['admin-password']);
      const setup = new TandemProcess('setup', ['--new-keys'], { ...env, ...cluster });
      expect(await setup.end(), setup.output).toBe(0);
      expect(setup.output).toMatch(/^The next start takes the keys .+ second factor anew/m);
      const again = new TandemProcess('start', [], { ...env, ...cluster });
      await again.ready();
      expect(readdirSync(keys).sort()).toEqual(['admin-password', ...names]);
      expect(await again.signal('SIGTERM')).toBe(0);
      rmSync(join(cluster.DATA_DIR, '..'), { recursive: true });
    },
  );

  test.each([
    ['role-passwords.json', '{}'],
    ['role-passwords.json', 'x{'],
    ['second-factor-key', 'short'],
    ['auth-secret', 'short'],
  ])('[RUN-16] %s that holds %s is named', async (name, text) => {
    const { adminUrl } = await ownDatabase();
    await inAdmin(adminUrl, 'delete from meta.key_marks');
    const dir = keysWith({ [name]: text });
    await expect(prepareDatabase(adminUrl, dir, () => {})).rejects.toThrow(
      `${join(dir, name)} is damaged. Nothing was changed. Restore it from your copy of KEYS_DIR.`,
    );
  });
});

fullSizeTest(
  '[RUN-18] stopped while it makes its database, it leaves nothing running and begins anew',
  async () => {
    const dir = dataDir();
    const own = { ...env, DATA_DIR: dir.path };
    const first = new TandemProcess('start', [], own);
    await expect
      .poll(() => processesNaming(join(dir.path, 'pg18')).length, { timeout: 30_000 })
      .toBeGreaterThan(0);
    expect(await first.signal('SIGTERM')).toBe(0);
    expect(first.output).not.toContain('Tandem is ready');
    expect(processesNaming(dir.path)).toEqual([]);
    const again = new TandemProcess('start', [], own);
    await again.ready();
    expect(await again.signal('SIGTERM')).toBe(0);
    dir.remove();
  },
);

fullSizeTest(
  '[RUN-17] a full disk is said when it starts, and forgotten once there is room',
  async (context) => {
    const why = whyNoSmallDisk();
    if (why !== null) return context.skip(why);
    const dir = smallDisk(400);
    const own = { DATA_DIR: join(dir, 'data') };
    const first = new TandemProcess('start', [], { ...env, ...own });
    await first.ready();
    expect(await first.signal('SIGTERM')).toBe(0);
    const fill = join(dir, 'fill');
    expect(() => writeFileSync(fill, Buffer.alloc(400 * 1_048_576))).toThrow(/ENOSPC/);
    expect(await refusal('start', own)).toMatch(
      /^Tandem cannot use .+: the disk is full\. Nothing was started and no data was changed\. Make room or correct the rights there, or set DATA_DIR \(and KEYS_DIR\) to another directory\.$/,
    );
    rmSync(fill);
    const again = new TandemProcess('start', [], { ...env, ...own });
    await again.ready();
    expect(await again.signal('SIGTERM')).toBe(0);
  },
);

function smallDisk(mib: number): string {
  const dir = mkdtempSync(join(tmpdir(), 'tandem-full-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mib}m,mode=755`, 'tmpfs', dir]);
  onTestFinished(() => {
    execFileSync('umount', [dir]);
    rmSync(dir, { recursive: true });
  });
  return dir;
}

async function inAdmin(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql.unsafe(statement);
  await sql.end();
}
