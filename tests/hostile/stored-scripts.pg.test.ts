import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cases } from '../contract/matrix/all-cases.ts';
import { makeWorld, type World } from '../contract/matrix/world.ts';
import { note } from '../support/calls.ts';
import { callsIn } from '../support/json-schema.ts';
import { asSuperuser } from '../support/real-clinic.ts';
import { freePort } from '../support/tandem-process.ts';
import { DASHBOARD, shownInert } from './browser-look.ts';
import { type Beside, store, type TextField, textFields } from './fill-texts.ts';
import { MARK, payloads } from './payloads.ts';
import { files, pages } from './surfaces.ts';

const LONG = process.env.TANDEM_TEST_SIZE === 'long';
const texts = payloads(LONG ? 500 : 40);

let world: World;
let fields: TextField[];
beforeAll(async () => {
  const port = await freePort();
  world = await makeWorld({ port, publicUrl: `http://127.0.0.1:${port}`, dashboardDir: DASHBOARD });
  const document = (await world.api.request('GET', '/api/openapi.json')).body;
  // Taking over what somebody left has the same entries.
  const own = cases.filter(({ route }) => !route.endsWith('/adopted-entries'));
  fields = textFields(own, callsIn(document));
}, 120_000);
afterAll(() => world.close());

const entries = (kind: string, place: string) =>
  `POST /api/sessions/:id/entries (${kind}): entries[].data.${place}`;
const inCourse = (kind: string, place: string) =>
  `POST /api/courses/:id/entries (${kind}): entries[].data.${place}`;
const SECRET = 'is compared with a hash, and what is not right is refused';
const FIRST = 'is taken once, while there is no clinic (first-run.pg.test.ts)';
const CURSOR = 'only what the server itself made is taken';

/** Text that is not kept. A field that is neither here nor stored fails: it needs a line here or in `BESIDE`. */
const NOT_STORED: Readonly<Record<string, string>> = {
  'POST /api/auth/sign-in/email: password': SECRET,
  'POST /api/auth/confirm: password': SECRET,
  'POST /api/auth/unlock: password': SECRET,
  'POST /api/auth/sign-in/email: code': SECRET,
  'POST /api/auth/confirm: code': SECRET,
  'POST /api/me/pin: password': SECRET,
  'POST /api/me/password: password': SECRET,
  'POST /api/me/password: newPassword': 'is kept as a hash, and would be needed the next time',
  'POST /api/me/second-factor/confirm: code': SECRET,
  'POST /api/invitations/read: token': SECRET,
  'POST /api/invitations/accept: token': SECRET,
  'POST /api/invitations/accept: password': SECRET,
  'POST /api/first-run: token': SECRET,
  'POST /api/first-run: password': SECRET,
  'POST /api/first-run: clinicName': FIRST,
  'POST /api/first-run: name': FIRST,
  'POST /api/first-run: timeZone': FIRST,
  'POST /api/patients/import: csv':
    'is read as a table; its cells are stored as one client’s fields are (IMP-3)',
  'POST /api/sessions/search: cursor': CURSOR,
  'POST /api/past-sessions/search: cursor': CURSOR,
  'POST /api/audit/search: cursor': CURSOR,
  'POST /api/audit/technical/search: cursor': CURSOR,
  'PATCH /api/clinic: timeZone': 'names a zone that there is',
  'POST /api/sessions/:id/close: reason': 'is taken where nobody is left to sign (sign-off.pg.test.ts)',
  'POST /api/sessions/:id/break-glass: reason':
    'is taken where sessions are for their team (break-glass.pg.test.ts)',
  [inCourse('measure', 'instrument')]: 'names a measure that there is',
  [inCourse('measure', 'answers[].item')]: 'names an item of the measure',
  [inCourse('check-in', 'owner.name')]: 'is the name that the clinic knows them by',
  [inCourse('check-in', 'deputy.name')]: 'is the name that the clinic knows them by',
  [entries('assessment', 'answers[].item')]: 'names an item of the instrument',
  [entries('acknowledgement', 'noticeId')]: 'names a notice that was raised',
  [entries('infusion-rate', 'drugName')]: 'is the name that the infusion was started with',
  [entries('infusion-stop', 'drugName')]: 'is the name that the infusion was started with',
};

const other: Beside = async () => ({ 'entries.[].data.drug': 'other' });
const escort: Beside = async () => ({ 'entries.[].data.answers.[].item': 'escort-confirmed' });
/** What some texts are only taken with. */
const BESIDE: Readonly<Record<string, Beside>> = {
  [entries('dose', 'drugName')]: other,
  [entries('infusion-start', 'drugName')]: other,
  [entries('dose-not-given', 'drugName')]: other,
  [entries('checklist', 'answers[].person')]: escort,
  [entries('checklist', 'answers[].phone')]: escort,
  [entries('checklist', 'answers[].overrideReason')]: async () => ({
    'entries.[].data.answers.[].result': 'not-fulfilled',
  }),
  [inCourse('withdrawal', 'reason')]: async ({ callers, course }) => {
    const id = randomUUID();
    const story = { id, kind: 'story', happenedAt: new Date().toISOString(), data: { from: 'Mistyped.' } };
    await callers.physician.post(`/api/courses/${course.id}/entries`, { entries: [story] });
    return { 'entries.[].data.entryId': id };
  },
  'POST /api/sessions/:id/redactions (own): reason': async ({ callers }, sessionId) => {
    const words = note();
    await callers.physician.post(`/api/sessions/${sessionId}/entries`, { entries: [words] });
    return { entryId: words.id };
  },
};

/** Every entry of the sessions and the course that texts were put into, as the physician is served it. */
async function entriesServed(): Promise<string> {
  const { physician } = world.callers;
  let text = JSON.stringify((await physician.get(`/api/courses/${world.course.id}`)).body);
  for (const { id } of Object.values(world.sessions)) {
    for (let after = 0, more = true; more; ) {
      const url = `/api/sessions/${id}/entries?limit=500&after=${after}`;
      const { body } = await world.callers.physician.get<{ entries: { seq: number }[] }>(url);
      text += JSON.stringify(body.entries);
      more = body.entries.length === 500;
      after = body.entries.at(-1)?.seq ?? 0;
    }
  }
  return text;
}

describe('[XSS-1] script in every field that takes text', () => {
  test('is stored as it was typed: every field of every call is tried, also one that is new', {
    timeout: 600_000,
  }, async () => {
    expect(fields.length).toBeGreaterThan(80);
    const refused: string[] = [];
    const inEntries: string[] = [];
    const rounds = Math.ceil(texts.length / fields.length);
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, field] of fields.entries()) {
        if (NOT_STORED[field.name] !== undefined) continue;
        const turn = texts.slice((round * fields.length + at) % texts.length).concat(texts);
        const text = turn.find(({ length }) => length <= field.place.maxLength) as string;
        const answer = await store(world, field, text, BESIDE[field.name]);
        if (answer !== null) refused.push(`${field.name}: ${answer}`);
        else if (field.one.kind !== undefined && field.one.consumes !== true) inEntries.push(text);
      }
    }
    expect(refused).toEqual([]);
    const served = await entriesServed();
    expect(inEntries.length).toBeGreaterThan(40);
    expect(inEntries.filter((text) => !served.includes(JSON.stringify(text)))).toEqual([]);
    const exceptions = [...Object.keys(NOT_STORED), ...Object.keys(BESIDE)];
    expect(exceptions.filter((name) => !fields.some((field) => field.name === name))).toEqual([]);
    console.log(`${fields.length} text fields, ${texts.length} payloads`);
  });
});

describe('[XSS-2] a file that is made of it', () => {
  test.each(Object.entries(files))(
    '%s has nothing in it that runs',
    async (_name, { route, as, type, alive, showsText = true }) => {
      const { physician } = world.callers;
      for (const sign of ['=', '+', '-', '@', '\t=', '\uFF1D']) {
        const id = randomUUID();
        const named = {
          familyName: `${sign}cmd|' /C calc'!A0`,
          givenName: `${sign}"x",\n1`,
          birthDate: '1990-02-28',
        };
        const made = await physician.post('/api/patients', {
          id,
          ...named,
          sex: 'female',
          allergies: { status: 'not-asked' },
        });
        expect(made.status).toBe(201);
        await physician.get(`/api/patients/${id}`);
      }
      const [method, path] = (typeof route === 'string' ? route : route(world)).split(' ') as [
        string,
        string,
      ];
      const { port } = world.api.app.server.address() as { port: number };
      const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { 'content-type': 'application/json', cookie: world.callers[as].cookie },
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      const text = Buffer.from(await reply.arrayBuffer()).toString(
        type.test('application/pdf') ? 'latin1' : 'utf8',
      );
      expect(reply.status).toBe(200);
      expect(reply.headers.get('content-type')).toMatch(type);
      expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
      expect(alive(text)).toEqual([]);
      expect(text.includes(MARK)).toBe(showsText);
      expect(text.length).toBeGreaterThan(200);
    },
  );
});

/** Names that no call changes afterwards: of clients who are in a session, of people, rooms and the clinic. */
const nameEverything = () =>
  asSuperuser(world.api.db.adminUrl, async (sql) => {
    await sql`update tandem.patients set family_name = ${texts[0] as string}, given_name = ${texts[1] as string}`;
    await sql`update auth.users set name = ${texts[2] as string} || name`;
    await sql`update tandem.rooms set name = ${texts[3] as string} || name`;
    await sql`update tandem.clinics set name = ${texts[4] as string} || name`;
    world.api.services.logins.forget();
  });

/** Minutes of a browser: in full size alone. */
if (LONG)
  describe('[XSS-3] a page that shows it', () => {
    test(`runs nothing of it: ${Object.keys(pages).length} pages, no dialog, nothing that the policy had to stop`, {
      timeout: 600_000,
    }, async () => {
      await nameEverything();
      expect(await shownInert(world, pages)).toEqual([]);
    });
  });
