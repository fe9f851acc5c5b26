import { LogWriter, type WriterLinks } from '@tandem/api/log/append.ts';
import type { AppendRequest } from '@tandem/api/log/requests.ts';
import { verifyClinic } from '@tandem/api/log/verify.ts';
import type { AnyNewEntry, Entry } from '@tandem/domain';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Caller,
  type EntryBody,
  endSession,
  note,
  planSession,
  startApi,
  type TestApi,
  vitals,
} from '../support/api.ts';
import { harbor } from '../support/fixtures.ts';
import { LiveReader } from '../support/live.ts';

/** How entries come to the log and to screens with as few statements as there are (LOG-20 to LOG-22). */

let api: TestApi;
let physician: Caller;
let session: string;
const opened: Sql[] = [];

beforeAll(async () => {
  api = await startApi();
  physician = await api.as('physician');
  session = await planSession(physician);
});
afterAll(async () => {
  await Promise.all(opened.map((sql) => sql.end()));
  await api.close();
});

/** Another process's writer on this database, and what it has asked of it since it was last looked at. */
function writerBeside(links: Partial<WriterLinks['atHeads']> = {}) {
  const asked: string[] = [];
  const sql = postgres(api.db.database.appUrl, { max: 1, debug: (_, query) => asked.push(query.trim()) });
  opened.push(sql);
  const atHeads = { nowMs: Date.now, hintOf: () => null, ...links };
  const writer = new LogWriter(sql, { onCommit: () => {}, atHeads });
  const append = async (entry: EntryBody, more: Partial<AppendRequest> = {}) => {
    asked.length = 0;
    const { clinicId, author: actor } = await loginOf();
    const command = { type: 'append', entries: [entry as AnyNewEntry] } as const;
    const outcome = await writer.append({ clinicId, streamId: session, actor, command, ...more });
    return { outcome, asked: [...asked] };
  };
  return { writer, append };
}

async function loginOf() {
  const login = await api.services.logins.resolve(physician.cookie);
  if (login === null) throw new Error('the physician is not signed in');
  return login;
}

const theLog = async () =>
  (await physician.get<{ entries: Entry[] }>(`/api/sessions/${session}/entries`)).body.entries;
const last = async () => (await theLog()).at(-1);
const oneStatement = [expect.stringMatching(/^call tandem\.append_at_heads/)];

describe('An entry comes to the log', () => {
  test('[LOG-20] by one statement, once its writer holds the session; the chain holds', async () => {
    const { append } = writerBeside();
    const first = await append(vitals());
    expect(first.asked.length).toBeGreaterThan(5);
    const next = await append(note());
    expect(next.outcome).toMatchObject({ appended: 1 });
    expect(next.asked).toEqual(oneStatement);
    const { broken } = await verifyClinic(api.db.database.app, harbor.id, session);
    expect(broken).toEqual([]);
  });

  test('[LOG-21] another process wrote meanwhile: decided anew under the lock, at the next seq', async () => {
    const { writer, append } = writerBeside();
    await append(vitals());
    const between = (
      await physician.post<{ entries: Entry[] }>(`/api/sessions/${session}/entries`, { entries: [note()] })
    ).body.entries[0] as Entry;
    const after = await append(vitals());
    expect(after.asked.length).toBeGreaterThan(6);
    expect(after.outcome).toMatchObject({ entries: [{ seq: between.seq + 1 }] });
    // Once it has heard of it, it does not try in vain.
    const { clinicId } = await loginOf();
    writer.heard(clinicId, session, between.seq + 2);
    expect((await append(vitals())).asked[0]).toMatch(/^begin/);
  });

  test('[LOG-21] an id that the log holds, here or in another session, is told as ever', async () => {
    const { append } = writerBeside();
    const sent = vitals();
    const stored = await append(sent);
    await append(note());
    const again = await append(sent);
    expect(again.outcome).toEqual({ ...stored.outcome, appended: 0 });
    const other = await planSession(physician, { client: 1 });
    const elsewhere = vitals();
    await physician.post(`/api/sessions/${other}/entries`, { entries: [elsewhere] });
    expect((await append(elsewhere)).outcome).toMatchObject({ refused: 'entry-id-reused' });
    await endSession(physician, other);
  });

  test('[LOG-21] whatever time its process believes in, an entry is recorded at the time of the database', async () => {
    for (const wrongMs of [3 * 3_600_000, -3 * 3_600_000, 600, -600]) {
      const { append } = writerBeside({ nowMs: () => Date.now() + wrongMs });
      await append(vitals());
      const before = Date.now();
      const { asked } = await append(note());
      expect(asked.length).toBeGreaterThan(2);
      const recordedMs = Date.parse((await last())?.recordedAt ?? '');
      expect(recordedMs).toBeGreaterThanOrEqual(before - 1);
      expect(recordedMs).toBeLessThanOrEqual(Date.now() + 1);
    }
  });

  test('[LOG-21] many sessions in one flush, one of them written by somebody else: every entry once', async () => {
    const { append } = writerBeside();
    const sessions = [session, await planSession(physician, { client: 1 })];
    for (const streamId of sessions) await append(vitals(), { streamId });
    const between = note();
    await physician.post(`/api/sessions/${sessions[1]}/entries`, { entries: [between] });
    const sent = sessions.map((streamId) => ({ streamId, entry: vitals() }));
    const outcomes = await Promise.all(sent.map(({ streamId, entry }) => append(entry, { streamId })));
    for (const { outcome } of outcomes) expect(outcome).toMatchObject({ appended: 1 });
    for (const { streamId, entry } of sent) {
      const { entries } = (await physician.get<{ entries: Entry[] }>(`/api/sessions/${streamId}/entries`))
        .body;
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
      expect(entries.filter(({ id }) => id === entry.id)).toHaveLength(1);
    }
    for (const streamId of sessions.slice(1)) await endSession(physician, streamId);
  });

  test('its hint goes out after the commit, by the same statement', async () => {
    const heard: string[] = [];
    const ears = postgres(api.db.database.appUrl, { max: 1 });
    opened.push(ears);
    await ears.listen('tandem_heads', (payload) => heard.push(payload));
    const { append } = writerBeside({ hintOf: () => 'a hint of this test' });
    await append(vitals());
    await append(vitals());
    await expect.poll(() => heard).toContain('a hint of this test');
  });
});

describe('A screen that missed entries', () => {
  test('[LOG-22] reads them as the API serves them, with all of their context, by one statement for many', async () => {
    const context = {
      deviceId: 'tablet-2',
      knownSeq: 3,
      composedAt: new Date(Date.now() - 900_000).toISOString(),
      clockOffsetMs: -120,
      offline: true,
      asOf: new Date(Date.now() - 60_000).toISOString(),
      lateReason: 'Wi-Fi was down',
    };
    await physician.post(`/api/sessions/${session}/entries`, { entries: [{ ...vitals(), context }] });
    const served = await theLog();
    expect(served.at(-1)?.context).toEqual(context);
    const reader = new LiveReader(api.socket(physician));
    await reader.hello();
    reader.send({ type: 'subscribe', sessionId: session, after: 0 });
    await reader.until(() => reader.frames.find((frame) => frame.type === 'current'));
    const read = reader.frames.flatMap((frame) =>
      frame.type === 'entries' ? (frame as { entries: Entry[] }).entries : [],
    );
    expect(read).toEqual(served);
    reader.socket.close();
  });
});
