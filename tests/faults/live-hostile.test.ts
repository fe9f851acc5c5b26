import { MAX_SUBSCRIPTIONS } from '@tandem/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiProcess } from '../support/api-process.ts';
import { type Caller, note, planSession } from '../support/calls.ts';
import { PASSWORD, twoRolesEmail } from '../support/fixtures.ts';
import { LiveReader } from '../support/live.ts';
import { attackTests } from './hostile-attacks.ts';
import { broken, meaningless } from './hostile-frames.ts';
import { House, ORIGIN } from './house.ts';
import { callerAt } from './http.ts';
import { frame, PING, RawSocket } from './raw-socket.ts';
import { Screen, until } from './screen.ts';
import { SlowCrowd } from './slow-crowd.ts';
import { Writers } from './writers.ts';

const LONG = process.env.TANDEM_TEST_SIZE === 'long';
/** Until those that never read are closed half a minute goes by: too long for the short run. */
const SLOW = LONG
  ? { silent: 650, 'slow headers': 650, 'slow body': 650, 'never reads': 50 }
  : { silent: 67, 'slow headers': 67, 'slow body': 66 };

let house: House;
let api: ApiProcess;
/** Nobody of those who attack. */
let physician: Caller;
/** A room that has nothing to do with it: it must not notice. */
let session: string;
let screen: Screen;
let writers: Writers;
/** From the first test to the last. */
let crowd: SlowCrowd;

beforeAll(async () => {
  house = await House.open();
  api = await house.process();
  physician = await callerAt(api.address, twoRolesEmail, PASSWORD);
  session = await planSession(physician);
  screen = new Screen([api.address], physician.cookie, session);
  const addresses = [api.address];
  writers = new Writers(house.ledger, {
    addresses,
    cookie: physician.cookie,
    session,
    writers: 1,
    pauseMs: 100,
  });
  crowd = await SlowCrowd.gather(api.address, physician.cookie, SLOW);
});
afterAll(async () => {
  crowd.leave();
  screen.leave();
  await house.close();
});

const open = () => RawSocket.open(api.address, ORIGIN, physician.cookie);
const errorsOf = ({ texts }: RawSocket) => texts.filter((text) => text.startsWith('{"type":"error"'));

describe('a client that sends what it should not', () => {
  test.each(broken)('[FLT-8] %s: closed by name', async (_what, sent, closeCode) => {
    const raw = await open();
    raw.send(sent);
    await until('the socket is closed', () => raw.gone);
    expect(raw.closeCode).toBe(closeCode);
  });

  test('[FLT-8] what means nothing: an error frame each, and the socket goes on', async () => {
    const raw = await open();
    for (const [at, [what, text]] of meaningless.entries()) {
      raw.send(frame(text));
      await until(`an error for ${what}`, () => errorsOf(raw).length === at + 1);
    }
    raw.send(frame('', { opcode: PING }));
    await until('the socket still answers', () => raw.pongs === 1);
    expect(raw.closeCode).toBeNull();
    raw.socket.destroy();
  });

  test(`[FLT-7] ${MAX_SUBSCRIPTIONS} sessions on one socket; one more is refused by name, and all go on`, async () => {
    const ids: string[] = [];
    for (let at = 0; at <= MAX_SUBSCRIPTIONS; at += 1)
      ids.push(await planSession(physician, { started: false }));
    const reader = new LiveReader(house.socket(api, physician));
    await reader.hello();
    const caughtUp = () => reader.frames.filter((one) => one.type === 'current');
    for (const [at, sessionId] of ids.entries()) {
      reader.send({ type: 'subscribe', sessionId, after: 0 });
      // In step with the answers: a burst of more than 60 would be refused as too many.
      if (at % 16 === 15) await reader.until(() => new Set(caughtUp().map((one) => one.sessionId)).size > at);
    }
    const last = ids.at(-1) as string;
    const refusal = await reader.until(() => reader.frames.find((one) => one.type === 'error'));
    expect(refusal).toMatchObject({ code: 'invalid', sessionId: last });
    expect(refusal).toHaveProperty('message', expect.stringContaining(String(MAX_SUBSCRIPTIONS)));
    for (const id of ids) {
      const reply = await physician.post(`/api/sessions/${id}/entries`, { entries: [note()] });
      expect(reply.status).toBe(201);
    }
    const watched = ids.slice(0, -1);
    await reader.until(() => watched.every((id) => reader.seqs(id).length >= 2), 20_000);
    for (const id of watched) expect(reader.seqs(id)).toEqual([1, 2]);
    expect(reader.seqs(last)).toEqual([]);
    reader.send({ type: 'unsubscribe', sessionId: ids[0] });
    reader.send({ type: 'subscribe', sessionId: last, after: 0 });
    await reader.until(() => reader.seqs(last).length === 2);
    reader.socket.terminate();
  }, 60_000);
});

describe('a session beside attackers', () =>
  attackTests(() => ({ house, api, session, screen, writers, crowd })));
