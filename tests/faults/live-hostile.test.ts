import { rngOf } from '@tandem/scenarios';
import { MAX_SUBSCRIPTIONS } from '@tandem/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiProcess } from '../support/api-process.ts';
import { type Caller, note, planSession } from '../support/calls.ts';
import { LiveReader } from '../support/live.ts';
import { fuzzFrame } from './fuzz-frames.ts';
import { broken, meaningless } from './hostile-frames.ts';
import { House, ORIGIN } from './house.ts';
import { send } from './http.ts';
import { FLAWLESS, judge } from './judge.ts';
import { frame, PING, RawSocket } from './raw-socket.ts';
import { Screen, until } from './screen.ts';
import { Writers } from './writers.ts';

const FRAMES = process.env.TANDEM_TEST_SIZE === 'long' ? 100_000 : 2_000;
const SEED = Number(process.env.TANDEM_SEED ?? 20_261_124);
/** What a heap grows by while it warms up; a frame that is kept grows it without end. */
const GROWTH_MIB = 60;

let house: House;
let api: ApiProcess;
let physician: Caller;
/** A room that has nothing to do with it: it must not notice. */
let session: string;
let screen: Screen;
let writers: Writers;

beforeAll(async () => {
  house = await House.open();
  api = await house.process();
  physician = await house.signIn(api, 'physician');
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
});
afterAll(async () => {
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

  test(`[FLT-9] ${FRAMES} random frames (seed ${SEED}): the process lives, and others notice nothing`, async () => {
    const rng = rngOf('live-fuzz', SEED);
    const outcomes = new Map<string, number>();
    const count = (what: string) => outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
    let sent = 0;
    const attack = async (frames: number) => {
      const end = sent + frames;
      while (sent < end) {
        const raw = await open();
        for (let left = rng.int(1, 50); left > 0 && !raw.gone && sent < end; left -= 1) {
          raw.send(fuzzFrame(rng, session));
          sent += 1;
          if (rng.chance(0.2)) await new Promise((resolve) => setImmediate(resolve));
        }
        raw.socket.end();
        await until('the server ends the line', () => raw.gone, 20_000, 1);
        count(raw.closeCode === null ? 'ended' : `closed ${raw.closeCode}`);
        for (const text of errorsOf(raw)) count(`error ${(JSON.parse(text) as { code: string }).code}`);
      }
    };
    const written = writers.confirmed;
    await attack(500);
    const beforeMib = api.rssMib();
    await attack(FRAMES);
    const afterMib = api.rssMib();
    console.log(
      `${sent} frames: ${JSON.stringify(Object.fromEntries([...outcomes].sort()))}; ` +
        `resident ${beforeMib.toFixed(0)} MiB before, ${afterMib.toFixed(0)} MiB after`,
    );
    const reached = ['error invalid', 'error malformed-json', 'closed 1002'];
    expect([...outcomes.keys()], 'the frames were not read').toEqual(expect.arrayContaining(reached));
    expect(writers.confirmed, 'nobody wrote beside them').toBeGreaterThan(written);
    expect(api.running, api.output).toBe(true);
    expect((await send(api.address, 'GET', '/readyz')).status).toBe(200);
    expect(afterMib - beforeMib).toBeLessThan(GROWTH_MIB);
    await writers.stop();
    await until('the bystander has everything', () => screen.cursor >= writers.confirmed + 2);
    expect(screen.closes).toEqual([]);
    expect(await judge(house, session, writers, 2, [screen])).toEqual(FLAWLESS);
  }, 600_000);
});
