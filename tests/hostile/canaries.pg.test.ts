import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { writeBackup } from '@tandem/api/backup/write.ts';
import type { Role } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { House } from '../faults/house.ts';
import type { ApiProcess } from '../support/api-process.ts';
import { folder, quiet, sourceOf } from '../support/backup-file.ts';
import { entry, note, planSession, vitals } from '../support/calls.ts';
import { everything } from '../support/everything.ts';
import { PASSWORD } from '../support/fixtures.ts';
import { callsIn, type DescribedCall } from '../support/json-schema.ts';
import { LiveReader } from '../support/live.ts';

/** What a client is, said and got: the record alone may hold it. */
const RECORD = {
  family: 'canaryfamily-8d1',
  given: 'canarygiven-8d2',
  number: 'canarymrn-8d3',
  contact: 'canarycontact-8d4',
  note: 'canarynote-8d5',
  reason: 'canaryreason-8d6',
  search: 'canarysearch-8d7',
};
/** What opens something: nobody and nothing keeps it as it is. */
const SECRET = { password: 'canarypassword-8e1', pin: '604913', email: 'canaryemail-8e3@harbor.test' };
const PROCESS_NOTE = 'canaryprocess-8f1: my own grief in the room.';
const OF_NOTE = 'canaryprocess-8f1';

const roles = ['physician', 'nurse', 'therapist', 'lead', 'admin'] as const satisfies readonly Role[];
const backup = folder();

let house: House;
let api: ApiProcess;
let calls: DescribedCall[];
const cookies = {} as Record<Role, string>;
const people = {} as Record<Role, string>;
const ids = { session: '', patient: randomUUID(), note: randomUUID(), entry: '' };
const notified: string[] = [];
/** Refusals and errors, whoever asked. */
const refusals: string[] = [];
const frames = new Map<Role, LiveReader>();

interface Told {
  readonly status: number;
  readonly text: string;
}

async function call(as: Role | null, method: string, path: string, body?: unknown): Promise<Told> {
  const reply = await fetch(`${api.address}${path}`, {
    method,
    headers: {
      ...(as === null ? {} : { cookie: cookies[as] }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = `${await reply.text()} ${JSON.stringify(Object.fromEntries(reply.headers))}`;
  if (reply.status >= 400) refusals.push(`${reply.status} ${text}`);
  return { status: reply.status, text };
}

async function done(as: Role, method: string, path: string, body: unknown): Promise<void> {
  const { status, text } = await call(as, method, path, body);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
}

beforeAll(async () => {
  house = await House.open();
  api = await house.process(undefined, { logLevel: 'debug' });
  for (const role of roles) {
    const { cookie, personId } = await house.signIn(api, role);
    cookies[role] = cookie;
    people[role] = personId;
  }
  await house.admin.listen('tandem_heads', (payload) => notified.push(payload));
  calls = callsIn(
    JSON.parse((await fetch(`${api.address}/api/openapi.json`).then((reply) => reply.text())) as string),
  );
  await theSession();
  await whatGoesWrong();
}, 60_000);
afterAll(async () => {
  for (const { socket } of frames.values()) socket.terminate();
  backup.remove();
  await house.close();
});

/** A session from its client's first form to a correction, watched by everybody who may. */
async function theSession(): Promise<void> {
  await done('physician', 'POST', '/api/patients', {
    id: ids.patient,
    familyName: RECORD.family,
    givenName: RECORD.given,
    mrn: RECORD.number,
    birthDate: '1987-03-14',
    sex: 'female',
    allergies: { status: 'known', items: [RECORD.contact] },
    contacts: [{ name: RECORD.contact }],
  });
  const physician = await house.signIn(api, 'physician');
  ids.session = await planSession(physician, { patient: ids.patient });
  for (const role of ['physician', 'nurse', 'therapist'] as const) {
    const reader = new LiveReader(house.socket(api, { cookie: cookies[role] } as never));
    frames.set(role, reader);
    await reader.hello();
    reader.send({ type: 'subscribe', sessionId: ids.session, after: 0 });
    reader.send({ type: 'subscribe-board' });
  }
  const at = (path: string) => `/api/sessions/${ids.session}/${path}`;
  const words = note(RECORD.note);
  ids.entry = words.id;
  await done('physician', 'POST', at('entries'), { entries: [vitals(), words] });
  const mended = entry('amendment', {
    entryId: words.id,
    data: { text: `${RECORD.note} again`, category: 'noticed' },
    reason: RECORD.reason,
  });
  await done('physician', 'POST', at('entries'), { entries: [mended] });
  await done('therapist', 'PUT', `/api/process-notes/${ids.note}`, {
    sessionId: ids.session,
    text: PROCESS_NOTE,
    editId: randomUUID(),
    seenRevision: 0,
  });
  await done('lead', 'POST', '/api/process-note-releases', {
    id: randomUUID(),
    authorId: people.therapist,
    patientId: ids.patient,
    ground: 'coroner',
    proof: RECORD.reason,
    hours: 2,
  });
  await done('physician', 'POST', at('redactions'), {
    id: randomUUID(),
    entryId: words.id,
    reason: RECORD.reason,
  });
  await done('nurse', 'POST', '/api/me/pin', { pin: SECRET.pin, password: PASSWORD });
  await done('physician', 'POST', '/api/sessions/search', { q: RECORD.search });
}

/** The same words where they are refused, and where the server itself is at fault. */
async function whatGoesWrong(): Promise<void> {
  const wrong = { email: SECRET.email, password: SECRET.password };
  await call(null, 'POST', '/api/auth/sign-in/email', wrong);
  await call(null, 'POST', '/api/auth/sign-in/email', JSON.stringify(wrong).slice(0, -1));
  await call('nurse', 'POST', '/api/auth/confirm', { password: SECRET.password });
  await call('nurse', 'POST', '/api/auth/unlock', { pin: SECRET.pin.split('').reverse().join('') });
  const path = `/api/sessions/${ids.session}/entries`;
  const bad = (entries: unknown) => call('physician', 'POST', path, { entries });
  await bad([entry('note', { text: RECORD.note, category: RECORD.note })]);
  await bad([entry('note', { text: RECORD.note.repeat(500), category: 'noticed' })]);
  await bad([entry('vital-signs', { systolic: RECORD.note })]);
  await bad([entry('lab-result', { [RECORD.note]: 1 })]);
  await call('physician', 'POST', path, `{"entries":["${RECORD.note}"`);
  await call('physician', 'GET', `/api/patients?q=${RECORD.family}`);
  await call('physician', 'GET', `/api/patients/${RECORD.family}`);
  await call('physician', 'GET', `/${RECORD.family}/x.js?name=${RECORD.given}`);
  await call('admin', 'GET', `/api/sessions?q=${RECORD.family}`);
  await call('therapist', 'PUT', `/api/process-notes/${ids.note}`, { text: PROCESS_NOTE });
  await call('physician', 'PUT', `/api/process-notes/${randomUUID()}`, {
    sessionId: ids.session,
    text: PROCESS_NOTE,
    editId: randomUUID(),
    seenRevision: 0,
  });
  // A statement that fails carries what was typed in its parameters.
  await house.admin`alter table tandem.patients rename column family_name to away`;
  const client = {
    familyName: RECORD.family,
    givenName: RECORD.given,
    birthDate: '1987-03-14',
    sex: 'female',
  };
  const failed = await call('physician', 'POST', '/api/patients', {
    id: randomUUID(),
    ...client,
    allergies: { status: 'not-asked' },
  });
  await house.admin`alter table tandem.patients rename column away to family_name`;
  expect(failed.status).toBe(500);
  const writes = Array.from({ length: 20 }, () => bad([note(RECORD.note)]));
  await house.admin`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tandem_app' and datname = current_database()`;
  await Promise.all(writes);
}

/** Which of these words stand in a text. */
const found = (text: string, words: Readonly<Record<string, string>>) =>
  Object.entries(words).flatMap(([name, word]) =>
    text.toLowerCase().includes(word.toLowerCase()) ? [name] : [],
  );
const nowhere = { ...RECORD, ...SECRET, processNote: OF_NOTE };

describe('[CAN-1] what was said in a session', () => {
  test('is in no line of the log, at its most talkative, though it tells of every failure', () => {
    expect(api.output).toContain('request failed');
    expect(found(api.output, nowhere)).toEqual([]);
  });

  test('is in no hint between processes', async () => {
    expect(notified.length).toBeGreaterThan(2);
    expect(found(notified.join('\n'), nowhere)).toEqual([]);
  });

  test('is in no row of the audit, which tells of every act', async () => {
    const rows = await house.admin`select row_to_json(a)::text as text from tandem.audit a`;
    const text = rows.map((row) => row.text).join('\n');
    for (const act of ['patient.create', 'process-note.save', 'sign-in', 'redaction'])
      expect(text).toContain(act);
    expect(found(text, nowhere)).toEqual([]);
  });

  test('is in no refusal and no error, also not in the one to who sent it', () => {
    expect(refusals.length).toBeGreaterThan(15);
    for (const refusal of refusals) expect(found(refusal, nowhere), refusal.slice(0, 300)).toEqual([]);
  });
});

describe('[CAN-2] a process note', () => {
  const paths = () =>
    calls
      .filter(({ method }) => method === 'GET')
      .flatMap(({ path }) => {
        const id = path.startsWith('/api/sessions')
          ? ids.session
          : path.startsWith('/api/patients')
            ? ids.patient
            : ids.note;
        return [
          path.replace(/\{\w+\}/g, id),
          ...(path === '/api/process-notes' ? [`${path}?sessionId=${ids.session}`] : []),
        ];
      });
  const searches = [
    '/api/sessions/search',
    '/api/audit/search',
    '/api/audit/export',
    '/api/audit/technical/search',
    '/api/audit/technical/export',
  ];

  test('is shown to its author in its own place, and to nobody anywhere else', async () => {
    const seen: string[] = [];
    let answered = 0;
    for (const role of roles) {
      const asked = [
        ...[...paths(), '/metrics', '/healthz', '/readyz'].map((path) => ['GET', path, undefined] as const),
        ...searches.map((path) => ['POST', path, {}] as const),
      ];
      for (const [method, path, body] of asked) {
        const { status, text } = await call(role, method, path, body);
        if (status === 200) answered += 1;
        if (text.includes(OF_NOTE)) seen.push(`${role} ${method} ${path}`);
      }
    }
    expect(answered).toBeGreaterThan(60);
    expect(seen).toEqual([`therapist GET /api/process-notes/${ids.note}`]);
    for (const reader of frames.values()) {
      const text = JSON.stringify(reader.frames);
      expect(text).toContain(RECORD.note);
      expect(text).not.toContain(OF_NOTE);
    }
  });

  test('is readable in no table and no backup, and no password and no PIN is', async () => {
    const file = backup.at('canaries.backup.gz');
    await writeBackup(sourceOf(house.db.database), file, quiet);
    const rows = gunzipSync(readFileSync(file)).toString('latin1');
    const bytes = rows.replaceAll(/\\\\x([0-9a-f]+)/g, (_, hex) =>
      Buffer.from(hex, 'hex').toString('latin1'),
    );
    const tables = (await everything(house.admin)).map(({ text }) => text).join('\n');
    for (const text of [rows, bytes, tables]) {
      // The record is there, or this would show nothing.
      expect(found(text, RECORD)).toContain('note');
      expect(found(text, { processNote: OF_NOTE, password: SECRET.password, email: SECRET.email })).toEqual(
        [],
      );
      expect(text).not.toMatch(new RegExp(`\\b${SECRET.pin}\\b`));
      expect(text).not.toContain(PASSWORD);
    }
  });
});
