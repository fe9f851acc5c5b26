import { randomUUID } from 'node:crypto';
import { type Vial, type VialCount, vialCountSchema, vialSchema, vialsReplySchema } from '@tandem/wire';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, endSession, entry, planSession, startApi, type TestApi } from '../support/api.ts';
import { cedar, harbor, PIN } from '../support/fixtures.ts';

let api: TestApi;
let physician: Caller;
let nurse: Caller;
let session: string;

beforeAll(async () => {
  api = await startApi();
  [physician, nurse] = await Promise.all([api.as('physician'), api.as('nurse')]);
  session = await planSession(physician);
});
afterAll(() => api.close());

const newVial = (more: object = {}) => ({
  id: randomUUID(),
  drug: 'ketamine',
  concentrationMgPerMl: 50,
  amountMg: 500,
  lot: 'K2231',
  expiresOn: '2099-01-31',
  ...more,
});

async function open(more: object = {}, by = nurse): Promise<string> {
  const body = newVial(more);
  expect((await by.post('/api/vials', body)).status).toBe(201);
  return body.id;
}

const send = (entries: readonly unknown[], by = physician, to = session) =>
  by.post<{ code?: string; field?: string }>(`/api/sessions/${to}/entries`, { entries });

async function record(kind: string, data: Record<string, unknown>, more: object = {}): Promise<string> {
  const one = entry(kind, data, more);
  const reply = await send([one]);
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return one.id;
}

const given = (amountMg: number, vialId?: string) => ({
  state: 'already-given',
  drug: 'ketamine',
  route: 'im',
  amountMg,
  ...(vialId === undefined ? {} : { vialId }),
});

async function register(day?: string, by = nurse): Promise<Vial[]> {
  const reply = await by.get(`/api/vials${day === undefined ? '' : `?day=${day}`}`);
  expect(reply.status).toBe(200);
  return vialsReplySchema.parse(reply.body).items;
}
const inRegister = async (id: string, day?: string) => (await register(day)).find((vial) => vial.id === id);

const count = (vialId: string, more: object = {}, by = nurse) =>
  by.post<VialCount & { code: string; field: string; title: string }>(`/api/vials/${vialId}/counts`, {
    id: randomUUID(),
    countedMg: 500,
    witnessId: physician.personId,
    pin: PIN,
    ...more,
  });

async function actsOn(targetId: string): Promise<string[]> {
  const admin = postgres(api.db.adminUrl, { max: 1 });
  const rows = await admin`select action from tandem.audit where target_id = ${targetId} order by id`;
  await admin.end();
  return rows.map(({ action }) => action as string);
}

describe('Vials', () => {
  test('[VIA-3] a vial is opened once, now and by the caller; the same id with other content is refused', async () => {
    const body = newVial();
    const first = await nurse.post('/api/vials', body);
    expect(first.status).toBe(201);
    expect(vialSchema.parse(first.body)).toMatchObject({
      openedBy: 'Tunde Mensah of Harbor',
      openedMg: 500,
      remainingMg: 500,
      expired: false,
      lastCount: null,
      uses: [],
    });
    expect(await nurse.post('/api/vials', body)).toMatchObject({ status: 200, body: first.body });
    const reused = { status: 409, body: { code: 'entry-id-reused', field: 'id' } };
    expect(await nurse.post('/api/vials', { ...body, lot: 'K2232' })).toMatchObject(reused);
    expect(await physician.post('/api/vials', body)).toMatchObject(reused);
    expect(await actsOn(body.id)).toEqual(['vial.open']);
  });

  test('[VIA-3] one past its date is taken and said to be expired', async () => {
    const id = await open({ expiresOn: '2020-01-31' });
    expect(await inRegister(id)).toMatchObject({ expired: true, expiresOn: '2020-01-31' });
  });

  test('[VIA-1] what is left is exact to the microgram: corrections, waste and an infusion by its area', async () => {
    const id = await open();
    const other = await open();
    const kept = await record('dose', given(40.001, id));
    const wrong = await record('dose', given(10, id));
    await record('retraction', { entryId: wrong, anyGiven: false, reason: 'Not given.' });
    const amended = await record('dose', given(20, id));
    const amend = (entryId: string, data: object) =>
      record('amendment', { entryId, data, reason: 'Mistyped.' });
    await amend(amended, given(12.345, id));
    const named = await record('dose', given(3));
    await amend(named, given(3, id));
    const moved = await record('dose', given(7, id));
    await amend(moved, given(7, other));
    const infusionId = randomUUID();
    const minutesAgo = (minutes: number) => ({
      happenedAt: new Date(Date.now() - minutes * 60_000).toISOString(),
    });
    const startedAt = minutesAgo(30);
    const stoppedAt = { happenedAt: new Date(Date.parse(startedAt.happenedAt) + 1_200_000).toISOString() };
    const started = await record(
      'infusion-start',
      { infusionId, state: 'already-given', drug: 'ketamine', rateMgPerHour: 30.003, vialId: id },
      startedAt,
    );
    await record('infusion-stop', { infusionId, drug: 'ketamine' }, stoppedAt);
    const wasted = await record('waste', { vialId: id, amountMg: 5.5 });

    const vial = await inRegister(id);
    // 40.001 + 12.345 + 3 + 10.001 of the infusion.
    expect(vial).toMatchObject({ openedMg: 500, givenMg: 65.347, wastedMg: 5.5, remainingMg: 429.153 });
    expect(vial?.uses.map(({ entryId, kind, amountMg }) => ({ entryId, kind, amountMg }))).toEqual([
      { entryId: started, kind: 'infusion-start', amountMg: 10.001 },
      { entryId: kept, kind: 'dose', amountMg: 40.001 },
      { entryId: amended, kind: 'dose', amountMg: 12.345 },
      { entryId: named, kind: 'dose', amountMg: 3 },
      { entryId: wasted, kind: 'waste', amountMg: 5.5 },
    ]);
    expect(vial?.uses.every(({ sessionId }) => sessionId === session)).toBe(true);
    expect(await inRegister(other)).toMatchObject({ givenMg: 7, remainingMg: 493 });
  });

  test('[VIA-1] uses of one instant stand in the order of the log', async () => {
    const id = await open();
    const { happenedAt } = entry('waste', {});
    const batch = [1, 2, 3, 4, 5, 6].map((amountMg) =>
      entry(
        amountMg % 2 === 0 ? 'waste' : 'dose',
        amountMg % 2 === 0 ? { vialId: id, amountMg } : given(amountMg, id),
        {
          happenedAt,
        },
      ),
    );
    expect((await send(batch)).status).toBe(201);
    expect((await inRegister(id))?.uses.map(({ amountMg }) => amountMg)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('[VIA-2] a vial of another clinic and an unknown one are the same 404 on append, also in an amendment', async () => {
    const theirs = newVial();
    expect((await (await api.as('nurse', cedar)).post('/api/vials', theirs)).status).toBe(201);
    const id = await open();
    const own = await record('dose', given(1, id));
    for (const vialId of [theirs.id, randomUUID()]) {
      const infusion = { state: 'already-given', drug: 'ketamine', rateMgPerHour: 20, vialId };
      const ways: readonly [string, Record<string, unknown>, string][] = [
        ['dose', given(1, vialId), 'vialId'],
        ['infusion-start', { infusionId: randomUUID(), ...infusion }, 'vialId'],
        ['waste', { vialId, amountMg: 1 }, 'vialId'],
        ['amendment', { entryId: own, data: given(1, vialId), reason: 'Mistyped.' }, 'data.vialId'],
      ];
      for (const [kind, data, at] of ways)
        expect(await send([entry(kind, data)]), kind).toMatchObject({
          status: 404,
          body: { code: 'not-found', field: `entries[0].data.${at}` },
        });
    }
    expect(await inRegister(id)).toMatchObject({ givenMg: 1 });
    expect((await register()).map((vial) => vial.id)).not.toContain(theirs.id);
    expect((await count(theirs.id)).status).toBe(404);
  });

  test('[VIA-2] a practice session takes nothing from a vial', async () => {
    const id = await open();
    const practice = randomUUID();
    const planned = await physician.post('/api/sessions', {
      id: practice,
      patientId: harbor.patientIds[1],
      protocolId: harbor.protocolId,
      plannedAt: new Date().toISOString(),
      weightKg: 68,
      roomId: harbor.roomId,
      origin: 'training',
    });
    expect(planned.status, JSON.stringify(planned.body)).toBe(201);
    await physician.post(`/api/sessions/${practice}/start`, { id: randomUUID() });
    expect((await send([entry('dose', given(40, id))], physician, practice)).status).toBe(201);
    await endSession(physician, practice);
    expect(await inRegister(id)).toMatchObject({ givenMg: 0, remainingMg: 500, uses: [] });
  });

  test('[VIA-5] a day holds what was opened by then and was used that day or has something left', async () => {
    const left = await open();
    const empty = await open({ amountMg: 20 });
    await record('waste', { vialId: empty, amountMg: 20 });
    const today = (await register()).map(({ id }) => id);
    expect(today).toEqual(expect.arrayContaining([left, empty]));
    expect(await register('2020-01-01')).toEqual([]);
    const later = await register('2099-02-01');
    expect(later.map(({ id }) => id)).toContain(left);
    expect(later.map(({ id }) => id)).not.toContain(empty);
    expect(later.find(({ id }) => id === left)).toMatchObject({ expired: true });
    expect(await nurse.get('/api/vials?day=2026-02-30')).toMatchObject({
      status: 400,
      body: { field: 'day' },
    });
  });
});

describe('[VIA-4] a count', () => {
  test('is two people’s, and says how far it is from what is expected', async () => {
    const id = await open();
    await record('dose', given(40, id));
    const reply = await count(id, { countedMg: 458, note: 'Drop on the stopper.' });
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    const first = vialCountSchema.parse(reply.body);
    expect(first).toMatchObject({
      countedMg: 458,
      expectedMg: 460,
      discrepancyMg: -2,
      countedBy: 'Tunde Mensah of Harbor',
      witnessedBy: 'Dr Amara Okafor of Harbor',
      note: 'Drop on the stopper.',
    });
    expect(await actsOn(first.id)).toEqual(['vial.count']);
    // A dose after it changes what is left and not what was expected then.
    await record('dose', given(10, id));
    expect(await inRegister(id)).toMatchObject({ remainingMg: 450, lastCount: first });
    expect((await count(id, { countedMg: 0 })).body).toMatchObject({ expectedMg: 450, discrepancyMg: -450 });
    expect((await count(id, { countedMg: 450 })).body).toMatchObject({ discrepancyMg: 0 });
    expect((await inRegister(id))?.lastCount).toMatchObject({ countedMg: 450 });
  });

  test('sent again is the same count and costs no try; with other values it is refused', async () => {
    const id = await open();
    const more = { id: randomUUID(), countedMg: 500 };
    const first = await count(id, more);
    expect(first.status).toBe(201);
    expect(await count(id, { ...more, pin: '111222' })).toMatchObject({ status: 200, body: first.body });
    const reused = { status: 409, body: { code: 'entry-id-reused', field: 'id' } };
    expect(await count(id, { ...more, countedMg: 499 })).toMatchObject(reused);
    expect(await count(await open(), more)).toMatchObject(reused);
  });

  test('a wrong PIN is refused and counted; oneself and a therapist witness nothing', async () => {
    const id = await open();
    const first = await count(id, { pin: '111222' });
    expect(first).toMatchObject({ status: 422, body: { code: 'wrong-pin', field: 'pin' } });
    expect(first.body.title).toContain('4 tries are left');
    expect((await count(id, { pin: '111222' })).body.title).toContain('3 tries are left');
    expect(await actsOn(physician.personId)).toEqual(expect.arrayContaining(['pin.check', 'pin.check']));
    const invalid = { status: 422, body: { code: 'approval-invalid', field: 'witnessId' } };
    expect(await count(id, { witnessId: nurse.personId })).toMatchObject(invalid);
    expect(await count(id, { witnessId: (await api.as('therapist')).personId })).toMatchObject(invalid);
    const stranger = (await api.as('physician', cedar)).personId;
    expect(await count(id, { witnessId: stranger })).toMatchObject({
      status: 404,
      body: { field: 'witnessId' },
    });
    expect((await inRegister(id))?.lastCount).toBeNull();
    expect((await count(id)).status).toBe(201);
  });
});

test('a lead reads the register and writes nothing in it; a therapist does neither', async () => {
  const id = await open();
  const [lead, therapist] = await Promise.all([api.as('lead'), api.as('therapist')]);
  expect((await register(undefined, lead)).map((vial) => vial.id)).toContain(id);
  expect((await lead.post('/api/vials', newVial())).status).toBe(403);
  expect((await count(id, {}, lead)).status).toBe(403);
  expect((await therapist.get('/api/vials')).status).toBe(403);
  expect((await therapist.post('/api/vials', newVial())).status).toBe(403);
});
