import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, planSession, startApi, type TestApi } from '../support/api.ts';
import { cedar, PASSWORD, PIN } from '../support/fixtures.ts';

let api: TestApi;
let nurse: Caller;
let session: string;

beforeAll(async () => {
  api = await startApi();
  nurse = await api.as('nurse');
  session = await planSession(await api.as('physician'));
});
afterAll(() => api.close());

const unlock = (body: object, by = nurse) =>
  by.post<{ code: string; field?: string; title: string }>('/api/auth/unlock', body);

async function acts(): Promise<string[]> {
  const sql = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
  const rows = await sql`
    select action, outcome from tandem.audit where actor_id = ${nurse.personId} and action <> 'sign-in' order by id`;
  await sql.end();
  return rows.map(({ action, outcome }) => `${action} ${outcome}`);
}

test('[LCK-2] one’s own PIN or password opens; wrong ones do not, count as elsewhere, and say what is left', async () => {
  expect(await unlock({ pin: PIN })).toMatchObject({ status: 200, body: { unlocked: true } });
  expect(await unlock({ password: PASSWORD })).toMatchObject({ status: 200 });
  const wrong = await unlock({ pin: '111222' });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong-pin', field: 'pin' } });
  expect(wrong.body.title).toContain('4 tries are left');
  // Not 401: the page would think that nobody is signed in any more.
  expect(await unlock({ password: 'wrong' })).toMatchObject({ status: 422, body: { field: 'password' } });
  for (let tries = 0; tries < 4; tries += 1) await unlock({ pin: '111222' });
  expect(await unlock({ pin: PIN })).toMatchObject({ status: 429, body: { code: 'pin-locked' } });
  expect(await unlock({ password: PASSWORD })).toMatchObject({ status: 200 });
});

test('[LCK-3] an emergency in a session opens without a PIN, and that it did is in the audit', async () => {
  const open = (id: string, by = nurse) => by.post(`/api/sessions/${id}/unlock`, {});
  expect(await open(session)).toMatchObject({ status: 200 });
  expect(await open(randomUUID())).toMatchObject({ status: 404 });
  const there = await planSession(await api.as('physician', cedar), { clinic: cedar });
  expect(await open(there)).toMatchObject({ status: 404 });
  for (const role of ['lead', 'admin'] as const)
    expect(await open(session, await api.as(role))).toMatchObject({ status: 403 });
  expect(await acts()).toEqual(
    expect.arrayContaining([
      'unlock done',
      'unlock.emergency done',
      'unlock wrong-password',
      'pin.check wrong',
    ]),
  );
});

test('[LCK-2] no way, or two at once, is refused by the field; without a login nothing opens', async () => {
  for (const body of [{}, { pin: PIN, password: PASSWORD }, { pin: '12' }])
    expect(await unlock(body)).toMatchObject({ status: 400, body: { field: 'pin' } });
  expect((await api.request('POST', '/api/auth/unlock', { pin: PIN })).status).toBe(401);
});
