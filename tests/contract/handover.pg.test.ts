import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, entry, planSession, startApi, type TestApi } from '../support/api.ts';

let api: TestApi;
let physician: Caller;
let nurse: Caller;
beforeAll(async () => {
  api = await startApi();
  [physician, nurse] = await Promise.all([api.as('physician'), api.as('nurse')]);
});
afterAll(() => api.close());

test('[HOV-3] given a handover, when its receiver accepts it, then the state holds it open until then and no longer', async () => {
  const id = await planSession(physician);
  const append = (who: Caller, one: ReturnType<typeof entry>) =>
    who.post<Record<string, unknown>>(`/api/sessions/${id}/entries`, { entries: [one] });
  const open = async () =>
    (await physician.get<{ openHandovers: { id: string }[] }>(`/api/sessions/${id}/state`)).body
      .openHandovers;
  const handover = entry('handover', {
    fromId: physician.personId,
    toId: nurse.personId,
    role: 'nurse',
    summary: { totalMg: 0, doses: 0, openNotices: [] },
  });
  expect(await open()).toEqual([]);
  expect((await append(physician, handover)).status).toBe(201);
  expect(await open()).toEqual([
    {
      id: handover.id,
      at: handover.happenedAt,
      fromId: physician.personId,
      toId: nurse.personId,
      role: 'nurse',
    },
  ]);
  const accept = () => entry('handover-accepted', { handoverId: handover.id });
  expect(await append(physician, accept())).toMatchObject({ status: 403, body: { code: 'not-yours' } });
  expect((await append(nurse, accept())).status).toBe(201);
  expect(await append(nurse, accept())).toMatchObject({ status: 409, body: { code: 'already-accepted' } });
  expect(await open()).toEqual([]);
});
