import { randomUUID } from 'node:crypto';
import { CODE_LETTERS, type Display, type DisplaysReply, type DisplayView } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Caller,
  dose,
  endSession,
  entry,
  note,
  planSession,
  type Reply,
  startApi,
  type TestApi,
  vitals,
} from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';

let api: TestApi;
let nurse: Caller;

beforeAll(async () => {
  api = await startApi();
  nurse = await api.as('nurse');
});
afterAll(() => api.close());
// Tries of other tests are none of this one's.
beforeEach(() => admin((sql) => sql`delete from auth.sign_in_failures`));

async function admin<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(api.db.adminUrl, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

interface Wall {
  readonly cookie: string;
  readonly code: string;
  view(): Promise<Reply<DisplayView & { code?: string }>>;
}

/** A browser that opens the display's page. */
async function wall(headers: Record<string, string> = {}): Promise<Wall> {
  const reply = await api.request<{ code: string }>('POST', '/api/display/codes', {}, headers);
  expect(reply.status).toBe(201);
  const [set = ''] = reply.headers['set-cookie'] as string[];
  const cookie = set.split(';')[0] as string;
  return {
    cookie,
    code: reply.body.code,
    view: () => api.request('GET', '/api/display', undefined, { cookie }),
  };
}

type Refused = { code: string; field?: string; title: string };
const pair = (code: string, more: object = {}, by = nurse) =>
  by.post<Display & Refused>('/api/displays', {
    id: randomUUID(),
    roomId: harbor.roomId,
    code,
    setting: 'calm',
    ...more,
  });

async function paired(setting: string): Promise<Wall & { readonly id: string }> {
  const screen = await wall();
  const reply = await pair(screen.code, { setting });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return { ...screen, id: reply.body.id };
}

const actsOn = (id: string) =>
  admin(async (sql) => {
    const rows = await sql`select action from tandem.audit where target_id = ${id} order by id`;
    return rows.map(({ action }) => action as string);
  });
const nobody = { status: 401, body: { code: 'not-signed-in' } };
const noCode = { status: 404, body: { code: 'not-found', field: 'code' } };

describe('[DSP-4] a code', () => {
  test('is six characters without look-alikes, good for ten minutes, kept with its token’s hash alone', async () => {
    const screen = await wall();
    expect(screen.code).toMatch(new RegExp(`^[${CODE_LETTERS}]{6}$`));
    const view = await screen.view();
    expect(view).toMatchObject({ status: 200, body: { shows: 'code', code: screen.code } });
    const { expiresAt, serverTime } = view.body as { expiresAt: string; serverTime: string };
    const leftMs = Date.parse(expiresAt) - Date.parse(serverTime);
    expect(leftMs).toBeGreaterThan(9.5 * 60_000);
    expect(leftMs).toBeLessThanOrEqual(10 * 60_000);
    const token = screen.cookie.split('=')[1] as string;
    const stored = await admin((sql) => sql`select c::text as row from auth.display_codes c`);
    expect(stored.length).toBeGreaterThan(0);
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  test('is for one screen, once: the second to type it gets the answer of a code that never was', async () => {
    const screen = await wall();
    expect((await pair(screen.code)).status).toBe(201);
    const again = await pair(screen.code);
    const never = await pair('333333');
    expect(again).toMatchObject(noCode);
    expect(again.body).toEqual(never.body);
  });

  test('typed by two at once pairs with one of them', async () => {
    const screen = await wall();
    const replies = await Promise.all([pair(screen.code), pair(screen.code, {}, await api.as('physician'))]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 404]);
  });

  test('ends: then nothing is paired, and the screen is nobody and asks for another', async () => {
    const screen = await wall();
    await admin((sql) => sql`update auth.display_codes set expires_at = now() - interval '1 second'`);
    expect(await pair(screen.code)).toMatchObject(noCode);
    expect(await screen.view()).toMatchObject(nobody);
  });

  test('that a screen asks for takes the place of the one that it showed', async () => {
    const first = await wall();
    const second = await wall({ cookie: first.cookie });
    expect(await first.view()).toMatchObject(nobody);
    expect(await pair(first.code)).toMatchObject(noCode);
    expect((await pair(second.code)).status).toBe(201);
  });

  test('cannot be guessed: after 20 tries of one person none is looked at, and no other person waits', async () => {
    const screen = await wall();
    for (let tried = 0; tried < 20; tried += 1) expect((await pair('777777')).status).toBe(404);
    const locked = await pair(screen.code);
    expect(locked).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(locked.body.title).not.toContain('password');
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(600);
    expect((await pair(screen.code, {}, await api.as('physician'))).status).toBe(201);
  });

  test('is given 60 times in 15 minutes to one address', async () => {
    const replies = await Promise.all(
      Array.from({ length: 70 }, () => api.request('POST', '/api/display/codes', {})),
    );
    const given = replies.filter(({ status }) => status === 201).length;
    // What three connections count at the same moment may go past by that much.
    expect(given).toBeGreaterThanOrEqual(60);
    expect(given).toBeLessThanOrEqual(62);
    const refused = replies.find(({ status }) => status === 429);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(600);
  });

  test('in another form is refused by the name of its field, and so is a field too many', async () => {
    for (const code of ['abc', '3K9FD', '3k9fdc', '0K9FDC', '3K9FDCX', 3, null]) {
      expect(await pair(code as string), String(code)).toMatchObject({
        status: 400,
        body: { field: 'code' },
      });
    }
    const screen = await wall();
    expect(await pair(screen.code, { setting: 'loud' })).toMatchObject({
      status: 400,
      body: { field: 'setting' },
    });
    expect((await api.request('POST', '/api/display/codes', { roomId: harbor.roomId })).status).toBe(400);
  });
});

describe('[DSP-5] the login of a screen', () => {
  test('is HttpOnly and SameSite=Strict, and opens no other route', async () => {
    const reply = await api.request('POST', '/api/display/codes', {});
    const [set] = reply.headers['set-cookie'] as string[];
    expect(set).toMatch(/^tandem-display=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    const { cookie } = await paired('staff-side');
    for (const { method, url, access } of api.app.apiRoutes) {
      if (access === 'public') continue;
      const path = url.replace(/:\w+/g, randomUUID());
      const body = method === 'GET' ? undefined : {};
      const answer = await api.request(method, path, body, { cookie });
      expect(answer, `${method} ${url}`).toMatchObject(nobody);
    }
    const asPerson = cookie.replace('tandem-display', 'tandem');
    expect(await api.request('GET', '/api/me', undefined, { cookie: asPerson })).toMatchObject(nobody);
  });

  test('is none for a person, nor for a token that nobody has', async () => {
    expect(await nurse.get('/api/display')).toMatchObject(nobody);
    expect(await api.request('GET', '/api/display')).toMatchObject(nobody);
    const { cookie } = await paired('calm');
    const other = cookie.replace(/.{3}$/, 'abc');
    expect(await api.request('GET', '/api/display', undefined, { cookie: other })).toMatchObject(nobody);
  });

  test('ends at once when it is unpaired, and after 30 days that nobody used it', async () => {
    const screen = await paired('calm');
    expect((await screen.view()).status).toBe(200);
    expect(await nurse.post(`/api/displays/${screen.id}/unpair`, {})).toMatchObject({ status: 200 });
    expect(await screen.view()).toMatchObject(nobody);
    // Sent again it is done already; and there is nothing to set any more.
    expect((await nurse.post(`/api/displays/${screen.id}/unpair`, {})).status).toBe(200);
    expect((await nurse.call('PATCH', `/api/displays/${screen.id}`, { setting: 'off' })).status).toBe(404);
    expect(await actsOn(screen.id)).toEqual(['display.pair', 'display.set-calm', 'display.unpair']);
    const old = await paired('calm');
    await admin(
      (sql) => sql`update tandem.displays set seen_at = now() - interval '31 days' where id = ${old.id}`,
    );
    expect(await old.view()).toMatchObject(nobody);
  });

  test('tells once a minute that it is there', async () => {
    const screen = await paired('calm');
    await admin(
      (sql) => sql`update tandem.displays set seen_at = now() - interval '5 minutes' where id = ${screen.id}`,
    );
    await screen.view();
    const { items } = (await nurse.get<DisplaysReply>('/api/displays')).body;
    const seenAt = items.find(({ id }) => id === screen.id)?.seenAt as string;
    expect(Date.now() - Date.parse(seenAt)).toBeLessThan(60_000);
  });

  test('belongs to its clinic: the other one neither lists, sets nor unpairs it, and pairs with no room of ours', async () => {
    const theirs = await api.as('nurse', cedar);
    const screen = await paired('calm');
    expect(JSON.stringify((await theirs.get('/api/displays')).body)).not.toContain(screen.id);
    expect((await theirs.call('PATCH', `/api/displays/${screen.id}`, { setting: 'off' })).status).toBe(404);
    expect((await theirs.post(`/api/displays/${screen.id}/unpair`, {})).status).toBe(404);
    const other = await wall();
    expect(await pair(other.code, {}, theirs)).toMatchObject({ status: 404, body: { field: 'roomId' } });
    // Whoever types the code has the screen: what it shows is of their clinic alone.
    expect((await pair(other.code, { roomId: cedar.roomId }, theirs)).status).toBe(201);
    expect((await screen.view()).status).toBe(200);
  });
});

describe('[DSP-2] pairing', () => {
  test('is a retry when it is sent again, also when the code is used up; with another room it is refused', async () => {
    const screen = await wall();
    const id = randomUUID();
    const first = await pair(screen.code, { id });
    expect(first).toMatchObject({
      status: 201,
      body: { pairedBy: 'Tunde Mensah of Harbor', setting: 'calm' },
    });
    expect(await pair(screen.code, { id })).toMatchObject({ status: 200, body: first.body });
    expect(await pair(screen.code, { id }, await api.as('physician'))).toMatchObject({
      status: 409,
      body: { code: 'entry-id-reused', field: 'id' },
    });
  });

  test('puts no values on a wall for who may not read them: lead and admin pair calm and off alone', async () => {
    const refused = { status: 403, body: { code: 'role-may-not', field: 'setting' } };
    for (const role of ['lead', 'admin'] as const) {
      const caller = await api.as(role);
      const screen = await wall();
      expect(await pair(screen.code, { setting: 'staff-side' }, caller), role).toMatchObject(refused);
      const own = await pair(screen.code, { setting: 'calm' }, caller);
      expect(own.status, role).toBe(201);
      const set = (setting: string) => caller.call('PATCH', `/api/displays/${own.body.id}`, { setting });
      expect(await set('staff-side'), role).toMatchObject(refused);
      expect(await screen.view()).toMatchObject({ body: { shows: 'calm' } });
      expect(await set('off'), role).toMatchObject({ status: 200, body: { setting: 'off' } });
      expect(await actsOn(own.body.id)).toEqual(['display.pair', 'display.set-calm', 'display.set-off']);
    }
  });
});

describe('[DSP-1] what a screen is told', () => {
  test('follows the session of its room at once, and its setting; never a name, a note or a dose', async () => {
    const physician = await api.as('physician');
    const [calm, staff, off] = [await paired('calm'), await paired('staff-side'), await paired('off')];
    expect((await staff.view()).body).toMatchObject({ session: null, roomName: expect.any(String) });
    const session = await planSession(physician);
    const send = (...entries: object[]) => physician.post(`/api/sessions/${session}/entries`, { entries });
    await send(note('canary-words'), dose(), entry('phase', { phase: 'peak' }));
    await send(vitals(152, 94));
    const told = await staff.view();
    expect(told.body).toMatchObject({
      shows: 'staff-side',
      session: { phase: 'peak', pressure: { systolic: 152, diastolic: 94 } },
    });
    expect((await calm.view()).body).toMatchObject({ shows: 'calm', session: { phase: 'peak' } });
    expect(Object.keys((await calm.view()).body).sort()).toEqual(
      ['roomName', 'serverTime', 'session', 'shows', 'timeZone'].sort(),
    );
    for (const screen of [calm, staff, off]) {
      const text = JSON.stringify((await screen.view()).body);
      for (const canary of ['Rivera', 'canary-words', 'ketamine', 'Okafor', 'Harbor', session, harbor.id]) {
        expect(text, canary).not.toContain(canary);
      }
      if (screen !== staff) expect(text).not.toMatch(/:152\b|systolic/);
    }
    expect((await off.view()).body).not.toHaveProperty('session');
    // Another setting holds from the next question on.
    await nurse.call('PATCH', `/api/displays/${staff.id}`, { setting: 'calm' });
    expect(JSON.stringify((await staff.view()).body)).not.toMatch(/:152\b|systolic/);
    await endSession(physician, session);
    expect((await calm.view()).body).toMatchObject({ session: null });
  });
});
