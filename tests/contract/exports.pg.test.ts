import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyClinic } from '@tandem/api/log/verify.ts';
import { readPublished, verifyHeads } from '@tandem/api/log/verify-heads.ts';
import { exportFormatKeys } from '@tandem/domain';
import { type BundleEntry, type Digest, type SessionBundle, verifyBundle } from '@tandem/records';
import type { AuditReply } from '@tandem/wire';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Caller,
  dose,
  endSession,
  entry,
  note,
  planSession,
  startApi,
  type TestApi,
  vitals,
} from '../support/api.ts';
import { harbor } from '../support/fixtures.ts';

const digest: Digest = async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());
const folder = mkdtempSync(join(tmpdir(), 'tandem-heads-'));
const headsFile = join(folder, 'chain-heads.log');

let api: TestApi;
let admin: Sql;
let physician: Caller;
let therapist: Caller;
let lead: Caller;
let session: string;

beforeAll(async () => {
  api = await startApi({ headsFile });
  admin = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
  [physician, therapist, lead] = await Promise.all([
    api.as('physician'),
    api.as('therapist'),
    api.as('lead'),
  ]);
  const people = [
    { personId: physician.personId, role: 'physician' as const },
    { personId: therapist.personId, role: 'therapist' as const },
  ];
  session = await planSession(physician, { people });
  const wrong = vitals(164, 90);
  await physician.post(`/api/sessions/${session}/entries`, { entries: [vitals(124, 78), wrong, dose(40)] });
  const amendment = entry('amendment', {
    entryId: wrong.id,
    data: { ...wrong.data, systolic: 146 },
    reason: 'mistyped',
  });
  await physician.post(`/api/sessions/${session}/entries`, { entries: [amendment] });
  await therapist.post(`/api/sessions/${session}/entries`, { entries: [note('=HYPERLINK("x")')] });
});
afterAll(async () => {
  await admin.end();
  await api.close();
  rmSync(folder, { recursive: true });
});

interface File {
  readonly status: number;
  readonly text: string;
  readonly bytes: Buffer;
  header(name: string): string;
}

async function fetched(by: Caller, query: string, id = session): Promise<File> {
  const { port } = api.app.server.address() as { port: number };
  const reply = await fetch(`http://127.0.0.1:${port}/api/sessions/${id}/export?${query}`, {
    headers: { cookie: by.cookie },
  });
  const bytes = Buffer.from(await reply.arrayBuffer());
  return {
    status: reply.status,
    text: bytes.toString('utf8'),
    bytes,
    header: (name) => reply.headers.get(name) ?? '',
  };
}

describe('a copy of a session', () => {
  test.each([
    ['fhir', 'application/fhir+json', /^\{\s*"resourceType": "Bundle"/],
    ['csv', 'text/csv', /^\uFEFFseq,happened at/],
    ['pdf', 'application/pdf', /^%PDF-1/],
    ['pdf&variant=client', 'application/pdf', /^%PDF-1/],
    ['pdf&variant=going-home', 'application/pdf', /^%PDF-1/],
    ['text&template=therapist', 'text/plain', /^HARBOR-RIVERA, Maya/],
    ['bundle', 'application/json', /"format": "tandem-session"/],
    ['rems', 'application/json', /"spravato-rems"/],
    ['rems-csv', 'text/csv', /^\uFEFFgroup,field/],
  ])(
    '[EXP-11] as %s has its type, its hash, no name in its own, and stays in no cache',
    async (query, type, begins) => {
      const file = await fetched(physician, `format=${query}`);
      expect(file.status, file.text.slice(0, 300)).toBe(200);
      expect(file.text).toMatch(begins);
      expect(file.header('content-type')).toContain(type);
      expect(file.header('cache-control')).toBe('no-store');
      expect(file.header('tandem-sha256')).toBe(createHash('sha256').update(file.bytes).digest('hex'));
      expect(file.header('content-disposition')).toMatch(
        /^attachment; filename="tandem-\d{4}-\d\d-\d\d-[0-9a-f]{8}[\w.-]*"$/,
      );
      expect(file.header('content-disposition')).not.toMatch(/rivera|maya/i);
    },
  );

  test('[EXP-12] is in the audit with its format, its purpose and the hash of the file, before it leaves', async () => {
    const file = await fetched(therapist, 'format=csv&purpose=client-request');
    const { body } = await lead.post<AuditReply>('/api/audit/search', {
      targetId: session,
      limit: 1,
      groups: ['record'],
    });
    expect(body.items[0]).toMatchObject({
      action: 'session.export',
      actorId: therapist.personId,
      detail: {
        format: 'csv',
        purpose: 'client-request',
        sha256: file.header('tandem-sha256'),
        bytes: file.bytes.length,
      },
    });
  });

  test('[EXP-12] asks for the password again when the login is not fresh', async () => {
    await admin`update auth.logins set created_at = now() - interval '6 minutes', confirmed_at = now() - interval '6 minutes'`;
    const refused = await fetched(physician, 'format=csv');
    expect(refused.status).toBe(403);
    expect(JSON.parse(refused.text).code).toBe('confirm-needed');
    await admin`update auth.logins set confirmed_at = now() + interval '1 hour'`;
    expect((await fetched(physician, 'format=csv')).status).toBe(200);
  });

  test('[EXP-13] is refused by its field when the query is not as it should be, and to a nurse', async () => {
    for (const [query, field] of [
      ['format=docx', 'format'],
      ['', 'format'],
      ['format=csv&variant=client', 'variant'],
      ['format=pdf&template=table', 'template'],
      ['format=pdf&measurements=1', 'measurements'],
      ['format=pdf&variant=client&measurements=yes', 'measurements'],
      ['format=csv&purpose=fun', 'purpose'],
      ['format=csv&name=Maya', 'name'],
    ] as const) {
      const file = await fetched(physician, query);
      expect(file.status, query).toBe(400);
      expect(
        JSON.parse(file.text).field === field || file.text.includes(field),
        `${query}: ${file.text}`,
      ).toBe(true);
    }
    expect((await fetched(await api.as('nurse'), 'format=csv')).status).toBe(403);
    expect((await fetched(physician, 'format=csv', randomUUID())).status).toBe(404);
  });

  test('[EXP-5, D16] never holds a process note, not even in a copy that its author makes', async () => {
    const saved = await therapist.call('PUT', `/api/process-notes/${randomUUID()}`, {
      sessionId: session,
      text: 'canary-91c2, my own grief in the room.',
      editId: randomUUID(),
      seenRevision: 0,
    });
    expect(saved.status, JSON.stringify(saved.body)).toBe(201);
    for (const format of exportFormatKeys) {
      const file = await fetched(therapist, `format=${format}`);
      expect(file.status, format).toBe(200);
      // Of a PDF the pages are compressed: what goes into them is the record, and the bundle holds all of that.
      expect(file.text.includes('canary-91c2'), format).toBe(false);
    }
  });

  test('[EXP-21] is a card of chosen words; what is none of them, and more than has room, is refused by its field', async () => {
    const kept = entry('words-to-keep', { text: 'I did my best with what I had.' });
    const long = entry('words-to-keep', { text: 'All of it. '.repeat(30).trim() });
    const more = entry('shift', { from: 'a'.repeat(400), to: 'b'.repeat(400) });
    const own = await planSession(physician, { client: 1 });
    await therapist.post(`/api/sessions/${own}/entries`, { entries: [kept, long, more] });
    const card = (keep: string) => fetched(therapist, `format=pdf&variant=card${keep}`, own);
    const made = await card(`&keep=${kept.id}`);
    expect(made.status, made.text.slice(0, 300)).toBe(200);
    expect(made.text).toMatch(/^%PDF-1/);
    expect(made.header('content-disposition')).toMatch(/-card\.pdf"$/);
    for (const [keep, status] of [
      ['', 400],
      ['&keep=', 400],
      ['&keep=words', 400],
      [`&keep=${randomUUID()}`, 404],
      [`&keep=${kept.id},${long.id},${more.id}`, 400],
    ] as const) {
      const refused = await card(keep);
      expect([refused.status, JSON.parse(refused.text).field], keep).toEqual([status, 'keep']);
    }
    const other = await fetched(therapist, `format=pdf&keep=${kept.id}`, own);
    expect([other.status, JSON.parse(other.text).field]).toEqual([400, 'keep']);
  });

  test('[EXP-8, D8] holds no formula, and says what was amended', async () => {
    const { text } = await fetched(physician, 'format=csv');
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toMatch(/amended.*146\/90.*164\/90/);
  });
});

describe('after the end', () => {
  beforeAll(async () => {
    await endSession(physician, session);
  });

  test('[EXP-14] a lead gets a copy, without the notes of a record that is not signed', async () => {
    const file = await fetched(lead, 'format=bundle');
    expect(file.status, file.text.slice(0, 200)).toBe(200);
    const bundle = JSON.parse(file.text) as SessionBundle;
    const kept = bundle.entries.find(({ kind }) => kind === 'note') as BundleEntry;
    expect(kept).toMatchObject({ content: 'withheld' });
    expect(kept.salt).toBeUndefined();
    expect(file.text).not.toContain('HYPERLINK');
    expect(await verifyBundle(bundle, digest)).toMatchObject({ holds: true, withheld: 1 });
  });

  test('[VER-10] each signature publishes its head: a file of ids and hashes that only its owner reads', async () => {
    for (const by of [physician, therapist]) {
      const reply = await by.post(`/api/sessions/${session}/sign`, {
        id: randomUUID(),
        meaning: 'Reviewed.',
      });
      expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    }
    await expect.poll(() => lines().length).toBe(2);
    expect(statSync(headsFile).mode & 0o777).toBe(0o600);
    const [first, last] = await readPublished(headsFile);
    expect(Object.keys(JSON.parse(lines()[0] as string))).toEqual(['at', 'clinic', 'session', 'seq', 'hash']);
    const bundle = JSON.parse((await fetched(physician, 'format=bundle')).text) as SessionBundle;
    expect(last).toMatchObject({ session, ...bundle.head });
    const verdict = await verifyBundle(bundle, digest, await readPublished(headsFile));
    expect(verdict).toMatchObject({ holds: true, heads: 2 });
    expect(verdict.signatures.map(({ coversSeq }) => coversSeq)).toEqual([
      (first?.seq ?? 0) - 1,
      bundle.head.seq - 1,
    ]);
    expect(await verifyHeads(api.db.database, await readPublished(headsFile))).toEqual([]);
  });

  test('[VER-11] a signature cut off together with its head, which the chain cannot see, is found by what was published', async () => {
    await admin.unsafe('set session_replication_role = replica');
    const [gone] = await admin<{ seq: number }[]>`
      select max(seq) seq from tandem.entries where stream_id = ${session}`;
    await admin`delete from tandem.entries where stream_id = ${session} and seq = ${gone?.seq ?? 0}`;
    await admin`update tandem.stream_heads h set last_seq = e.seq, last_hash = e.hash
      from tandem.entries e where e.stream_id = h.stream_id and h.stream_id = ${session} and e.seq = ${(gone?.seq ?? 0) - 1}`;
    await admin.unsafe('set session_replication_role = origin');
    const { database } = api.db;
    expect((await verifyClinic(database.app, harbor.id, session)).broken).toEqual([]);
    expect(await verifyHeads(database, await readPublished(headsFile))).toEqual([
      { clinicId: harbor.id, streamId: session, seq: gone?.seq, what: expect.stringMatching(/is missing/) },
    ]);
    expect(await verifyHeads(database, await readPublished(headsFile), randomUUID())).toEqual([]);
  });
});

const lines = () => readFileSync(headsFile, 'utf8').trim().split('\n');
