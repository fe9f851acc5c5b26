import { randomUUID } from 'node:crypto';
import type { InsightsReply } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Caller,
  dose,
  type EntryBody,
  endSession,
  entry,
  startApi,
  type TestApi,
  vitals,
} from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';
import { sessionOf } from '../support/team-only.ts';

let api: TestApi;
let physician: Caller;
let lead: Caller;
const sessions: string[] = [];

beforeAll(async () => {
  api = await startApi();
  [physician, lead] = await Promise.all([api.as('physician'), api.as('lead')]);
  for (let at = 0; at < 6; at += 1) sessions.push(await past(at));
  await scores();
}, 60_000);
afterAll(() => api.close());

/** As if it had happened some minutes ago. */
const earlier = (minutes: number, one: EntryBody): EntryBody => ({
  ...one,
  happenedAt: new Date(Date.now() - minutes * 60_000).toISOString(),
});

/** A pressure before, a dose, a pressure after it; of some an event, a second dose taken back, a corrected pressure. */
async function past(at: number): Promise<string> {
  const team = [{ personId: physician.personId, role: 'physician' }];
  const id = await sessionOf(physician, team, { weightKg: 50 + at * 10 });
  await physician.post(`/api/sessions/${id}/start`, { id: randomUUID() });
  const [after, twice] = [vitals(130 + at * 7, 84), dose(20)];
  const entries = [
    earlier(6, vitals(120 + at, 78)),
    earlier(4 - at / 2, dose(40)),
    after,
    ...(at % 2 === 0 ? [entry('adverse-event', { term: 'nausea', grade: at / 2 + 1 })] : []),
    ...(at === 3 ? [twice] : []),
  ];
  const reply = await physician.post(`/api/sessions/${id}/entries`, { entries });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  const corrections = [
    ...(at === 3 ? [entry('retraction', { entryId: twice.id, reason: 'Twice.', anyGiven: false })] : []),
    ...(at === 5
      ? [
          entry('amendment', {
            entryId: after.id,
            data: { ...(after.data as object), systolic: 188 },
            reason: 'Mistyped.',
          }),
        ]
      : []),
  ];
  for (const one of corrections)
    expect((await physician.post(`/api/sessions/${id}/entries`, { entries: [one] })).status).toBe(201);
  await endSession(physician, id);
  return id;
}

/** PHQ-9 and the shame check-in twice in each of six series. */
async function scores(): Promise<void> {
  for (let at = 0; at < 6; at += 1) {
    const opened = await physician.post<{ id: string }>(`/api/patients/${harbor.patientIds[0]}/courses`, {
      id: randomUUID(),
      ...(at === 0 ? {} : { seriesId: randomUUID() }),
    });
    const moods = [2, at % 2].map((value) => {
      const answers = Array.from({ length: 9 }, (_, item) => ({
        item: `q${item + 1}`,
        value: item === 8 ? 0 : value,
      }));
      return { instrument: 'phq-9', answers };
    });
    const shames = [8, 7 - at].map((value) => ({
      instrument: 'shame-check-in',
      answers: [
        { item: 'hiding', value },
        { item: 'best', value: 10 - value },
      ],
    }));
    for (const { instrument, answers } of [...moods, ...shames]) {
      const data = { instrument, version: 1, filledBy: 'staff', answers };
      const made = { id: randomUUID(), kind: 'measure', happenedAt: new Date().toISOString(), data };
      const reply = await physician.post(`/api/courses/${opened.body.id}/entries`, { entries: [made] });
      expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    }
  }
}

const read = async (by = lead, body: object = {}) => {
  const reply = await by.post<InsightsReply>('/api/insights', body);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
};

/** The same numbers from the entries alone, reckoned by the database: nothing of the fold or its rows is asked. */
async function secondReckoning() {
  const sql = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
  const [row] = await sql`
    with raw as (
      select e.stream_id, e.id, e.kind, e.seq, e.happened_at, e.recorded_at, p.data
      from tandem.entries e join tandem.entry_payloads p on p.clinic_id = e.clinic_id and p.entry_id = e.id
      where e.clinic_id = ${harbor.id}
    ), standing as (
      select r.*, coalesce((
          select a.data -> 'data' from raw a where a.kind = 'amendment' and a.data ->> 'entryId' = r.id::text
          order by a.seq desc limit 1), r.data) as now,
        x.recorded_at as taken_at
      from raw r left join raw x on x.kind = 'retraction' and x.data ->> 'entryId' = r.id::text
    ), doses as (select * from standing where kind = 'dose'),
    first_dose as (select stream_id, min(happened_at) at, max(happened_at) last_at from doses where taken_at is null group by 1),
    pressures as (
      select s.stream_id, s.happened_at, (s.now ->> 'systolic')::float8 systolic, d.at
      from standing s join first_dose d using (stream_id) where s.kind = 'vital-signs' and s.taken_at is null
    ), rises as (
      select stream_id,
        (max(systolic) filter (where happened_at >= at) - avg(systolic) filter (where happened_at < at))
          / avg(systolic) filter (where happened_at < at) * 100 rise
      from pressures group by 1
    ), ends as (
      select extract(epoch from r.happened_at - d.last_at) * 1000 ms
      from raw r join first_dose d using (stream_id) where r.kind = 'ended'
    ), answers as (
      select stream_id, seq, data ->> 'instrument' instrument, a ->> 'item' item, (a ->> 'value')::int as value
      from raw, jsonb_array_elements(data -> 'answers') a where kind = 'measure'
    ), lines as (
      select stream_id, seq, instrument, 'total' line, sum(value) as value from answers
      where instrument = 'phq-9' group by 1, 2, 3
      union all select stream_id, seq, instrument, item, value from answers where instrument = 'shame-check-in'
    ), changes as (
      select instrument, line, (array_agg(value order by seq desc))[1] - (array_agg(value order by seq))[1] change
      from lines group by 1, 2, stream_id
    )
    select
      (select percentile_cont(0.5) within group (order by rise) from rises) rise,
      (select percentile_cont(0.5) within group (order by ms) from ends) "goHome",
      (select count(*)::float8 from doses where taken_at - recorded_at <= interval '10 minutes')
        / (select count(*) from doses) * 100 "takenBack",
      (select json_agg(json_build_object('instrument', instrument, 'line', line, 'n', n, 'value', change)
        order by instrument, line) from (
          select instrument, line, count(*)::int n, percentile_cont(0.5) within group (order by change) change
          from changes group by 1, 2) by_line) changes,
      array(select (select count(*)::int from standing where kind = 'adverse-event' and taken_at is null
        and (now ->> 'grade')::int = grade) from generate_series(1, 5) grade order by grade) events`;
  await sql.end();
  return row as { rise: number; goHome: number; takenBack: number; changes: object[]; events: number[] };
}

test('[ISG-2] numbers equal a second reckoning over the entries, and name their sessions', async () => {
  const [found, second] = [await read(), await secondReckoning()];
  expect(found.sessions).toBe(6);
  expect(found.rise.value).toBeCloseTo(second.rise, 6);
  expect(found.rise.points).toHaveLength(6);
  expect(found.goHome.value).toBeCloseTo(Number(second.goHome), 0);
  expect(found.takenBack.value).toBeCloseTo(second.takenBack, 6);
  expect(found.takenBack.ids).toEqual([sessions[3]]);
  expect(found.events.map(({ value }) => value)).toEqual(second.events);
  expect(found.changes).toMatchObject(second.changes);
  expect(found.changes.map(({ line }) => line)).toEqual(['total', 'best', 'hiding']);
  expect(new Set(found.gaps.unsigned.ids)).toEqual(new Set(sessions));
  const names = new Map(found.named.map(({ id, givenName }) => [id, givenName]));
  for (const id of sessions) expect(names.get(id)).toBe('Maya');
});

test('[ISG-1] of what is narrowed to too few no number is said; another clinic has nothing, and others may not', async () => {
  const few = await read(lead, { gradeFrom: 2 });
  expect(few).toMatchObject({
    sessions: 2,
    rise: { n: 2, value: null, points: [] },
    notices: { value: null },
  });
  expect((await read(await api.as('lead', cedar))).sessions).toBe(0);
  expect((await physician.post('/api/insights', {})).status).toBe(403);
});
