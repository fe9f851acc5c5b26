import { verifyClinic } from '@tandem/api/log/verify.ts';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { note, planSession, startApi, type TestApi, vitals } from '../support/api.ts';
import { harbor } from '../support/fixtures.ts';

let api: TestApi;
let admin: Sql;
let session: string;

beforeAll(async () => {
  api = await startApi();
  admin = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await admin.end();
  await api.close();
});

/** Each test tampers with a session of its own, as someone who owns the database could. */
beforeEach(async () => {
  const physician = await api.as('physician');
  session = await planSession(physician, { started: false });
  const entries = [vitals(), note('one'), vitals(150, 90), note('two'), vitals()].map((one) => ({
    ...one,
    context: { deviceId: 'tablet', lateReason: 'was busy' },
  }));
  await physician.post(`/api/sessions/${session}/entries`, { entries });
});

/** Triggers off, as only an owner can: the chain is what still tells. */
async function tamper(statement: (sql: Sql) => Promise<unknown>): Promise<void> {
  await admin.unsafe('set session_replication_role = replica');
  await statement(admin);
  await admin.unsafe('set session_replication_role = origin');
}
const verify = () => verifyClinic(api.db.database.app, harbor.id, session);

describe('npm run verify names the first bad seq', () => {
  test('[CHN-5] an untouched session holds', async () => {
    expect(await verify()).toEqual({ streams: 1, entries: 6, broken: [] });
  });

  test.each([
    [
      'one changed number',
      (sql: Sql) =>
        sql`update tandem.entry_payloads set data = jsonb_set(data, '{systolic}', '151') where entry_id = (select id from tandem.entries where stream_id = ${session} and seq = 4)`,
      4,
      'has other content',
    ],
    [
      'one changed byte of words',
      (sql: Sql) =>
        sql`update tandem.entry_payloads set late_reason = 'was bosy' where entry_id = (select id from tandem.entries where stream_id = ${session} and seq = 3)`,
      3,
      'has other content',
    ],
    [
      'a changed time',
      (sql: Sql) =>
        sql`update tandem.entries set happened_at = happened_at - interval '1 ms' where stream_id = ${session} and seq = 5`,
      5,
      'does not follow',
    ],
    [
      'a changed author',
      (sql: Sql) =>
        sql`update tandem.entries set author_name = 'Somebody else' where stream_id = ${session} and seq = 2`,
      2,
      'does not follow',
    ],
    [
      'a changed device',
      (sql: Sql) =>
        sql`update tandem.entries set device_id = 'other' where stream_id = ${session} and seq = 2`,
      2,
      'does not follow',
    ],
    [
      'one deleted row',
      (sql: Sql) => sql`delete from tandem.entries where stream_id = ${session} and seq = 4`,
      4,
      'is missing',
    ],
    [
      'a cut tail',
      (sql: Sql) => sql`delete from tandem.entries where stream_id = ${session} and seq = 6`,
      6,
      'is missing at the end',
    ],
    [
      'a deleted payload and salt swapped in',
      (sql: Sql) =>
        sql`update tandem.entry_payloads set salt = decode(repeat('00', 16), 'hex') where entry_id = (select id from tandem.entries where stream_id = ${session} and seq = 2)`,
      2,
      'has other content',
    ],
    [
      'a head moved back',
      (sql: Sql) => sql`update tandem.stream_heads set last_seq = 5 where stream_id = ${session}`,
      7,
      'is missing at the end',
    ],
  ])('[CHN-1] finds %s', async (_what, change, seq, what) => {
    await tamper(change);
    const { broken } = await verify();
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({ streamId: session, seq, what: expect.stringContaining(what) });
  });

  test('[CHN-4] finds one swapped pair', async () => {
    await tamper(async (sql) => {
      await sql`update tandem.entries set seq = 99 where stream_id = ${session} and seq = 3`;
      await sql`update tandem.entries set seq = 3 where stream_id = ${session} and seq = 4`;
      await sql`update tandem.entries set seq = 4 where stream_id = ${session} and seq = 99`;
    });
    expect((await verify()).broken[0]).toMatchObject({ seq: 3 });
  });

  test('[CHN-3] an erased payload still verifies: hash and place stay', async () => {
    await tamper(
      (sql) =>
        sql`delete from tandem.entry_payloads where entry_id = (select id from tandem.entries where stream_id = ${session} and seq = 3)`,
    );
    expect((await verify()).broken).toEqual([]);
  });
});
