import { randomUUID } from 'node:crypto';
import { refreshFigures } from '@tandem/api/log/refresh-figures.ts';
import type { PastFacts, PastReply, PastSession } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Caller,
  dose,
  type EntryBody,
  endSession,
  entry,
  note,
  startApi,
  type TestApi,
  vitals,
} from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';
import { sessionOf, setTeamOnly } from '../support/team-only.ts';

let api: TestApi;
let physician: Caller;
let therapist: Caller;
let nurse: Caller;
let lead: Caller;
/** Quiet, signed; with a rise, a correction and a removed text, ended; cancelled. */
let calm: string;
let rise: string;
let cancelled: string;
let removedId: string;

beforeAll(async () => {
  api = await startApi();
  [physician, therapist, nurse, lead] = await Promise.all([
    api.as('physician'),
    api.as('therapist'),
    api.as('nurse'),
    api.as('lead'),
  ]);
  calm = await past([
    before(120, 78),
    earlier(4, dose(30)),
    vitals(138, 84),
    note('She speaks of the lighthouse.'),
  ]);
  await sign(calm);
  rise = await withRise();
  cancelled = await sessionOf(physician, [{ personId: nurse.personId, role: 'nurse' }]);
  await physician.post(`/api/sessions/${cancelled}/cancel`, { id: randomUUID(), reason: 'Ill.' });
});
afterAll(() => api.close());

/** As if it had happened some minutes ago. */
const earlier = (minutes: number, one: EntryBody): EntryBody => ({
  ...one,
  happenedAt: new Date(Date.now() - minutes * 60_000).toISOString(),
});
/** Taken before the medicine: what later pressures are compared with. */
const before = (systolic: number, diastolic: number) => earlier(5, vitals(systolic, diastolic));

async function past(entries: readonly EntryBody[]): Promise<string> {
  const team = [
    { personId: physician.personId, role: 'physician' },
    { personId: therapist.personId, role: 'therapist' },
  ];
  const id = await sessionOf(physician, team, { weightKg: 60 });
  expect((await physician.post(`/api/sessions/${id}/start`, { id: randomUUID() })).status).toBe(201);
  await add(id, ...entries);
  await endSession(physician, id);
  return id;
}

const add = async (id: string, ...entries: readonly EntryBody[]) => {
  const reply = await physician.post(`/api/sessions/${id}/entries`, { entries });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
};

async function sign(id: string): Promise<void> {
  for (const by of [physician, therapist]) {
    const missing = await by.post<{ status?: string }>(`/api/sessions/${id}/sign`, {
      id: randomUUID(),
      meaning: 'Reviewed.',
    });
    expect(missing.status, JSON.stringify(missing.body)).toBe(201);
  }
}

async function withRise(): Promise<string> {
  const [pressure, twice, named, removed] = [
    vitals(195, 112),
    dose(25),
    note('Ellen is in the room.'),
    note('A gooseberry of somebody else.'),
  ];
  removedId = removed.id;
  const event = entry('adverse-event', { term: 'nausea', grade: 2 });
  const id = await past([before(120, 78), earlier(4, dose(40)), pressure, twice, event, named, removed]);
  await add(id, entry('retraction', { entryId: twice.id, reason: 'Twice.', anyGiven: false }));
  const corrected = { systolic: 182, diastolic: 104, heartRate: 88, spo2: 97 };
  await add(id, entry('amendment', { entryId: pressure.id, data: corrected, reason: 'Mistyped.' }));
  const text = { text: 'Her sister is in the room.', category: 'noticed' };
  await add(id, entry('amendment', { entryId: named.id, data: text, reason: 'No names.' }));
  const asked = await physician.post<{ id: string }>(`/api/sessions/${id}/redactions`, {
    id: randomUUID(),
    entryId: removed.id,
    reason: 'Another client.',
  });
  expect((await lead.post(`/api/redactions/${asked.body.id}/decide`, { agree: true })).status).toBe(200);
  return id;
}

const search = async (by: Caller, body: object = {}): Promise<PastReply> => {
  const reply = await by.post<PastReply>('/api/past-sessions/search', body);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
};
const found = async (by: Caller, body: object = {}) =>
  (await search(by, body)).items.map(({ id }) => id).filter((id) => [calm, rise, cancelled].includes(id));
const one = async (id: string): Promise<PastSession> =>
  (await search(lead)).items.find((item) => item.id === id) as PastSession;

describe('[PST-4] figures', () => {
  test('stand with the session once it is over, and not before', async () => {
    const { figures } = await one(calm);
    expect(figures).toMatchObject({
      baseline: { systolic: 120, diastolic: 78 },
      peak: { systolic: 138, diastolic: 84 },
      doseMicrograms: 30_000,
      microgramsPerKg: 500,
      toSign: [],
      lockedAt: expect.stringMatching(/Z$/),
    });
    const running = await sessionOf(physician, [{ personId: physician.personId, role: 'physician' }]);
    const own = await search(physician, { status: ['planned', 'in-progress'] });
    expect(own.items.find(({ id }) => id === running)).toMatchObject({ figures: null });
    expect((await one(cancelled)).figures).toMatchObject({ doses: 0, peak: null, toSign: [] });
  });

  test('equal a second computation from raw entries, after amendment, retraction and redaction', async () => {
    const { figures } = await one(rise);
    expect(figures).toMatchObject(await byHand(rise));
  });
});

test('[PST-5] made anew they are the same rows; missing, outdated and late ones are made, others are left alone', async () => {
  const rows = () =>
    asOwner((sql) => sql`select x::text t from tandem.session_figures x order by session_id`);
  const words = () => asOwner((sql) => sql`select x::text t from tandem.session_words x order by entry_id`);
  const before = [await rows(), await words()];
  expect(before[0]?.length).toBeGreaterThan(2);
  const said: string[] = [];
  const refresh = () => refreshFigures(api.db.database, (line) => said.push(line));
  expect(await refresh()).toBe(0);
  await asOwner((sql) => sql`delete from tandem.session_figures where session_id = ${rise}`);
  await asOwner((sql) => sql`update tandem.session_figures set version = 0 where session_id = ${calm}`);
  await asOwner((sql) => sql`delete from tandem.session_words`);
  await asOwner((sql) => sql`update tandem.session_figures set last_seq = 1 where session_id = ${cancelled}`);
  expect(await refresh()).toBe(3);
  expect(said).toEqual(['Figures of past sessions: 3 made anew.']);
  expect([await rows(), await words()]).toEqual(before);
});

describe('[PST-6] words in notes', () => {
  test('are found as they stand now, also by their beginning', async () => {
    expect(await found(physician, { text: 'lighthouse' })).toEqual([calm]);
    expect(await found(physician, { text: 'LIGHTH speaks' })).toEqual([calm]);
    expect(await found(physician, { text: 'sister' })).toEqual([rise]);
    for (const gone of ['Ellen', 'gooseberry', 'lighthouse sister'])
      expect(await found(physician, { text: gone }), gone).toEqual([]);
    expect(await found(physician, { text: 'harbor-rivera maya' })).toEqual(
      expect.arrayContaining([calm, rise]),
    );
  });

  test('by nobody who may not read them: a lead in signed sessions alone', async () => {
    expect(await found(lead, { text: 'lighthouse' })).toEqual([calm]);
    expect(await found(lead, { text: 'sister' })).toEqual([]);
    for (const role of ['lead', 'physician'] as const)
      expect((await search(await api.as(role, cedar), { text: 'lighthouse' })).items).toEqual([]);
  });

  test('what was removed is in no row', async () => {
    const rows = await asOwner((sql) => sql`select x::text t from tandem.session_words x`);
    expect(JSON.stringify(rows)).not.toMatch(/gooseberri?y|ellen/i);
    expect(JSON.stringify(rows)).toContain('lighthouse');
    expect(removedId).toMatch(/-/);
  });
});

describe('finding', () => {
  test('[PST-1] by what happened, by whom, where and when', async () => {
    const all = (await search(lead)).items;
    const raising = {
      high: (item: PastSession) => (item.figures?.notices.high.raised ?? 0) > 0,
      medium: (item: PastSession) => (item.figures?.notices.medium.raised ?? 0) > 0,
      open: (item: PastSession) => (item.figures?.notices.open ?? 0) > 0,
    };
    for (const [notices, is] of Object.entries(raising)) {
      const ids = (await search(lead, { notices })).items.map(({ id }) => id);
      expect(ids, notices).toEqual(all.filter(is).map(({ id }) => id));
      if (notices !== 'medium') expect(ids, notices).toContain(rise);
    }
    expect(await found(lead, { gradeFrom: 2 })).toEqual([rise]);
    expect(await found(lead, { gradeFrom: 3 })).toEqual([]);
    expect(await found(lead, { status: ['ended'] })).toEqual([rise]);
    expect(await found(lead, { route: 'iv' })).toEqual([]);
    expect((await found(lead, { route: 'im' })).sort()).toEqual([calm, rise].sort());
    expect(await found(lead, { personId: nurse.personId })).toEqual([cancelled]);
    expect(await found(lead, { roomId: harbor.roomId, notices: 'none', status: ['cancelled'] })).toEqual([
      cancelled,
    ]);
    expect(await found(lead, { to: '2020-01-01' })).toEqual([]);
    const outside = await search(lead, { outsideLimit: true });
    expect(outside.items.every(({ figures }) => (figures?.dosesOutside ?? 0) > 0)).toBe(true);
    expect(outside.total).toBe(outside.items.length);
  });

  test('[PST-3] sorted by the server, what is not known last, in pages without a gap', async () => {
    const down = await search(lead, { sort: 'peak' });
    expect(down.items.map(({ figures }) => figures?.peak?.systolic ?? null)).toEqual(
      expect.arrayContaining([182, 138, null]),
    );
    for (const up of [false, true])
      for (const sort of ['date', 'client', 'dose', 'peak', 'notices']) {
        const whole = (await search(lead, { sort, up })).items.map(({ id }) => id);
        const paged: string[] = [];
        let cursor: string | null = null;
        do {
          const page: PastReply = await search(lead, {
            sort,
            up,
            limit: 1,
            ...(cursor === null ? {} : { cursor }),
          });
          paged.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor;
        } while (cursor !== null && paged.length < 20);
        expect(paged, `${sort} ${up}`).toEqual(whole);
      }
    const peaks = async (up: boolean) =>
      (await search(lead, { sort: 'peak', up })).items.map(({ figures }) => figures?.peak?.systolic ?? null);
    expect((await peaks(true)).at(-1)).toBeNull();
    expect((await peaks(false)).at(-1)).toBeNull();
    const { nextCursor } = await search(lead, { limit: 1 });
    expect(await lead.post('/api/past-sessions/search', { sort: 'peak', cursor: nextCursor })).toMatchObject({
      status: 400,
      body: { field: 'cursor' },
    });
  });

  test('[ISO-1] never another clinic, with the first fence removed as well', async () => {
    const open = await startApi({ db: api.db, withoutClinicFilter: true });
    const others = await open.as('lead', cedar);
    expect((await search(others)).items).toEqual([]);
    expect((await search(others, { text: 'lighthouse' })).items).toEqual([]);
    expect((await others.post<PastFacts>('/api/past-sessions/facts', {})).body.sessions).toBe(0);
    await open.close();
  });

  test('[TEA-2] "team only": others find nothing of it, by no filter and in no figure', async () => {
    await setTeamOnly(api, true);
    expect(await found(nurse)).toEqual([cancelled]);
    expect(await found(nurse, { notices: 'high' })).toEqual([]);
    expect(await found(nurse, { text: 'lighthouse' })).toEqual([]);
    expect(await found(therapist, { text: 'lighthouse' })).toEqual([calm]);
    await setTeamOnly(api, false);
  });

  test('a lead finds no session that runs; an admin none at all', async () => {
    expect((await search(lead, { status: ['in-progress'] })).items).toEqual([]);
    expect((await (await api.as('admin')).post('/api/past-sessions/search', {})).status).toBe(403);
  });
});

test('[PST-7] the facts are of what is filtered, without training sessions', async () => {
  const facts = async (body: object = {}) =>
    (await lead.post<PastFacts>('/api/past-sessions/facts', body)).body;
  const before = await facts();
  expect(before).toMatchObject({ peak: { measured: 2, over: 1, limit: 160 }, signed: { due: 1, toSign: 1 } });
  expect(await facts({ status: ['signed'] })).toMatchObject({ sessions: 1, peak: { measured: 1, over: 0 } });
  const id = await sessionOf(physician, [{ personId: physician.personId, role: 'physician' }], {
    origin: 'training',
  });
  await physician.post(`/api/sessions/${id}/cancel`, { id: randomUUID(), reason: 'Trained.' });
  expect((await facts()).sessions).toBe(before.sessions);
});

describe('[PST-9] what is kept of it', () => {
  test('a search of notes is in the audit without its words, once for all its pages', async () => {
    const kept = async () => {
      const { body } = await lead.post<{ items: { action: string; detail: object }[] }>('/api/audit/search', {
        groups: ['reading'],
        personId: therapist.personId,
      });
      return body.items.filter(({ action }) => action === 'notes.search');
    };
    const before = (await kept()).length;
    const first = await search(therapist, { text: 'room', limit: 1 });
    if (first.nextCursor !== null)
      await search(therapist, { text: 'room', limit: 1, cursor: first.nextCursor });
    await search(therapist, { status: ['signed'] });
    const rows = await kept();
    expect(rows).toHaveLength(before + 1);
    expect(rows[0]?.detail).toEqual({ characters: 4, found: first.total });
  });

  test('the file holds exactly what is filtered, says how many rows, and runs nothing', async () => {
    const event = entry('adverse-event', { term: '=cmd()', grade: 1 });
    await past([dose(20), event]);
    const { items, total } = await search(lead, { status: ['ended'], sort: 'dose' });
    const { port } = api.app.server.address() as { port: number };
    const reply = await fetch(`http://127.0.0.1:${port}/api/past-sessions/export`, {
      method: 'POST',
      headers: { cookie: lead.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ status: ['ended'], sort: 'dose' }),
    });
    const text = await reply.text();
    const lines = text.trim().split('\r\n');
    expect([reply.status, reply.headers.get('tandem-rows')]).toEqual([200, String(total)]);
    expect(lines.slice(1).map((line) => line.split(',').at(-1))).toEqual(items.map(({ id }) => id));
    expect(text).toContain("'=cmd()");
    expect(text).not.toMatch(/[,\n]"?=cmd/);
    const { body } = await lead.post<{ items: { action: string; detail: object }[] }>('/api/audit/search', {
      groups: ['record'],
    });
    expect(body.items.find(({ action }) => action === 'sessions.export')?.detail).toMatchObject({
      filter: ['status', 'sort'],
      rows: total,
    });
    expect((await nurse.post('/api/past-sessions/export', {})).status).toBe(403);
  });
});

test('scores of a course stand beside its sessions: the first one, and the last one up to their day', async () => {
  const course = await therapist.post<{ id: string }>(`/api/patients/${harbor.patientIds[0]}/courses`, {
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
  const reply = await therapist.post(`/api/courses/${course.body.id}/entries`, {
    entries: [measure(2, 20), wrong, measure(1, 0)],
  });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  expect((await one(calm)).phq9).toEqual({ first: 16, latest: 8, count: 3 });
  const withdrawal = { id: randomUUID(), kind: 'withdrawal', happenedAt: new Date().toISOString() };
  await therapist.post(`/api/courses/${course.body.id}/entries`, {
    entries: [{ ...withdrawal, data: { entryId: wrong.id, reason: 'Another client.' } }],
  });
  expect((await one(calm)).phq9).toEqual({ first: 16, latest: 8, count: 2 });
  const [before] = await asOwner((sql) => sql`select count(*)::int n from tandem.course_scores`);
  await asOwner((sql) => sql`delete from tandem.course_scores`);
  await asOwner((sql) => sql`update tandem.courses set scores_version = 0`);
  await refreshFigures(api.db.database, () => {});
  expect(await asOwner((sql) => sql`select count(*)::int n from tandem.course_scores`)).toEqual([before]);
});

/** The same figures once more, in SQL over raw entries and by no code that makes them. */
async function byHand(sessionId: string): Promise<object> {
  const [row] = await asOwner(
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

async function asOwner<Row extends object>(
  work: (sql: postgres.Sql) => PromiseLike<readonly Row[]>,
): Promise<Row[]> {
  const sql = postgres(api.db.adminUrl, { max: 1, onnotice: () => {} });
  try {
    return [...(await work(sql))];
  } finally {
    await sql.end();
  }
}
