import { randomUUID } from 'node:crypto';
import { type Consent, consentSchema, lastingAnswersSchema } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, endSession, entry, planSession, startApi, type TestApi } from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';

let api: TestApi;
let physician: Caller;
let nurse: Caller;
const [maya] = harbor.patientIds;
const path = `/api/patients/${maya}/consents`;

beforeAll(async () => {
  api = await startApi();
  physician = await api.as('physician');
  nurse = await api.as('nurse');
});
afterAll(() => api.close());

const consent = (more: object = {}) => ({
  id: randomUUID(),
  form: 'Ketamine treatment',
  version: '3',
  signedOn: '2026-01-10',
  expiresOn: '2099-01-09',
  ...more,
});
const list = async () => (await physician.get<{ items: Consent[] }>(path)).body.items;

describe('Consents of a client', () => {
  test('[CNS-1] a consent is kept once, with who recorded it; the same id with other content is refused', async () => {
    const body = consent();
    const reply = await nurse.post(path, body);
    expect(reply.status).toBe(201);
    expect(consentSchema.parse(reply.body)).toMatchObject({
      form: 'Ketamine treatment',
      recordedBy: 'Tunde Mensah of Harbor',
      withdrawnAt: null,
      current: true,
    });
    expect((await nurse.post(path, body)).status).toBe(200);
    expect((await nurse.post(path, { ...body, version: '4' })).body).toMatchObject({
      code: 'entry-id-reused',
      field: 'id',
    });
    const others = `/api/patients/${harbor.patientIds[1]}/consents`;
    expect((await nurse.post(others, body)).status).toBe(409);
    expect((await list()).map(({ id }) => id)).toContain(body.id);
  });

  test('[CNS-1] one that expires before it was signed is refused at its field; one without an end stays current', async () => {
    const reply = await physician.post(path, consent({ expiresOn: '2026-01-09' }));
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ code: 'invalid', field: 'expiresOn' });
    expect((await physician.post(path, consent({ expiresOn: undefined }))).body).toMatchObject({
      expiresOn: null,
      current: true,
    });
    expect((await physician.post(path, consent({ expiresOn: '2026-02-01' }))).body).toMatchObject({
      current: false,
    });
  });

  test('[CNS-2] is withdrawn once: the first time and person stay, and each act is in the audit', async () => {
    const body = consent();
    await physician.post(path, body);
    const first = await nurse.post<Consent>(`${path}/${body.id}/withdraw`, {});
    expect(first.body).toMatchObject({ withdrawnBy: 'Tunde Mensah of Harbor', current: false });
    expect((await physician.post(`${path}/${body.id}/withdraw`, {})).body).toEqual(first.body);
    const admin = postgres(api.db.adminUrl, { max: 1 });
    const acts = await admin`select action from tandem.audit where target_id = ${body.id} order by id`;
    await admin.end();
    expect(acts.map(({ action }) => action)).toEqual(['consent.create', 'consent.withdraw']);
  });

  test('[CNS-2] of another clinic, of another client and unknown are the same 404', async () => {
    const body = consent();
    await physician.post(path, body);
    const there = await api.as('physician', cedar);
    const theirs = consent();
    await there.post(`/api/patients/${cedar.patientIds[0]}/consents`, theirs);
    const unknown = await physician.post(`${path}/${randomUUID()}/withdraw`, {});
    expect(unknown.status).toBe(404);
    for (const url of [
      `${path}/${theirs.id}/withdraw`,
      `/api/patients/${harbor.patientIds[1]}/consents/${body.id}/withdraw`,
      `/api/patients/${cedar.patientIds[0]}/consents/${theirs.id}/withdraw`,
    ])
      expect((await physician.post(url, {})).body, url).toEqual(unknown.body);
    expect((await physician.get(`/api/patients/${cedar.patientIds[0]}/consents`)).status).toBe(404);
    expect((await physician.post(`/api/patients/${cedar.patientIds[0]}/consents`, consent())).status).toBe(
      404,
    );
    expect((await list()).find(({ id }) => id === body.id)?.withdrawnAt).toBeNull();
  });
});

describe('Lasting answers', () => {
  test('[CNS-3] are the last answer of each lasting row over all sessions, amended and not retracted, and the consents that hold', async () => {
    const url = `/api/patients/${maya}/lasting-answers`;
    const answer = (result: string, more: object = {}) => ({ item: 'airway', result, ...more });
    const earlier = await planSession(physician);
    const record = async (id: string, by: Caller, data: Record<string, unknown>, kind = 'checklist') => {
      const one = entry(kind, data);
      const reply = await by.post(`/api/sessions/${id}/entries`, { entries: [one] });
      expect(reply.status, JSON.stringify(reply.body)).toBe(201);
      return one.id;
    };
    const first = await record(earlier, nurse, {
      answers: [
        answer('fulfilled'),
        { item: 'identity', result: 'fulfilled' },
        { item: 'liver', result: 'fulfilled' },
      ],
    });
    await record(
      earlier,
      nurse,
      {
        entryId: first,
        data: {
          answers: [answer('not-fulfilled', { note: 'Uses CPAP.' }), { item: 'liver', result: 'fulfilled' }],
        },
        reason: 'Asked again.',
      },
      'amendment',
    );
    await endSession(physician, earlier);
    const later = await planSession(physician, { started: false });
    const wrong = await record(later, nurse, { answers: [{ item: 'thyroid', result: 'not-fulfilled' }] });
    await record(later, nurse, { entryId: wrong, reason: 'Wrong client.' }, 'retraction');
    const last = await record(later, physician, { answers: [{ item: 'liver', result: 'not-applicable' }] });
    expect(last).toBeDefined();
    const withdrawn = consent({ form: 'Touch' });
    await physician.post(path, withdrawn);
    await physician.post(`${path}/${withdrawn.id}/withdraw`, {});

    const reply = await (await api.as('therapist')).get(url);
    expect(reply.status).toBe(200);
    const { items, consents } = lastingAnswersSchema.parse(reply.body);
    const found = items.map(({ item, result, note, by, sessionId }) => ({
      item,
      result,
      note,
      by,
      sessionId,
    }));
    expect(found.sort((a, b) => a.item.localeCompare(b.item))).toEqual([
      {
        item: 'airway',
        result: 'not-fulfilled',
        note: 'Uses CPAP.',
        by: 'Tunde Mensah of Harbor',
        sessionId: earlier,
      },
      {
        item: 'liver',
        result: 'not-applicable',
        note: null,
        by: 'Dr Amara Okafor of Harbor',
        sessionId: later,
      },
    ]);
    expect(consents.every(({ current }) => current)).toBe(true);
    expect(consents.map(({ form }) => form)).not.toContain('Touch');
    expect((await (await api.as('lead')).get(url)).status).toBe(403);
    expect((await physician.get(`/api/patients/${cedar.patientIds[0]}/lasting-answers`)).status).toBe(404);
  });
});
