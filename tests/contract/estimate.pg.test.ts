import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, dose, planSession, startApi, type TestApi } from '../support/api.ts';
import { cedar } from '../support/fixtures.ts';

const MINUTE = 60_000;

interface Point {
  readonly at: string;
  readonly ngPerMl: number;
  readonly low: number;
  readonly high: number;
}
interface StateBody {
  readonly estimate: { model: string; points: Point[] } | null;
  readonly estimateAbsentReason: string | null;
}

let api: TestApi;
let physician: Caller;
let admin: Caller;
beforeAll(async () => {
  api = await startApi();
  physician = await api.as('physician');
  admin = await api.as('admin');
});
afterAll(() => api.close());

const turn = (estimate: boolean) => admin.call('PATCH', '/api/clinic', { estimate });
const stateOf = async (id: string) => (await physician.get<StateBody>(`/api/sessions/${id}/state`)).body;
const choiceOf = async (caller: Caller) =>
  (await caller.get<{ clinic: { estimate: boolean } }>('/api/me')).body.clinic.estimate;

describe('the estimated concentration', () => {
  test('[EST-8] is off until an admin turns it on, for their own clinic alone; each turn leaves one audit row', async () => {
    expect(await choiceOf(physician)).toBe(false);
    expect((await physician.call('PATCH', '/api/clinic', { estimate: true })).status).toBe(403);
    expect((await admin.call('PATCH', '/api/clinic', { estimate: true, demo: true })).status).toBe(400);
    expect(await turn(true)).toMatchObject({ status: 200, body: { estimate: true } });
    expect(await choiceOf(physician)).toBe(true);
    expect(await choiceOf(await api.as('admin', cedar))).toBe(false);
    await turn(true);
    await turn(false);
    expect(await choiceOf(physician)).toBe(false);

    const sql = postgres(api.db.adminUrl, { max: 1 });
    const rows = await sql`
      select action from tandem.audit
      where actor_id = ${admin.personId} and action like 'clinic.%' order by at, action`;
    await sql.end();
    expect(rows.map(({ action }) => action)).toEqual(['clinic.estimate-on', 'clinic.estimate-off']);
  });

  test('[EST-7] stands in the state of a session as a band every two minutes from the first dose, or says why not', async () => {
    const id = await planSession(physician);
    expect(await stateOf(id)).toMatchObject({ estimate: null, estimateAbsentReason: 'off' });
    await turn(true);
    expect(await stateOf(id)).toMatchObject({ estimate: null, estimateAbsentReason: 'no-dose' });

    const firstMs = Date.now() - 9 * MINUTE;
    const first = { ...dose(40), happenedAt: new Date(firstMs).toISOString() };
    await physician.post(`/api/sessions/${id}/entries`, { entries: [first] });
    const { estimate, estimateAbsentReason } = await stateOf(id);
    expect(estimateAbsentReason).toBeNull();
    expect(estimate?.model).toBe('clements250');
    const points = estimate?.points ?? [];
    expect(points.map(({ at }) => (Date.parse(at) - firstMs) / MINUTE)).toEqual([0, 2, 4, 6, 8]);
    for (const { ngPerMl, low, high } of points) expect([low, high]).toEqual([ngPerMl / 2, ngPerMl * 2]);
    expect(points[0]?.ngPerMl).toBe(0);
    expect(points.at(-1)?.ngPerMl).toBeGreaterThan(50);

    const reason = { entryId: first.id, anyGiven: false, reason: 'Not given.' };
    const retraction = { ...dose(1), kind: 'retraction', data: reason };
    await physician.post(`/api/sessions/${id}/entries`, { entries: [retraction] });
    expect(await stateOf(id)).toMatchObject({ estimate: null, estimateAbsentReason: 'no-dose' });
    await turn(false);
  });
});
