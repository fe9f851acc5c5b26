import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { restoreInto } from '@tandem/api/backup/restore.ts';
import { verifyFile } from '@tandem/api/backup/verify-file.ts';
import { writeBackup } from '@tandem/api/backup/write.ts';
import { migrate, readMigrations } from '@tandem/api/db/migrate.ts';
import { migrationsDir } from '@tandem/api/db/prepare.ts';
import { rolePasswords, roleUrls } from '@tandem/api/db/roles.ts';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { note, planSession, startApi, type TestApi, vitals } from '../support/api.ts';
import { folder, forge, linesOf, quiet, sourceOf, withHeader } from '../support/backup-file.ts';
import { TandemProcess } from '../support/tandem-process.ts';
import { emptyDatabase, type TestDatabase } from '../support/template.ts';

const files = folder();
const whole = files.at('whole.backup.gz');
const migrations = readMigrations(migrationsDir());
let api: TestApi;
let target: TestDatabase;
let session: string;

beforeAll(async () => {
  api = await startApi();
  target = await emptyDatabase(inject('adminUrl'), inject('keysDir'));
  const physician = await api.as('physician');
  session = await planSession(physician);
  await physician.post(`/api/sessions/${session}/entries`, { entries: [vitals(), note('one'), vitals()] });
  await writeBackup(sourceOf(api.db.database), whole, quiet);
});
afterAll(async () => {
  await api.close();
  await target.drop();
  files.remove();
});

const restore = (file: string) => restoreInto(target.adminUrl, file, migrations, quiet);

/** Whoever looks at the target finds nothing: no table, and so no row. */
async function expectUntouched(): Promise<void> {
  const admin = postgres(target.adminUrl, { max: 1 });
  const found =
    await admin`select to_regclass('tandem.clinics') is null and to_regnamespace('meta') is null as none`;
  await admin.end();
  expect(found[0]?.none).toBe(true);
}

describe('A file that is not the backup it was is named, and nothing of it is stored', () => {
  const bytes = () => readFileSync(whole);
  test.each([
    ['cut in its middle', () => bytes().subarray(0, bytes().length / 2), /it was cut off/],
    ['cut by one byte', () => bytes().subarray(0, -1), /it was cut off/],
    [
      'altered by one bit',
      () => {
        const altered = Buffer.from(bytes());
        const at = Math.floor(altered.length / 2);
        altered[at] = (altered[at] as number) ^ 1;
        return altered;
      },
      /is no (whole )?backup/,
    ],
    [
      'changed and packed again',
      () => gzipSync(gunzipSync(bytes()).toString('utf8').replace('"systolic": 148', '"systolic": 118')),
      /does not have the content it was written with/,
    ],
    ['made longer', () => Buffer.concat([bytes(), bytes()]), /goes on after its end/],
    ['another file', () => Buffer.from('{"tandem":"notes"}'), /was altered or was never one/],
    ['empty', () => Buffer.alloc(0), /is no whole backup/],
  ])('[BAK-6] %s', async (name, content, sentence) => {
    const file = files.at(`${name}.gz`);
    writeFileSync(file, content());
    await expect(verifyFile(file)).rejects.toThrow(sentence);
    await expect(restore(file)).rejects.toThrow(sentence);
    await expect(restore(file)).rejects.toThrow(file);
    await expectUntouched();
  });

  test('[BAK-6] one that is not there', async () => {
    await expect(restore(files.at('nothing'))).rejects.toThrow(
      /^There is no file .+nothing\. Nothing was changed/,
    );
  });

  test.each([
    [
      'a row less',
      (lines: string[]) =>
        lines.toSpliced(
          lines.findIndex((line) => line.includes('\t')),
          1,
        ),
    ],
    ['a table less', (lines: string[]) => lines.toSpliced(1, lines.indexOf('\\.'))],
  ])('[BAK-6] %s, with a hash that fits', async (name, change) => {
    const file = forge(whole, files.at(`${name}.gz`), change);
    await expect(verifyFile(file)).rejects.toThrow(
      /is no whole backup: it (has not all rows of|is out of order)/,
    );
  });

  test('[BAK-7] a changed number, with a hash that fits, shows in the chain: session and first bad seq', async () => {
    const file = forge(whole, files.at('changed.gz'), (lines) =>
      lines.map((line) => line.replace('"systolic": 148', '"systolic": 118')),
    );
    const { broken } = await verifyFile(file);
    // Planned and started come before the first reading.
    expect(broken).toMatchObject([{ streamId: session, seq: 3, what: 'has other content than was sealed' }]);
    const verify = new TandemProcess('verify', [file], {});
    expect(await verify.end()).toBe(1);
    expect(verify.output).toContain(`session ${session}: entry 3 has other content than was sealed`);
  });

  test('[BAK-8] one of a newer Tandem, or of another one, is refused by the name of its migration', async () => {
    const more = withHeader(whole, files.at('newer.gz'), (header) => ({
      ...header,
      migrations: [...(header.migrations as unknown as object[]), { name: '0099_later.sql', checksum: 'x' }],
    }));
    await expect(restore(more)).rejects.toThrow(/was made by a newer Tandem \(it has 0099_later\.sql\)/);
    const other = withHeader(whole, files.at('other.gz'), (header) => ({
      ...header,
      migrations: migrations.map(({ name }) => ({ name, checksum: 'x' })),
    }));
    await expect(restore(other)).rejects.toThrow(/was made with another 0001_foundation\.sql/);
    const format = withHeader(whole, files.at('format.gz'), (header) => ({ ...header, format: 2 }));
    await expect(restore(format)).rejects.toThrow(/was written by a newer Tandem/);
    await expectUntouched();
  });

  test('[BAK-9] rows that refer to nothing are refused by the database, and the whole restore with them', async () => {
    const file = forge(whole, files.at('loose.gz'), (lines) =>
      // Every head gets another id: the entries then follow none.
      lines.map((line) =>
        line.includes('\tsession\t') ? line.replaceAll(session, session.replace(/^./, 'z')) : line,
      ),
    );
    await expect(restore(file)).rejects.toThrow(/rows that do not belong together/);
    const [row] = await target.database.auth`select count(*)::int as clinics from tandem.clinics`;
    expect(row?.clinics).toBe(0);
  });
});

test('[BAK-10] a backup of an older Tandem goes in at its own migrations, and the later ones run on it', async () => {
  const [older, fresh] = await Promise.all([
    emptyDatabase(inject('adminUrl'), inject('keysDir')),
    emptyDatabase(inject('adminUrl'), inject('keysDir')),
  ]);
  try {
    const admin = postgres(older.adminUrl, { max: 2, onnotice: () => {} });
    await migrate(admin, migrations.slice(0, 2));
    await admin`insert into tandem.clinics (id, name, time_zone) values (${session}, 'Quay', 'Europe/Berlin')`;
    await admin.end();
    const file = files.at('older.gz');
    await writeBackup(sourceOf(older.database), file, quiet);
    const said: string[] = [];
    await restoreInto(fresh.adminUrl, file, migrations, (line) => said.push(line));
    expect(said.at(-1)).toMatch(/^Brought up to date from 0002_presence\.sql/);
    const applied = await fresh.database.app`select name from meta.migrations`;
    expect(applied).toHaveLength(migrations.length);
    expect(await fresh.database.auth`select name from tandem.clinics`).toEqual([{ name: 'Quay' }]);
    // Into tables of a newer form it is not forced.
    await expect(restoreInto(target.adminUrl, file, migrations, quiet)).rejects.toThrow(
      /is older than this database \(which has 0003_doses\.sql\)\. Nothing was changed\. Name a new DATA_DIR/,
    );
  } finally {
    await older.drop();
    await fresh.drop();
  }
});

describe('A backup has its name only when it is whole', () => {
  test('[BAK-11] it is readable by this user alone, and never replaces a file', async () => {
    expect(statSync(whole).mode & 0o777).toBe(0o600);
    await expect(writeBackup(sourceOf(api.db.database), whole, quiet)).rejects.toThrow(
      /exists already and was left as it is/,
    );
    await expect(writeBackup(sourceOf(api.db.database), files.at('no/b.gz'), quiet)).rejects.toThrow(
      /^The folder .+ does not exist\. Nothing was written/,
    );
    expect(linesOf(whole).length).toBeGreaterThan(20);
  });

  test('[BAK-12] killed in its middle it leaves nothing under the name', async () => {
    const admin = postgres(api.db.adminUrl, { max: 1 });
    const held = await admin.reserve();
    await held`begin`;
    await held`lock table tandem.vials in access exclusive mode`;
    const file = files.at('killed.gz');
    const { app } = roleUrls(api.db.adminUrl, rolePasswords(inject('keysDir')));
    const backup = new TandemProcess('backup', [file], { DATABASE_URL: app, KEYS_DIR: inject('keysDir') });
    const drafts = () => readdirSync(files.at('.')).filter((name) => name.startsWith('killed.gz.'));
    await expect.poll(drafts, { timeout: 20_000, interval: 20 }).toHaveLength(1);
    await backup.signal('SIGKILL');
    expect(existsSync(file), backup.output).toBe(false);
    await held`rollback`;
    held.release();
    await admin.end();
    await expect(verifyFile(files.at(drafts()[0] as string))).rejects.toThrow(/is no whole backup/);
  });
});
