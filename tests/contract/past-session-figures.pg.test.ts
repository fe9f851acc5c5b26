import { randomUUID } from 'node:crypto';
import { refreshFigures } from '@tandem/api/log/refresh-figures.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harbor } from '../support/fixtures.ts';
import { PastSessions } from '../support/past-sessions.ts';
import { sessionOf } from '../support/team-only.ts';

let made: PastSessions;
beforeAll(async () => {
  made = await PastSessions.open();
});
afterAll(() => made.api.close());

describe('[PST-4] figures', () => {
  test('stand with the session once it is over, and not before', async () => {
    const { figures } = await made.one(made.calm);
    expect(figures).toMatchObject({
      baseline: { systolic: 120, diastolic: 78 },
      peak: { systolic: 138, diastolic: 84 },
      doseMicrograms: 30_000,
      microgramsPerKg: 500,
      toSign: [],
      lockedAt: expect.stringMatching(/Z$/),
    });
    const running = await sessionOf(made.physician, [
      { personId: made.physician.personId, role: 'physician' },
    ]);
    const own = await made.search(made.physician, { status: ['planned', 'in-progress'] });
    expect(own.items.find(({ id }) => id === running)).toMatchObject({ figures: null });
    expect((await made.one(made.cancelled)).figures).toMatchObject({ doses: 0, peak: null, toSign: [] });
  });

  test('equal a second computation from raw entries, after amendment, retraction and redaction', async () => {
    const { figures } = await made.one(made.rise);
    expect(figures).toMatchObject(await byHand(made.rise));
  });
});

test('[PST-5] made anew they are the same rows; missing, outdated and late ones are made, others are left alone', async () => {
  const rows = () =>
    made.asOwner((sql) => sql`select x::text t from tandem.session_figures x order by session_id`);
  const words = () =>
    made.asOwner((sql) => sql`select x::text t from tandem.session_words x order by entry_id`);
  const before = [await rows(), await words()];
  expect(before[0]?.length).toBeGreaterThan(2);
  const said: string[] = [];
  const refresh = () => refreshFigures(made.api.db.database, (line) => said.push(line));
  expect(await refresh()).toBe(0);
  await made.asOwner((sql) => sql`delete from tandem.session_figures where session_id = ${made.rise}`);
  await made.asOwner(
    (sql) => sql`update tandem.session_figures set version = 0 where session_id = ${made.calm}`,
  );
  await made.asOwner((sql) => sql`delete from tandem.session_words`);
  await made.asOwner(
    (sql) => sql`update tandem.session_figures set last_seq = 1 where session_id = ${made.cancelled}`,
  );
  expect(await refresh()).toBe(3);
  expect(said).toEqual(['Figures of past sessions: 3 made anew.']);
  expect([await rows(), await words()]).toEqual(before);
});

test('scores of a course stand beside its sessions: the first one, and the last one up to their day', async () => {
  const course = await made.therapist.post<{ id: string }>(`/api/patients/${harbor.patientIds[0]}/courses`, {
    id: randomUUID(),
  });
  const measure = (value: number, daysAgo: number, id = randomUUID()) => ({
    id,
    kind: 'measure',
    happenedAt: new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
    data: {
      instrument: 'phq-9',
      version: 1,
      filledBy: 'client',
      answers: Array.from({ length: 9 }, (_, at) => ({ item: `q${at + 1}`, value: at === 8 ? 0 : value })),
    },
  });
  const wrong = measure(3, 1);
  const reply = await made.therapist.post(`/api/courses/${course.body.id}/entries`, {
    entries: [measure(2, 20), wrong, measure(1, 0)],
  });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  expect((await made.one(made.calm)).phq9).toEqual({ first: 16, latest: 8, count: 3 });
  const withdrawal = { id: randomUUID(), kind: 'withdrawal', happenedAt: new Date().toISOString() };
  await made.therapist.post(`/api/courses/${course.body.id}/entries`, {
    entries: [{ ...withdrawal, data: { entryId: wrong.id, reason: 'Another client.' } }],
  });
  expect((await made.one(made.calm)).phq9).toEqual({ first: 16, latest: 8, count: 2 });
  const [before] = await made.asOwner((sql) => sql`select count(*)::int n from tandem.course_scores`);
  await made.asOwner((sql) => sql`delete from tandem.course_scores`);
  await made.asOwner((sql) => sql`update tandem.courses set scores_version = 0`);
  await refreshFigures(made.api.db.database, () => {});
  expect(await made.asOwner((sql) => sql`select count(*)::int n from tandem.course_scores`)).toEqual([
    before,
  ]);
});

/** The same figures once more, in SQL over raw entries and by no code that makes them. */
async function byHand(sessionId: string): Promise<object> {
  const [row] = await made.asOwner(
    (sql) => sql`
      with raw as (
        select e.id, e.seq, e.kind, e.happened_at, coalesce((
            select a.data -> 'data' from tandem.entry_payloads a
            join tandem.entries ae on ae.clinic_id = a.clinic_id and ae.id = a.entry_id
            where ae.stream_id = e.stream_id and ae.kind = 'amendment' and a.data ->> 'entryId' = e.id::text
            order by ae.seq desc limit 1), p.data) as data,
          exists (
            select from tandem.entry_payloads r join tandem.entries re on re.clinic_id = r.clinic_id and re.id = r.entry_id
            where re.stream_id = e.stream_id and re.kind = 'retraction' and r.data ->> 'entryId' = e.id::text
          ) as wrong
        from tandem.entries e left join tandem.entry_payloads p on p.clinic_id = e.clinic_id and p.entry_id = e.id
        where e.stream_id = ${sessionId}
      ), first_dose as (select min(happened_at) at from raw where kind = 'dose' and not wrong)
      select
        (select max((data ->> 'systolic')::int) from raw, first_dose
          where kind = 'vital-signs' and not wrong and happened_at >= at) peak,
        (select sum((data ->> 'amountMg')::numeric * 1000)::int from raw where kind = 'dose' and not wrong) micrograms,
        (select count(*)::int from raw where kind = 'dose' and not wrong) doses,
        (select max((data ->> 'grade')::int) from raw where kind = 'adverse-event' and not wrong) grade,
        (select count(*)::int from raw where kind = 'amendment') amendments,
        (select count(*)::int from raw where wrong) retracted`,
  );
  const { peak, micrograms, doses, grade, amendments, retracted } = row as Record<string, number>;
  return {
    peak: { systolic: peak },
    doseMicrograms: micrograms,
    doses,
    events: { worstGrade: grade },
    amendments,
    retractions: { all: retracted },
  };
}
