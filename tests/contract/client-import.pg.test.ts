import { randomUUID } from 'node:crypto';
import type { ClientImportReply, Patient } from '@tandem/wire';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';

let api: TestApi;
let admin: Sql;
let physician: Caller;

beforeAll(async () => {
  api = await startApi();
  admin = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
  physician = await api.as('physician');
});
afterAll(async () => {
  await admin.end();
  await api.close();
});

const head = 'Nachname;Vorname;Geburtsdatum;Geschlecht;MRN;Allergien;Medikamente;Sprache;Telefon;Farbe';
const fileOf = (...rows: string[]) => `\uFEFF${[head, ...rows].join('\r\n')}\r\n`;
/** A family name that no other test has. */
const fresh = () => `Import${randomUUID().slice(0, 8)}`;

async function send(by: Caller, csv: string, more: { id?: string; dryRun?: boolean } = {}) {
  const body = { id: randomUUID(), csv, dryRun: false, ...more };
  return by.post<ClientImportReply & { field?: string; title?: string; code?: string }>(
    '/api/patients/import',
    body,
  );
}
const outcomes = ({ rows }: ClientImportReply) => rows.map(({ row, outcome }) => [row, outcome]);
const clientsOf = async (by: Caller) =>
  (await by.get<{ items: Patient[] }>('/api/patients')).body.items.filter(({ familyName }) =>
    /^=?Import/.test(familyName),
  );
const counts = async () => {
  const [row] = await admin<{ clients: number; acts: number }[]>`
    select (select count(*)::int from tandem.patients) as clients, (select count(*)::int from tandem.audit) as acts`;
  return { ...row };
};

describe('clients from a file', () => {
  test('[IMP-2] [IMP-3] are added as their rows say it: not asked where nothing stands, a formula as text', async () => {
    const name = fresh();
    const csv = fileOf(
      `${name};Maya;14.03.1987;w;${name}-1;Penicillin, Ausschlag;Sertralin 50 mg;Deutsch;+49 30 1;blau`,
      `=${name};Ana;1990-02-28;;;;;;;`,
    );
    const reply = await send(physician, csv);
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    expect(reply.body).toMatchObject({ dryRun: false, ignoredColumns: ['Farbe'] });
    expect(outcomes(reply.body)).toEqual([
      [2, 'added'],
      [3, 'added'],
    ]);
    const [formula, maya] = (await clientsOf(physician)).filter((one) => one.familyName.includes(name));
    expect(maya).toMatchObject({
      birthDate: '1987-03-14',
      sex: 'female',
      mrn: `${name}-1`,
      allergies: { status: 'known', items: ['Penicillin, Ausschlag'] },
      medicines: ['Sertralin 50 mg'],
      contacts: [{ name: `Maya ${name}`, phone: '+49 30 1' }],
      language: 'Deutsch',
    });
    expect(formula).toMatchObject({
      familyName: `=${name}`,
      sex: 'unknown',
      mrn: null,
      allergies: { status: 'not-asked', items: [] },
      medicines: [],
      contacts: [],
    });
    expect(reply.body.rows.map((row) => 'id' in row && row.id)).toEqual([maya?.id, formula?.id]);
  });

  test('[IMP-7] of a dry run are looked at and nothing is stored, in the audit neither', async () => {
    const before = await counts();
    const csv = fileOf(`${fresh()};Maya;14.03.1987;w;;;;;;`, 'Rivera;;31.02.1987;w;;;;;;');
    const reply = await send(physician, csv, { dryRun: true });
    expect(reply.status).toBe(200);
    expect(outcomes(reply.body)).toEqual([
      [2, 'new'],
      [3, 'unreadable'],
    ]);
    expect(reply.body.rows[1]).toMatchObject({
      problems: [
        { field: 'givenName', code: 'empty', sentence: 'Given name is empty. Write it into the file.' },
        { field: 'birthDate', code: 'no-date', value: '31.02.1987' },
      ],
    });
    expect(await counts()).toEqual(before);
  });

  test('[IMP-5] that are there already are skipped and said so, by number or by names and birth date', async () => {
    const name = fresh();
    const csv = fileOf(`${name};Maya;14.03.1987;w;${name};;;;;`);
    expect((await send(physician, csv)).status).toBe(201);
    const before = await counts();
    const again = await send(physician, csv);
    expect(again.status).toBe(200);
    expect(outcomes(again.body)).toEqual([[2, 'known']]);
    const others = fileOf(
      `Somebody;Else;1.1.1990;;${name.toLowerCase()};;;;;`,
      `${name.toUpperCase()};maya;1987-03-14;;;;;;;`,
      `${name};Maya;1987-03-15;;;;;;;`,
      `${name};MAYA;15.3.1987;;;;;;;`,
    );
    const reply = await send(physician, others, { dryRun: true });
    expect(reply.body.rows).toMatchObject([
      { outcome: 'known', sameBy: 'mrn', known: { familyName: name, givenName: 'Maya' } },
      { outcome: 'known', sameBy: 'person' },
      { outcome: 'new' },
      { outcome: 'twice', sameBy: 'person', first: { row: 4 } },
    ]);
    expect(await counts()).toEqual(before);
  });

  test('[IMP-8] sent again under the same id are the same clients, and two files at once add nobody twice', async () => {
    const name = fresh();
    const csv = fileOf(`${name};Maya;14.03.1987;w;;;;;;`, `${name};Ana;14.03.1988;w;;;;;;`);
    const id = randomUUID();
    const [first, retry] = [await send(physician, csv, { id }), await send(physician, csv, { id })];
    expect([first.status, retry.status]).toEqual([201, 200]);
    expect(retry.body.rows).toEqual(first.body.rows);
    const other = fresh();
    const twice = fileOf(...Array.from({ length: 900 }, (_, at) => `${other};N${at};14.03.1987;w;;;;;;`));
    const nurse = await api.as('nurse');
    const both = await Promise.all([physician, nurse, physician, nurse].map((by) => send(by, twice)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201]);
    const all = await clientsOf(physician);
    expect(all.filter(({ familyName }) => familyName === name)).toHaveLength(2);
    expect(all.filter(({ familyName }) => familyName === other)).toHaveLength(900);
  });

  test('[IMP-8] are added all or none: where the last one cannot be stored, none is, nor in the audit', async () => {
    const name = fresh();
    await admin.unsafe(`
      create function tandem.refuse_last() returns trigger language plpgsql as
        $$ begin if new.given_name = 'Last' then raise 'no'; end if; return new; end $$;
      create trigger refuse_last before insert on tandem.patients for each row execute function tandem.refuse_last()`);
    const rows = Array.from({ length: 1_200 }, (_, at) => `${name};N${at};14.03.1987;w;;;;;;`);
    const csv = fileOf(...rows, `${name};Last;14.03.1987;w;;;;;;`);
    const before = await counts();
    try {
      expect((await send(physician, csv)).status).toBe(500);
      expect(await counts()).toEqual(before);
    } finally {
      await admin.unsafe(`drop trigger refuse_last on tandem.patients; drop function tandem.refuse_last()`);
    }
    const reply = await send(physician, csv);
    expect(reply.status).toBe(201);
    expect(await counts()).toMatchObject({ clients: (before.clients ?? 0) + 1_201 });
  });

  test('[IMP-9] are in the audit one by one, as a client who was added alone, with the import they came by', async () => {
    const name = fresh();
    const id = randomUUID();
    const nurse = await api.as('nurse');
    const { body } = await send(nurse, fileOf(`${name};Maya;14.03.1987;w;;;;;;`), { id });
    const [row] = body.rows as unknown as [{ id: string }];
    const acts = await admin`
      select action, actor_id, outcome, detail from tandem.audit where target_id = ${row.id}`;
    expect(acts.map((act) => ({ ...act }))).toEqual([
      { action: 'patient.create', actor_id: nurse.personId, outcome: 'done', detail: { import: id } },
    ]);
    expect(JSON.stringify(acts)).not.toContain(name);
  });

  test('[IMP-9] are added by who may add one, and are of their clinic alone', async () => {
    const name = fresh();
    const csv = fileOf(`${name};Maya;14.03.1987;w;${name};;;;;`);
    const asAdmin = await send(await api.as('admin'), csv);
    expect([asAdmin.status, asAdmin.body.code]).toEqual([403, 'role-may-not']);
    for (const role of ['physician', 'nurse', 'therapist', 'lead'] as const)
      expect((await send(await api.as(role), csv, { dryRun: true })).status, role).toBe(200);
    const id = randomUUID();
    expect((await send(physician, csv, { id })).status).toBe(201);
    // Nobody there is known by it, also under the same id of the import.
    const there = await send(await api.as('physician', cedar), csv, { id });
    expect(there.status).toBe(201);
    expect(outcomes(there.body)).toEqual([[2, 'added']]);
    const rows = await admin`select clinic_id from tandem.patients where family_name = ${name}`;
    expect(rows.map((row) => row.clinic_id).toSorted()).toEqual([harbor.id, cedar.id].toSorted());
  });

  test('[IMP-6] of more than 1 MB are refused with the way out, whether the request is too large or the file', async () => {
    const long = `${fileOf()}${'x'.repeat(1_000_001)}`;
    const file = await send(physician, long);
    expect([file.status, file.body.field]).toEqual([400, 'csv']);
    expect(file.body.title).toBe(
      'csv must be at most 1 MB. Split the file and import its parts one after the other. Nothing was stored.',
    );
    const request = await send(physician, 'x'.repeat(3_000_000));
    expect([request.status, request.body.code]).toEqual([413, 'too-large']);
    expect(request.body.title).toMatch(/^This file is larger than 1 MB\. Nothing was stored\. Split it/);
    // Elsewhere the limit is what it was.
    const elsewhere = await physician.post('/api/patients', { id: 'x'.repeat(70_000) });
    expect(elsewhere.body).toMatchObject({ code: 'too-large', title: expect.stringContaining('64 KiB') });
  });

  test('[IMP-4] [IMP-6] that cannot be read as a whole are refused by the field, and 2,000 rows are taken within the time of a request', async () => {
    const cases: [unknown, RegExp][] = [
      [{ csv: 'Name\nRivera' }, /no column “Given name”/],
      [{ csv: fileOf('"Rivera;Maya') }, /quotation mark/],
      [{ csv: fileOf(...Array.from({ length: 2_001 }, () => 'A;B;1987-03-14;;;;;;;')) }, /2,001 rows/],
      [{ csv: 7 }, /csv must be a string/],
      [{ csv: fileOf(), dryRun: 'yes' }, /dryRun must be a boolean/],
      [{ csv: fileOf(), columns: [] }, /columns is not a field here/],
    ];
    for (const [more, sentence] of cases) {
      const body = { id: randomUUID(), dryRun: true, ...(more as object) };
      const reply = await physician.post<{ title: string; code: string }>('/api/patients/import', body);
      expect([reply.status, reply.body.code], reply.body.title).toEqual([400, 'invalid']);
      expect(reply.body.title).toMatch(sentence);
    }
    const name = fresh();
    const rows = Array.from(
      { length: 2_000 },
      (_, at) => `${name};N${at};14.03.1987;w;${name}${at};Latex;;;;`,
    );
    const begun = performance.now();
    const reply = await send(physician, fileOf(...rows));
    expect(reply.status).toBe(201);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
