import { randomUUID } from 'node:crypto';
import type { PastFacts, PastReply, PastSession } from '@tandem/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dose, entry, startApi } from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';
import { PastSessions } from '../support/past-sessions.ts';
import { sessionOf, setTeamOnly } from '../support/team-only.ts';

let made: PastSessions;
beforeAll(async () => {
  made = await PastSessions.open();
});
afterAll(() => made.api.close());

describe('[PST-6] words in notes', () => {
  test('are found as they stand now, also by their beginning', async () => {
    expect(await made.found(made.physician, { text: 'lighthouse' })).toEqual([made.calm]);
    expect(await made.found(made.physician, { text: 'LIGHTH speaks' })).toEqual([made.calm]);
    expect(await made.found(made.physician, { text: 'sister' })).toEqual([made.rise]);
    for (const gone of ['Ellen', 'gooseberry', 'lighthouse sister'])
      expect(await made.found(made.physician, { text: gone }), gone).toEqual([]);
    expect(await made.found(made.physician, { text: 'harbor-rivera maya' })).toEqual(
      expect.arrayContaining([made.calm, made.rise]),
    );
  });

  test('by nobody who may not read them: a lead in signed sessions alone', async () => {
    expect(await made.found(made.lead, { text: 'lighthouse' })).toEqual([made.calm]);
    expect(await made.found(made.lead, { text: 'sister' })).toEqual([]);
    for (const role of ['lead', 'physician'] as const)
      expect((await made.search(await made.api.as(role, cedar), { text: 'lighthouse' })).items).toEqual([]);
  });

  test('what was removed is in no row', async () => {
    const rows = await made.asOwner((sql) => sql`select x::text t from tandem.session_words x`);
    expect(JSON.stringify(rows)).not.toMatch(/gooseberri?y|ellen/i);
    expect(JSON.stringify(rows)).toContain('lighthouse');
  });
});

describe('finding', () => {
  test('[PST-1] by what happened, by whom, where and when', async () => {
    const all = (await made.search(made.lead)).items;
    const raising = {
      high: (item: PastSession) => (item.figures?.notices.high.raised ?? 0) > 0,
      medium: (item: PastSession) => (item.figures?.notices.medium.raised ?? 0) > 0,
      open: (item: PastSession) => (item.figures?.notices.open ?? 0) > 0,
    };
    for (const [notices, is] of Object.entries(raising)) {
      const ids = (await made.search(made.lead, { notices })).items.map(({ id }) => id);
      expect(ids, notices).toEqual(all.filter(is).map(({ id }) => id));
      if (notices !== 'medium') expect(ids, notices).toContain(made.rise);
    }
    expect(await made.found(made.lead, { gradeFrom: 2 })).toEqual([made.rise]);
    expect(await made.found(made.lead, { gradeFrom: 3 })).toEqual([]);
    expect(await made.found(made.lead, { status: ['ended'] })).toEqual([made.rise]);
    expect(await made.found(made.lead, { route: 'iv' })).toEqual([]);
    expect((await made.found(made.lead, { route: 'im' })).sort()).toEqual([made.calm, made.rise].sort());
    expect(await made.found(made.lead, { personId: made.nurse.personId })).toEqual([made.cancelled]);
    expect(
      await made.found(made.lead, { roomId: harbor.roomId, notices: 'none', status: ['cancelled'] }),
    ).toEqual([made.cancelled]);
    expect(await made.found(made.lead, { to: '2020-01-01' })).toEqual([]);
    const outside = await made.search(made.lead, { outsideLimit: true });
    expect(outside.items.every(({ figures }) => (figures?.dosesOutside ?? 0) > 0)).toBe(true);
    expect(outside.total).toBe(outside.items.length);
  });

  test('[PST-3] sorted by the server, what is not known last, in pages without a gap', async () => {
    const down = await made.search(made.lead, { sort: 'peak' });
    expect(down.items.map(({ figures }) => figures?.peak?.systolic ?? null)).toEqual(
      expect.arrayContaining([182, 138, null]),
    );
    for (const up of [false, true])
      for (const sort of ['date', 'client', 'dose', 'peak', 'notices']) {
        const whole = (await made.search(made.lead, { sort, up })).items.map(({ id }) => id);
        const paged: string[] = [];
        let cursor: string | null = null;
        do {
          const page: PastReply = await made.search(made.lead, {
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
      (await made.search(made.lead, { sort: 'peak', up })).items.map(
        ({ figures }) => figures?.peak?.systolic ?? null,
      );
    expect((await peaks(true)).at(-1)).toBeNull();
    expect((await peaks(false)).at(-1)).toBeNull();
    const { nextCursor } = await made.search(made.lead, { limit: 1 });
    expect(
      await made.lead.post('/api/past-sessions/search', { sort: 'peak', cursor: nextCursor }),
    ).toMatchObject({
      status: 400,
      body: { field: 'cursor' },
    });
  });

  test('[ISO-1] never another clinic, with the first fence removed as well', async () => {
    const open = await startApi({ db: made.api.db, withoutClinicFilter: true });
    const others = await open.as('lead', cedar);
    expect((await made.search(others)).items).toEqual([]);
    expect((await made.search(others, { text: 'lighthouse' })).items).toEqual([]);
    expect((await others.post<PastFacts>('/api/past-sessions/facts', {})).body.sessions).toBe(0);
    await open.close();
  });

  test('[TEA-2] "team only": others find nothing of it, by no filter and in no figure', async () => {
    await setTeamOnly(made.api, true);
    expect(await made.found(made.nurse)).toEqual([made.cancelled]);
    expect(await made.found(made.nurse, { notices: 'high' })).toEqual([]);
    expect(await made.found(made.nurse, { text: 'lighthouse' })).toEqual([]);
    expect(await made.found(made.therapist, { text: 'lighthouse' })).toEqual([made.calm]);
    await setTeamOnly(made.api, false);
  });

  test('a lead finds no session that runs; an admin none at all', async () => {
    expect((await made.search(made.lead, { status: ['in-progress'] })).items).toEqual([]);
    expect((await (await made.api.as('admin')).post('/api/past-sessions/search', {})).status).toBe(403);
  });
});

test('[PST-7] the facts are of what is filtered, without training sessions', async () => {
  const facts = async (body: object = {}) =>
    (await made.lead.post<PastFacts>('/api/past-sessions/facts', body)).body;
  const before = await facts();
  expect(before).toMatchObject({ peak: { measured: 2, over: 1, limit: 160 }, signed: { due: 1, toSign: 1 } });
  expect(await facts({ status: ['signed'] })).toMatchObject({ sessions: 1, peak: { measured: 1, over: 0 } });
  const id = await sessionOf(made.physician, [{ personId: made.physician.personId, role: 'physician' }], {
    origin: 'training',
  });
  await made.physician.post(`/api/sessions/${id}/cancel`, { id: randomUUID(), reason: 'Trained.' });
  expect((await facts()).sessions).toBe(before.sessions);
});

describe('[PST-9] what is kept of it', () => {
  test('a search of notes is in the audit without its words, once for all its pages', async () => {
    const kept = async () => {
      const { body } = await made.lead.post<{ items: { action: string; detail: object }[] }>(
        '/api/audit/search',
        {
          groups: ['reading'],
          personId: made.therapist.personId,
        },
      );
      return body.items.filter(({ action }) => action === 'notes.search');
    };
    const before = (await kept()).length;
    const first = await made.search(made.therapist, { text: 'room', limit: 1 });
    if (first.nextCursor !== null)
      await made.search(made.therapist, { text: 'room', limit: 1, cursor: first.nextCursor });
    await made.search(made.therapist, { status: ['signed'] });
    const rows = await kept();
    expect(rows).toHaveLength(before + 1);
    expect(rows[0]?.detail).toEqual({ characters: 4, found: first.total });
  });

  test('the file holds exactly what is filtered, says how many rows, and runs nothing', async () => {
    const event = entry('adverse-event', { term: '=cmd()', grade: 1 });
    await made.past([dose(20), event]);
    const { items, total } = await made.search(made.lead, { status: ['ended'], sort: 'dose' });
    const { port } = made.api.app.server.address() as { port: number };
    const reply = await fetch(`http://127.0.0.1:${port}/api/past-sessions/export`, {
      method: 'POST',
      headers: { cookie: made.lead.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ status: ['ended'], sort: 'dose' }),
    });
    const text = await reply.text();
    const lines = text.trim().split('\r\n');
    expect([reply.status, reply.headers.get('tandem-rows')]).toEqual([200, String(total)]);
    expect(lines.slice(1).map((line) => line.split(',').at(-1))).toEqual(items.map(({ id }) => id));
    expect(text).toContain("'=cmd()");
    expect(text).not.toMatch(/[,\n]"?=cmd/);
    const { body } = await made.lead.post<{ items: { action: string; detail: object }[] }>(
      '/api/audit/search',
      {
        groups: ['record'],
      },
    );
    expect(body.items.find(({ action }) => action === 'sessions.export')?.detail).toMatchObject({
      filter: ['status', 'sort'],
      rows: total,
    });
    expect((await made.nurse.post('/api/past-sessions/export', {})).status).toBe(403);
  });
});
