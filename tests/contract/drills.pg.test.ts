import { randomUUID } from 'node:crypto';
import { DrillPlayer } from '@tandem/api/drills/drill-player.ts';
import { type DrillKey, drillEntryId, drillKeys, drills } from '@tandem/domain';
import {
  type DrillReply,
  type DrillScoreReply,
  drillSchema,
  drillScoreSchema,
  drillsReplySchema,
} from '@tandem/wire';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Caller, type EntryBody, endSession, entry, startApi, type TestApi } from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';
import { sessionOf } from '../support/team-only.ts';

/** Ten minutes in two seconds. */
const LONG = process.env.TANDEM_TEST_SIZE === 'long';
const SPEED = 300;
/** The score of each is held by its own tests (packages/domain/src/drill); here two are played, all in full size. */
const playedHere = drillKeys.filter((key) => LONG || key === 'pressure-rise' || key === 'dose-slip');

let api: TestApi;
let physician: Caller;
let therapist: Caller;
let lead: Caller;
let player: DrillPlayer | null = null;

beforeAll(async () => {
  api = await startApi();
  [physician, therapist, lead] = await Promise.all([
    api.as('physician'),
    api.as('therapist'),
    api.as('lead'),
  ]);
});
afterEach(async () => {
  await player?.stop();
  player = null;
  const { items } = drillsReplySchema.parse((await lead.get('/api/drills')).body);
  for (const { id, status } of items)
    if (status === 'in-progress') await lead.post(`/api/drills/${id}/stop`, {});
});
afterAll(() => api.close());

/** As `npm start` does, but faster. Begun after a drill it finds it at once. */
function play(speed = SPEED): void {
  player = new DrillPlayer({ ...api.services, database: api.db.database });
  player.start(speed);
}

const asked = (drill: DrillKey, more: object = {}) => ({
  id: randomUUID(),
  drill,
  pace: 1,
  protocolId: harbor.protocolId,
  roomId: harbor.roomId,
  people: [
    { personId: physician.personId, role: 'physician' },
    { personId: therapist.personId, role: 'therapist' },
  ],
  ...more,
});

async function start(drill: DrillKey, more: object = {}, by = lead): Promise<string> {
  const body = asked(drill, more);
  const reply = await by.post('/api/drills', body);
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  expect(drillSchema.parse(reply.body)).toMatchObject({ id: body.id, status: 'in-progress', points: 0 });
  return body.id;
}

async function score(id: string, by = lead): Promise<DrillScoreReply> {
  const reply = await by.get(`/api/drills/${id}`);
  expect(reply.status).toBe(200);
  return drillScoreSchema.parse(reply.body);
}

const until = (id: string, is: (now: DrillScoreReply) => boolean): Promise<DrillScoreReply> =>
  vi.waitFor(
    async () => {
      const now = await score(id);
      expect(is(now)).toBe(true);
      return now;
    },
    { timeout: 20_000, interval: 20 },
  );
const isOver = ({ drill }: DrillScoreReply) => drill.status === 'ended';
const hasPlayed = (key: string) => (now: DrillScoreReply) =>
  now.cues.find((cue) => cue.key === key)?.at !== null;

async function record(id: string, one: EntryBody, by = physician): Promise<void> {
  const reply = await by.post(`/api/sessions/${id}/entries`, { entries: [one] });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
}

describe('a drill', () => {
  test.each(playedHere)(
    '[DRL-1] %s is played to its end; given nobody who reacts, then it scores 0',
    async (key) => {
      const id = await start(key, { pace: 4 });
      play();
      const { drill, cues, steps } = await until(id, isOver);
      expect(drill).toMatchObject({ points: 0, disposition: 'completed' });
      expect(cues.map(({ at }) => at)).not.toContain(null);
      expect(steps.map(({ points }) => points)).toEqual(drills[key].steps.map(() => 0));
      const log = await physician.get<{ entries: { kind: string; author: { name: string } }[] }>(
        `/api/sessions/${id}/entries?after=0`,
      );
      expect(log.body.entries).toHaveLength(drills[key].cues.length + 3);
      expect(new Set(log.body.entries.map(({ author }) => author.name))).toEqual(new Set(['Drill']));
    },
  );

  test('[DRL-2] given a scripted team, then it scores as its script says, and each number names its entry', async () => {
    const id = await start('dose-slip', { pace: 4 });
    play(20);
    await until(id, hasPlayed('slip'));
    const slipId = drillEntryId(id, 'slip');
    const state = await physician.get<{ notices: { id: string; entryId: string | null; seen: unknown[] }[] }>(
      `/api/sessions/${id}/state`,
    );
    const notice = state.body.notices.find(({ entryId }) => entryId === slipId);
    const seen = entry('acknowledgement', { noticeId: notice?.id });
    await record(id, seen);
    const amendment = entry('amendment', {
      entryId: slipId,
      data: { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 20 },
      reason: 'Mistyped: 20 mg were given.',
    });
    await record(id, amendment);
    const reply = await score(id);
    expect(reply.drill.points).toBe(25 + 30 + 20);
    const answers = Object.fromEntries(reply.steps.map(({ key, answer }) => [key, answer?.entryId ?? null]));
    expect(answers).toEqual({
      'slip-noticed': seen.id,
      'put-right': amendment.id,
      'right-amount': amendment.id,
      watched: null,
    });
    // The total holds what was given: 40 and 20 mg.
    const after = await physician.get<{ ketamine: { totalMg: number } }>(`/api/sessions/${id}/state`);
    expect(after.body.ketamine.totalMg).toBe(60);
  });

  test('[DRL-8] given a server that stops in the middle, then the next one goes on where the log is', async () => {
    const id = await start('airway-event');
    play();
    await until(id, hasPlayed('first-dose'));
    await player?.stop();
    const before = (await score(id)).cues.filter(({ at }) => at !== null);
    // Two at once: each step is recorded once all the same.
    play();
    const second = new DrillPlayer({ ...api.services, database: api.db.database });
    second.start(SPEED);
    const { cues, drill } = await until(id, isOver);
    await second.stop();
    expect(cues.slice(0, before.length)).toEqual(before);
    expect(drill.disposition).toBe('completed');
    const log = await physician.get<{ lastSeq: number }>(`/api/sessions/${id}/entries?after=0`);
    expect(log.body.lastSeq).toBe(drills['airway-event'].cues.length + 3);
  });

  test('[DRL-11] a physician or a lead starts one and stops it; the same call again is the same drill', async () => {
    const body = asked('pressure-rise');
    expect((await therapist.post('/api/drills', body)).status).toBe(403);
    expect((await physician.post('/api/drills', body)).status).toBe(201);
    expect((await physician.post('/api/drills', body)).status).toBe(200);
    expect(await lead.post('/api/drills', { ...body, pace: 2 })).toMatchObject({
      status: 409,
      body: { code: 'entry-id-reused', field: 'id' },
    });
    expect(await lead.post('/api/drills', asked('dose-slip'))).toMatchObject({
      status: 409,
      body: { code: 'drill-running' },
    });
    // Refused before anything was planned.
    const left = { origin: ['training'], status: ['planned', 'cancelled'] };
    expect((await physician.post('/api/sessions/search', left)).body).toMatchObject({ items: [] });
    expect((await therapist.post(`/api/drills/${body.id}/stop`, {})).status).toBe(403);
    const stopped = await lead.post<DrillReply>(`/api/drills/${body.id}/stop`, {});
    expect(stopped).toMatchObject({ status: 200, body: { status: 'ended', disposition: 'stopped-early' } });
    expect((await lead.post(`/api/drills/${body.id}/stop`, {})).status).toBe(200);
    await start('dose-slip');
  });

  test('[DRL-11] given two that begin at the same moment, then one runs and nothing is left of the other', async () => {
    const replies = await Promise.all(
      [lead, physician].map((by) => by.post<{ code?: string }>('/api/drills', asked('airway-event'))),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('drill-running');
    const planned = { origin: ['training'], status: ['planned'] };
    expect((await physician.post('/api/sessions/search', planned)).body).toMatchObject({ items: [] });
  });

  test('[DRL-11] what is wrong is named: no people, nobody of this clinic, another pace, no drill under this id', async () => {
    const field = async (body: object) =>
      (await lead.post<{ field?: string }>('/api/drills', body)).body.field;
    expect(await field(asked('dose-slip', { people: [] }))).toBe('people');
    expect(await field(asked('dose-slip', { pace: 3 }))).toBe('pace');
    const nobody = [{ personId: randomUUID(), role: 'nurse' }];
    expect(await field(asked('dose-slip', { people: nobody }))).toBe('people[0].personId');
    expect(await field(asked('dose-slip', { protocolId: cedar.protocolId }))).toBe('protocolId');
    expect((await lead.get(`/api/drills/${randomUUID()}`)).status).toBe(404);
    expect((await lead.post(`/api/drills/${randomUUID()}/stop`, {})).status).toBe(404);
  });

  test('[DRL-11] another clinic sees nothing of it, and drills for itself', async () => {
    const id = await start('pressure-rise');
    const theirs = await api.as('lead', cedar);
    expect((await theirs.get<{ items: unknown[] }>('/api/drills')).body.items).toEqual([]);
    expect((await theirs.get(`/api/drills/${id}`)).status).toBe(404);
    expect((await theirs.post(`/api/drills/${id}/stop`, {})).status).toBe(404);
    expect((await score(id)).drill.status).toBe('in-progress');
  });
});

describe('the figures without the drills', () => {
  test('[DRL-12] given a drill that ended, then nothing waits to be signed, no vial lost anything, and lists and exports say training', async () => {
    const vial = { id: randomUUID(), drug: 'ketamine', concentrationMgPerMl: 50, amountMg: 500 };
    await physician.post('/api/vials', { ...vial, lot: 'K2231', expiresOn: '2099-01-31' });
    const id = await start('dose-slip');
    await record(
      id,
      entry('dose', { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 20, vialId: vial.id }),
    );
    await endSession(physician, id);
    const { items } = (
      await physician.get<{ items: { id: string; givenMg: number; uses: unknown[] }[] }>('/api/vials')
    ).body;
    expect(items.find((one) => one.id === vial.id)).toMatchObject({ givenMg: 0, uses: [] });
    const search = async (body: object) =>
      (await physician.post<{ items: { id: string; origin: string }[] }>('/api/sessions/search', body)).body
        .items;
    const records = ['live', 'transcribed', 'demo'];
    expect((await search({ status: ['ended'], origin: records })).map((one) => one.id)).not.toContain(id);
    expect((await search({ status: ['ended'] })).find((one) => one.id === id)).toMatchObject({
      origin: 'training',
    });
    expect((await search({ origin: ['training'] })).map(({ origin }) => origin)).not.toContain('live');
    const fhir = await physician.get<never>(`/api/sessions/${id}/export?format=fhir`);
    expect(JSON.stringify(fhir.body)).toMatch(/HTEST/);
  });

  test('[DRL-12] given a drill with a dose, a high pressure and an event, then Insights and the facts of past sessions say what they said before it', async () => {
    const said = async () => {
      const [insights, facts] = await Promise.all([
        lead.post<{ sessions: number }>('/api/insights', {}),
        lead.post<{ sessions: number }>('/api/past-sessions/facts', {}),
      ]);
      expect([insights.status, facts.status]).toEqual([200, 200]);
      return { insights: insights.body, facts: facts.body };
    };
    const happens = async (id: string) => {
      const dose = { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 };
      for (const one of [
        entry('vital-signs', { systolic: 120, diastolic: 78, heartRate: 70, spo2: 98 }),
        entry('dose', dose),
        entry('vital-signs', { systolic: 191, diastolic: 104, heartRate: 96, spo2: 97 }),
        entry('adverse-event', { term: 'nausea', grade: 2 }),
      ])
        await record(id, one);
      await endSession(physician, id);
    };
    const before = await said();
    await happens(await start('dose-slip'));
    expect(await said()).toEqual(before);

    // The same in a session that is none counts in both.
    const real = await sessionOf(physician, [{ personId: physician.personId, role: 'physician' }], {
      weightKg: 60,
    });
    await physician.post(`/api/sessions/${real}/start`, { id: randomUUID() });
    await happens(real);
    const after = await said();
    expect(after.insights.sessions).toBe(before.insights.sessions + 1);
    expect(after.facts.sessions).toBe(before.facts.sessions + 1);
  });

  test('[DRL-12] a drill is planned by its own call alone', async () => {
    const plan = {
      id: randomUUID(),
      patientId: harbor.patientIds[0],
      protocolId: harbor.protocolId,
      plannedAt: new Date().toISOString(),
      drill: { key: 'dose-slip', pace: 1 },
    };
    expect(await physician.post('/api/sessions', plan)).toMatchObject({
      status: 400,
      body: { field: 'drill' },
    });
  });
});
