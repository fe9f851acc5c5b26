import { randomUUID } from 'node:crypto';
import { restoreInto } from '@tandem/api/backup/restore.ts';
import { verifyFile } from '@tandem/api/backup/verify-file.ts';
import { writeBackup } from '@tandem/api/backup/write.ts';
import { migrate, readMigrations } from '@tandem/api/db/migrate.ts';
import { migrationsDir } from '@tandem/api/db/prepare.ts';
import { verifyDatabase } from '@tandem/api/log/verify.ts';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  type Caller,
  dose,
  endSession,
  note,
  planSession,
  startApi,
  type TestApi,
  vitals,
} from '../support/api.ts';
import { folder, quiet, rowsOf, sourceOf } from '../support/backup-file.ts';
import { emptyDatabase, type TestDatabase } from '../support/template.ts';

const files = folder();
const migrations = readMigrations(migrationsDir());
let api: TestApi;
let target: TestDatabase;
let restored: TestApi;
let physician: Caller;
const sessions: string[] = [];
/** What was confirmed before the backup began. */
const confirmed: string[] = [];
let meanwhile = 0;

beforeAll(async () => {
  api = await startApi();
  target = await emptyDatabase(inject('adminUrl'), inject('keysDir'));
  physician = await api.as('physician');
  // One running at a time per client: two run, two are over.
  for (const [at, client] of ([0, 1, 0, 1] as const).entries()) {
    const session = await planSession(physician, { client });
    sessions.push(session);
    await record(session, at < 2 ? 6 : 1);
    if (at < 2) await endSession(physician, session);
  }
});
afterAll(async () => {
  await restored?.close();
  await api.close();
  await target.drop();
  files.remove();
});

/** Everything that a text form could spoil: quotes, tabs, breaks, backslashes, other scripts, fractions. */
const AWKWARD = 'He said "open\\hands"\tthen\nnothing — \\N \\. ünïcödé 静か 🜁';

async function record(session: string, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    const entries = [
      { ...vitals(), context: { deviceId: 'tablet\t1', clockOffsetMs: -12, lateReason: 'was\nbusy \\' } },
      note(AWKWARD),
      dose(0.125),
    ];
    const reply = await physician.post(`/api/sessions/${session}/entries`, { entries });
    if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
    confirmed.push(...entries.map(({ id }) => id));
  }
}

/** A clinic that goes on: notes in both running sessions until told to stop. */
function writers(): () => Promise<void> {
  let going = true;
  const work = sessions.slice(2).map(async (session) => {
    while (going) {
      const reply = await physician.post(`/api/sessions/${session}/entries`, {
        entries: [note('meanwhile')],
      });
      expect(reply.status).toBe(201);
      meanwhile += 1;
    }
  });
  return async () => {
    going = false;
    await Promise.all(work);
  };
}

const headsIn = (db: TestDatabase) =>
  db.database.app<{ stream: string; seq: number; hash: string }[]>`
    select stream_id as stream, last_seq as seq, encode(last_hash, 'hex') as hash
    from tandem.stream_heads order by stream_id`;

describe('A backup of a running clinic, restored', () => {
  const file = files.at('running.backup.gz');

  test('[BAK-1] one moment of everything, while entries are written, that verifies without a database', async () => {
    const stop = writers();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const written = await writeBackup(sourceOf(api.db.database), file, quiet);
    const later = meanwhile;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await stop();
    expect(later).toBeGreaterThan(0);
    expect(meanwhile).toBeGreaterThan(later);
    expect(written.rows).toBeGreaterThan(confirmed.length);
    const { streams, entries, broken, header } = await verifyFile(file);
    expect(broken).toEqual([]);
    expect(streams).toBe(sessions.length);
    expect(entries).toBe(header.tables.find(({ name }) => name === 'tandem.entries')?.rows);
  });

  test('[BAK-2] an empty database takes it, byte for byte, under a new epoch', async () => {
    const admin = postgres(target.adminUrl, { max: 2, onnotice: () => {} });
    await migrate(admin, migrations);
    const [own] = await admin`select epoch from tandem.installation`;
    await admin.end();
    const { header, epoch, rows } = await restoreInto(target.adminUrl, file, migrations, quiet);
    expect([header.epoch, own?.epoch]).not.toContain(epoch);
    expect(header.epoch).toBe(api.services.epoch);
    expect(rows).toBe(header.tables.reduce((sum, table) => sum + table.rows, 0));
    const again = files.at('again.backup.gz');
    await writeBackup(sourceOf(target.database), again, quiet);
    expect(rowsOf(again)).toEqual(rowsOf(file));
    expect(header.tables.map(({ name }) => name)).toContain('notes.process_notes');
  });

  test('[BAK-3] every confirmed entry is there once, every chain holds, every head is one that the clinic had', async () => {
    const found = await verifyDatabase(target.database);
    expect(found).toMatchObject({ streams: sessions.length, broken: [] });
    for (const { stream, seq, hash } of await headsIn(target)) {
      const { body } = await physician.get<{ entries: { seq: number; hash: string }[] }>(
        `/api/sessions/${stream}/entries?after=${seq - 1}&limit=1`,
      );
      expect(body.entries).toMatchObject([{ seq, hash }]);
    }
  });

  test('[BAK-4] a session is what it was, people sign in anew, and a write of before is refused', async () => {
    restored = await startApi({ db: target });
    expect(restored.services.epoch).not.toBe(api.services.epoch);
    expect((await restored.request('GET', '/api/me', undefined, { cookie: physician.cookie })).status).toBe(
      401,
    );
    const back = await restored.as('physician');
    for (const session of sessions) {
      const path = `/api/sessions/${session}`;
      const entries = await back.get<{ entries: { id: string }[]; lastSeq: number }>(
        `${path}/entries?limit=1000`,
      );
      const { lastSeq } = entries.body;
      const state = `${path}/state?throughSeq=${lastSeq}`;
      expect((await back.get(state)).body).toEqual((await physician.get(state)).body);
      const before = await physician.get<{ entries: unknown[] }>(`${path}/entries?limit=${lastSeq}`);
      expect(entries.body.entries).toEqual(before.body.entries);
      for (const { id } of entries.body.entries) {
        const at = confirmed.indexOf(id);
        if (at !== -1) confirmed.splice(at, 1);
      }
    }
    expect(confirmed, 'confirmed before the backup and not in it').toEqual([]);
    const path = `/api/sessions/${sessions[2]}/entries`;
    const old = await back.call('POST', path, { entries: [note()] }, { 'tandem-epoch': api.services.epoch });
    expect(old).toMatchObject({ status: 409, body: { code: 'epoch-changed' } });
    const now = { 'tandem-epoch': restored.services.epoch };
    expect((await back.call('POST', path, { entries: [note()] }, now)).status).toBe(201);
    // The audit goes on with the next number, not with one that is taken.
    const client = await back.post('/api/patients', {
      id: randomUUID(),
      familyName: 'Novak',
      givenName: 'Petra',
      birthDate: '1980-01-31',
      sex: 'female',
      allergies: { status: 'not-asked' },
    });
    expect(client.status).toBe(201);
  });

  test('[BAK-5] a second restore into it, or one under a running Tandem, changes nothing', async () => {
    await expect(restoreInto(target.adminUrl, file, migrations, quiet)).rejects.toThrow(
      /^A Tandem is running on this database\. Nothing was changed\./,
    );
    await restored.close();
    await target.database.close();
    await expect(restoreInto(target.adminUrl, file, migrations, quiet)).rejects.toThrow(
      /^This database is not empty \(auth\.users has rows\).+ Name an empty one: a DATA_DIR/,
    );
  });
});
