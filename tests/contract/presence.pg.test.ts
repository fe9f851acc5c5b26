import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type Caller,
  endSession,
  note,
  planSession,
  startApi,
  type TestApi,
  vitals,
} from '../support/api.ts';
import { cedar, harbor } from '../support/fixtures.ts';
import { LiveReader } from '../support/live.ts';

/** Two processes on one database: everything here is said on one and seen on the other. */
let here: TestApi;
let there: TestApi;
let physician: Caller;
let therapist: Caller;
const open: LiveReader[] = [];

beforeAll(async () => {
  here = await startApi();
  there = await startApi({ db: here.db });
  physician = await here.as('physician');
  therapist = await there.as('therapist');
});
afterEach(() => {
  for (const reader of open.splice(0)) reader.socket.terminate();
});
afterAll(async () => {
  await there.close();
  await here.close();
});

async function live(api: TestApi, caller: Caller, sessionId?: string): Promise<LiveReader> {
  const reader = new LiveReader(api.socket(caller));
  open.push(reader);
  await reader.hello();
  if (sessionId !== undefined) {
    reader.send({ type: 'subscribe', sessionId, after: 0 });
    await reader.until(() => reader.frames.find((frame) => frame.type === 'current'));
  }
  return reader;
}
const peopleOf = (reader: LiveReader) =>
  reader.frames.findLast((frame) => frame.type === 'presence')?.people ?? [];
const boardOf = (reader: LiveReader) => reader.frames.findLast((frame) => frame.type === 'board')?.sessions;
const post = (caller: Caller, session: string, ...entries: unknown[]) =>
  caller.post<{ entries: { seq: number }[] }>(`/api/sessions/${session}/entries`, { entries });

describe('Presence', () => {
  test('[PRE-1] whoever follows a session is seen on another process: role, writing, pending, and gone again', async () => {
    const session = await planSession(physician);
    const seen = await live(there, therapist, session);
    const shown = await live(here, physician, session);
    await seen.until(() => peopleOf(seen).length === 2);
    shown.send({ type: 'presence', sessionId: session, writing: 'dose', pending: 2 });
    const startMs = performance.now();
    await seen.until(() => peopleOf(seen).some(({ writing }) => writing === 'dose'), 2_000);
    console.log(`writing seen on the other process after ${Math.round(performance.now() - startMs)} ms`);
    expect(peopleOf(seen).find(({ id }) => id === physician.personId)).toMatchObject({
      name: 'Dr Amara Okafor of Harbor',
      role: 'physician',
      writing: 'dose',
      pending: 2,
    });
    shown.send({ type: 'presence', sessionId: session, writing: null, pending: 0 });
    await seen.until(() => peopleOf(seen).every(({ writing }) => writing === null));
    shown.socket.terminate();
    await seen.until(() => peopleOf(seen).length === 1);
    expect(peopleOf(seen)[0]).toMatchObject({ id: therapist.personId });
  });

  test('[PRE-2] two screens of one person are one, until the last of them is closed', async () => {
    const session = await planSession(physician, { client: 1 });
    const seen = await live(there, therapist, session);
    const [one, two] = [await live(here, physician, session), await live(there, physician, session)];
    one.send({ type: 'presence', sessionId: session, writing: 'note', pending: 1 });
    two.send({ type: 'presence', sessionId: session, writing: null, pending: 2 });
    await seen.until(() => peopleOf(seen).some(({ pending }) => pending === 3));
    expect(peopleOf(seen)).toHaveLength(2);
    expect(peopleOf(seen).find(({ role }) => role === 'physician')).toMatchObject({ writing: 'note' });
    one.send({ type: 'unsubscribe', sessionId: session });
    await seen.until(() => peopleOf(seen).some(({ pending }) => pending === 2));
    expect(peopleOf(seen)).toHaveLength(2);
    await endSession(physician, session);
  });

  test('[PRE-3] rows of a process that died count no more, and are swept', async () => {
    const session = await planSession(physician, { client: 1 });
    const admin = postgres(here.db.adminUrl, { max: 1 });
    await admin`insert into tandem.presence values (${harbor.id}, ${session}, ${randomUUID()}, ${physician.personId},
      'physician', 'dose', 0, now(), now() - interval '26 seconds')`;
    const seen = await live(there, therapist, session);
    await seen.until(() => peopleOf(seen).length > 0);
    expect(peopleOf(seen).map(({ id }) => id)).toEqual([therapist.personId]);
    const left =
      await admin`select 1 from tandem.presence where person_id = ${physician.personId} and session_id = ${session}`;
    expect(left).toHaveLength(0);
    await admin.end();
    await endSession(physician, session);
  });

  test('[PRE-4] presence of a session that this socket does not follow is refused by name', async () => {
    const reader = await live(here, physician);
    for (const sessionId of [
      randomUUID(),
      await planSession(await here.as('physician', cedar), { clinic: cedar }),
    ]) {
      reader.send({ type: 'presence', sessionId, writing: 'note', pending: 0 });
      const error = await reader.until(() =>
        reader.frames.find((frame) => frame.type === 'error' && frame.sessionId === sessionId),
      );
      expect(error).toMatchObject({ code: 'invalid', message: 'Subscribe to this session first.' });
    }
  });
});

describe('The board', () => {
  test('[BRD-1] an entry on one process changes the board on the other, with phase, vitals and due', async () => {
    const session = await planSession(physician, { client: 1 });
    const reader = await live(there, therapist);
    reader.send({ type: 'subscribe-board' });
    await reader.until(() => boardOf(reader)?.some(({ sessionId }) => sessionId === session));
    const happenedAt = new Date().toISOString();
    await post(
      physician,
      session,
      { ...(vitals() as object), happenedAt },
      { id: randomUUID(), kind: 'phase', happenedAt, data: { phase: 'peak' } },
    );
    const line = () => boardOf(reader)?.find(({ sessionId }) => sessionId === session);
    await reader.until(() => line()?.phase === 'peak', 3_000);
    const kept = (await physician.get<{ lastSeq: number }>(`/api/sessions/${session}`)).body.lastSeq;
    const pressure = { happenedAt, systolic: 148, diastolic: 92 };
    expect(line()).toMatchObject({ lastSeq: kept, lastVitals: pressure, pressures: [pressure] });
    await endSession(physician, session);
    await reader.until(() => boardOf(reader)?.every(({ sessionId }) => sessionId !== session));
  });

  test('[BRD-2] a lead sees room, phase and notices, no value; an admin no board; nobody another clinic', async () => {
    const session = await planSession(physician, { client: 1 });
    await post(physician, session, vitals());
    const lead = await live(there, await there.as('lead'));
    const foreign = await live(there, await there.as('physician', cedar));
    for (const reader of [lead, foreign]) reader.send({ type: 'subscribe-board' });
    await lead.until(() => boardOf(lead)?.some(({ sessionId }) => sessionId === session));
    expect(boardOf(lead)?.find(({ sessionId }) => sessionId === session)).toMatchObject({
      lastVitals: null,
      nextDueAt: null,
      pressures: [],
    });
    await foreign.until(() => foreign.frames.some((frame) => frame.type === 'board-current'));
    expect(JSON.stringify(foreign.frames)).not.toContain(session);
    // An admin has no session and no board: the socket itself is refused.
    const admin = there.socket(await there.as('admin'));
    const status = await new Promise((resolve) => {
      admin.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      admin.on('open', () => resolve(101));
    });
    admin.on('error', () => {}).terminate();
    expect(status).toBe(403);
    await endSession(physician, session);
  });

  test('[BRD-3] [LIV-9] at most one board a second, and board-current at least every 2 s, with the last ping', async () => {
    const session = await planSession(physician, { client: 1 });
    const reader = await live(there, therapist);
    reader.send({ type: 'ping', n: 1 });
    reader.send({ type: 'subscribe-board' });
    await reader.until(() => boardOf(reader) !== undefined);
    const before = reader.frames.filter((frame) => frame.type === 'board').length;
    const startMs = performance.now();
    while (performance.now() - startMs < 2_500) await post(physician, session, vitals());
    const boards = reader.frames.filter((frame) => frame.type === 'board').length - before;
    expect(boards).toBeGreaterThan(0);
    expect(boards).toBeLessThanOrEqual(3);
    const current = () => reader.frames.filter((frame) => frame.type === 'board-current').length;
    const [seen, quietMs] = [current(), performance.now()];
    await reader.until(() => current() >= seen + 3);
    expect((performance.now() - quietMs) / 3).toBeLessThan(2_000);
    const heard = () =>
      reader.frames.flatMap((frame) => (frame.type === 'board-current' ? [frame.heard] : []));
    expect(new Set(heard())).toEqual(new Set([1]));
    reader.send({ type: 'ping', n: 2 });
    await reader.until(() => heard().includes(2));
    reader.send({ type: 'unsubscribe-board' });
    await endSession(physician, session);
  });
});

describe('Rights', () => {
  const reach = async (email: string) => {
    const caller = await there.signIn(email);
    return { caller, reader: await live(there, caller) };
  };

  test('[RTS-1] a disabled person is closed with 4403, an ended login with 4401, both within 2 s', async () => {
    const admin = postgres(here.db.adminUrl, { max: 1 });
    const [disabled, out] = [await reach('nurse@harbor.test'), await reach('nurse@harbor.test')];
    const startMs = performance.now();
    await here.request('POST', '/api/auth/sign-out', undefined, { cookie: out.caller.cookie });
    expect(await out.reader.until(() => out.reader.closeCode, 4_000)).toBe(4401);
    console.log(`ended login closed after ${Math.round(performance.now() - startMs)} ms`);
    const disabledMs = performance.now();
    await admin`update auth.memberships set disabled_at = now() where person_id = ${disabled.caller.personId}`;
    expect(await disabled.reader.until(() => disabled.reader.closeCode, 4_000)).toBe(4403);
    console.log(`disabled person closed after ${Math.round(performance.now() - disabledMs)} ms`);
    await admin`update auth.memberships set disabled_at = null where person_id = ${disabled.caller.personId}`;
    await admin.end();
  });

  test('[RTS-2] a lead who followed a planned session is shown nothing once it starts', async () => {
    const session = await planSession(physician, { client: 1, started: false });
    const lead = await live(there, await there.as('lead'), session);
    const seen = lead.seqs(session).length;
    await physician.post(`/api/sessions/${session}/start`, { id: randomUUID() });
    await post(physician, session, note('only for the room'));
    const error = await lead.until(() => lead.frames.find((frame) => frame.type === 'error'));
    expect(error).toMatchObject({ code: 'role-may-not', sessionId: session });
    expect(lead.seqs(session)).toHaveLength(seen);
    await endSession(physician, session);
  });
});
