import { randomUUID } from 'node:crypto';
import { checkRows } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, dose, entry, planSession, startApi, type TestApi, vitals } from '../support/api.ts';
import { PASSWORD, PIN } from '../support/fixtures.ts';

let api: TestApi;
let physician: Caller;
let nurse: Caller;
beforeAll(async () => {
  api = await startApi();
  [physician, nurse] = await Promise.all([api.as('physician'), api.as('nurse')]);
});
afterAll(() => api.close());

const gate = () =>
  entry('checklist', {
    answers: checkRows
      .filter(({ list, mode }) => list === 'gate' && mode === 'block')
      .map(({ key, asks }) => ({
        item: key,
        result: 'fulfilled',
        ...(asks === 'weight' ? { weightKg: 68.4 } : {}),
      })),
  });
const aboutToGive = (data: object = {}) =>
  entry('dose', { state: 'about-to-give', drug: 'ketamine', route: 'im', amountMg: 40, ...data });

/** A session of its own under a protocol with these values, with gate and baseline when asked for. */
async function sessionUnder(data: object, ready = true): Promise<string> {
  const protocolId = randomUUID();
  const plan = { drug: 'ketamine', route: 'im', ...data };
  const made = await physician.post('/api/protocols', {
    id: protocolId,
    name: `Own ${protocolId}`,
    data: plan,
  });
  expect(made.status).toBe(201);
  const patientId = randomUUID();
  await physician.post('/api/patients', {
    id: patientId,
    familyName: 'Okonkwo',
    givenName: 'Ada',
    birthDate: '1990-02-28',
    sex: 'female',
    allergies: { status: 'none-known', items: [] },
  });
  const id = randomUUID();
  const planned = { id, patientId, protocolId, plannedAt: new Date().toISOString(), weightKg: 68 };
  expect((await physician.post('/api/sessions', planned)).status).toBe(201);
  expect((await physician.post(`/api/sessions/${id}/start`, { id: randomUUID() })).status).toBe(201);
  if (ready) expect((await send(id, gate(), vitals(124, 78))).status).toBe(201);
  return id;
}
const send = (session: string, ...entries: unknown[]) =>
  physician.post<{ code?: string; field?: string; missing?: string[] }>(`/api/sessions/${session}/entries`, {
    entries,
  });
const countOf = async (session: string) =>
  (
    await physician.get<{ entries: { kind: string }[] }>(`/api/sessions/${session}/entries`)
  ).body.entries.filter(({ kind }) => kind === 'dose').length;

describe('[DOS-13] a dose about to be given', () => {
  test('before gate and baseline: 422, nothing stored; with them, or with a reason, or given already: 201', async () => {
    const session = await sessionUnder({}, false);
    const refused = await send(session, aboutToGive());
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'override-needed', field: 'entries[0].data.overrideReason' },
    });
    expect(refused.body.missing).toHaveLength(2);
    expect(await countOf(session)).toBe(0);
    expect((await send(session, gate(), vitals(124, 78), aboutToGive())).status).toBe(201);
    const other = await sessionUnder({}, false);
    expect((await send(other, aboutToGive({ overrideReason: 'Urgent.' }))).status).toBe(201);
    const third = await sessionUnder({}, false);
    expect((await send(third, dose())).status).toBe(201);
  });

  test('over a ceiling, already given: stored, noticed High, and named before the signature', async () => {
    const session = await sessionUnder({ ceilingMg: 30 });
    expect((await send(session, dose(40))).status).toBe(201);
    const { body } = await physician.get<{ notices: { ruleId: string; priority: string; shown: boolean }[] }>(
      `/api/sessions/${session}/state`,
    );
    expect(body.notices).toContainEqual(
      expect.objectContaining({ ruleId: 'dose-ceiling', priority: 'high', shown: true }),
    );
    await physician.post(`/api/sessions/${session}/end`, { id: randomUUID(), disposition: 'completed' });
    const sign = () =>
      physician.post(`/api/sessions/${session}/sign`, { id: randomUUID(), meaning: 'Reviewed.' });
    expect(await sign()).toMatchObject({ status: 409, body: { code: 'open-items' } });
  });

  test('[DOS-8] two forms open at once: the check runs again where it is written, and one of them passes', async () => {
    const session = await sessionUnder({ ceilingMg: 60 });
    const answers = await Promise.all([1, 2].map(() => send(session, aboutToGive())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(await countOf(session)).toBe(1);
  });
});

describe('[APR-2] a second person’s word', () => {
  const approve = (session: string, more: object = {}, by = physician) =>
    by.post<{ code: string; field: string; expiresAt: string; retryable: boolean }>(
      `/api/sessions/${session}/approvals`,
      {
        id: randomUUID(),
        personId: nurse.personId,
        pin: PIN,
        drug: 'ketamine',
        route: 'im',
        amountMg: 40,
        ...more,
      },
    );

  test('wrong amount and reuse are refused, and the right one is taken once', async () => {
    const session = await sessionUnder({ secondPerson: 'every-dose' });
    expect(await send(session, aboutToGive())).toMatchObject({
      status: 422,
      body: { code: 'override-needed', field: 'entries[0].data.approvalId' },
    });
    const id = randomUUID();
    const approved = await approve(session, { id });
    expect(approved.status).toBe(201);
    expect(Date.parse(approved.body.expiresAt) - Date.now()).toBeGreaterThan(100_000);
    expect((await approve(session, { id })).status).toBe(200);
    expect(await approve(session, { id, amountMg: 41 })).toMatchObject({
      status: 409,
      body: { code: 'entry-id-reused' },
    });
    const invalid = { status: 422, body: { code: 'approval-invalid', field: 'entries[0].data.approvalId' } };
    expect(await send(session, aboutToGive({ amountMg: 41, approvalId: id }))).toMatchObject(invalid);
    expect((await send(session, aboutToGive({ approvalId: id }))).status).toBe(201);
    expect(await send(session, dose(40), aboutToGive({ approvalId: id }))).toMatchObject({
      ...invalid,
      body: { field: 'entries[1].data.approvalId' },
    });
    expect(await countOf(session)).toBe(1);
  });

  test('[APR-3] oneself and whoever is neither physician nor nurse confirm nothing', async () => {
    const session = await sessionUnder({});
    const therapist = await api.as('therapist');
    const invalid = { status: 422, body: { code: 'approval-invalid', field: 'personId' } };
    expect(await approve(session, { personId: physician.personId })).toMatchObject(invalid);
    expect(await approve(session, { personId: therapist.personId })).toMatchObject(invalid);
    expect(await approve(session, {}, therapist)).toMatchObject({ status: 403 });
  });

  test('[APR-4] five wrong PINs and none is looked at for a while; the password sets a new one', async () => {
    const session = await sessionUnder({});
    const wrong = () => approve(session, { pin: '111222' });
    // Many at once are tried one after the other: no more than five are looked at.
    const tries = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(wrong));
    const codes = tries.map(({ body }) => body.code).sort();
    expect(codes).toEqual(['pin-locked', 'pin-locked', ...Array.from({ length: 5 }, () => 'wrong-pin')]);
    const locked = await approve(session);
    expect(locked).toMatchObject({ status: 429, body: { code: 'pin-locked', field: 'pin' } });
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(600);
    const set = (body: object) => nurse.post('/api/me/pin', body);
    expect(await set({ pin: '482915', password: 'wrong' })).toMatchObject({
      status: 422,
      body: { field: 'password' },
    });
    expect(await set({ pin: '111111', password: PASSWORD })).toMatchObject({
      status: 400,
      body: { field: 'pin' },
    });
    expect((await set({ pin: '482915', password: PASSWORD })).status).toBe(200);
    expect((await approve(session)).body.code).toBe('wrong-pin');
    expect((await approve(session, { pin: '482915' })).status).toBe(201);
    await set({ pin: PIN, password: PASSWORD });
  });
});

describe('protocols', () => {
  test.each([
    [
      'Medium beyond High',
      { limits: { systolic: { medium: { high: 190 }, high: { high: 180 } } } },
      'data.limits.systolic.medium.high',
    ],
    ['an interval of 0', { minimumIntervalMinutes: 0 }, 'data.minimumIntervalMinutes'],
    [
      'a ceiling under the first dose',
      { ceilingMg: 20, usualDoses: [{ amountMg: 40, atMinute: 0 }] },
      'data.ceilingMg',
    ],
  ])('[PRO-2] %s is refused with the field', async (_what, data, field) => {
    const body = { id: randomUUID(), name: 'House', data: { drug: 'ketamine', route: 'im', ...data } };
    expect(await physician.post('/api/protocols', body)).toMatchObject({
      status: 400,
      body: { code: 'invalid', field },
    });
  });

  test('[PRO-1] a session’s own limits are what it is noticed against', async () => {
    const limits = { systolic: { medium: { high: 130 }, high: { high: 150 } } };
    const session = await sessionUnder({ limits });
    await send(session, vitals(131, 80));
    const { body } = await physician.get<{ notices: { ruleId: string; sentence: string }[] }>(
      `/api/sessions/${session}/state`,
    );
    expect(body.notices).toContainEqual(
      expect.objectContaining({ ruleId: 'bp-high', sentence: 'BP 131/80, over 130' }),
    );
  });
});

test('[STA-1] the state holds notices, what is due, readiness and why there is no estimate', async () => {
  const session = await planSession(physician);
  await send(session, vitals(186, 112), dose(40));
  const { body } = await physician.get(`/api/sessions/${session}/state`);
  expect(body).toMatchObject({
    status: 'in-progress',
    phase: null,
    vitalsDue: { late: false, window: { from: expect.any(String), to: expect.any(String) } },
    ketamine: { totalMg: 40, minutesSinceLastDose: 0 },
    discharge: { ready: false },
    estimate: null,
    estimateAbsentReason: 'off',
  });
  const { missing } = (body as { discharge: { missing: string[] } }).discharge;
  expect(missing.join('\n')).toMatch(/0 of 120 min since the first dose, 0 of 60 min since the last dose/);
});
