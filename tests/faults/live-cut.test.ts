import { rngOf } from '@tandem/scenarios';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiProcess } from '../support/api-process.ts';
import { type Caller, note, planSession } from '../support/calls.ts';
import { FaultProxy } from '../support/fault-proxy.ts';
import { House } from './house.ts';
import { confirm, send } from './http.ts';
import { Screen, until, upTo } from './screen.ts';

const SEED = Number(process.env.TANDEM_SEED ?? 20_261_124);
const CUTS = process.env.TANDEM_TEST_SIZE === 'long' ? 200 : 10;

let house: House;
let api: ApiProcess;
let physician: Caller;
const proxies: FaultProxy[] = [];
const screens: Screen[] = [];

beforeAll(async () => {
  house = await House.open();
  api = await house.process();
  physician = await house.signIn(api, 'physician');
});
afterAll(async () => {
  for (const screen of screens) screen.leave();
  for (const proxy of proxies) proxy.close();
  await house.close();
});

/** A planned session, a proxy before the API, and a screen that reaches the API through it. */
async function behindProxy() {
  const session = await planSession(physician, { started: false });
  const proxy = await FaultProxy.before(api.address);
  proxies.push(proxy);
  const screen = new Screen([proxy.through(api.address)], physician.cookie, session);
  screens.push(screen);
  await until('the screen is current', () => screen.currents.length > 0);
  return { session, proxy, screen };
}

describe('a screen whose line fails', () => {
  test('[FLT-1] 50 entries written while the line is down: all of them once, in order', async () => {
    const { session, proxy, screen } = await behindProxy();
    for (let at = 0; at < 5; at += 1) await confirm([api.address], physician.cookie, session, note());
    await until('the screen has the first entries', () => screen.cursor === 6);
    await proxy.set('refuse');
    for (let at = 0; at < 50; at += 1) await confirm([api.address], physician.cookie, session, note());
    expect(screen.cursor, 'the line was not cut').toBe(6);
    const healedMs = performance.now();
    await proxy.set('pass');
    await until('the screen has all entries', () => screen.cursor >= 56);
    await until('the screen is current', () => screen.currents.at(-1)?.lastSeq === 56);
    console.log(`50 missed entries: current ${Math.round(performance.now() - healedMs)} ms after healing`);
    expect(screen.seqs).toEqual(upTo(56));
  });

  test(`[FLT-1] a line cut at ${CUTS} random points of a busy session (seed ${SEED})`, async () => {
    const { session, proxy, screen } = await behindProxy();
    const rng = rngOf('live-cut', SEED);
    let written = 1;
    let writing = true;
    const writer = async () => {
      for (; writing; written += 1) await confirm([api.address], physician.cookie, session, note());
    };
    const writers = [writer(), writer()];
    for (let cut = 0; cut < CUTS; cut += 1) {
      const next = screen.cursor + rng.int(1, 20);
      await until('the session goes on', () => screen.cursor >= next);
      proxy.cut();
    }
    writing = false;
    await Promise.all(writers);
    await until('the screen has all entries', () => screen.cursor >= written);
    expect(screen.seqs).toEqual(upTo(written));
    expect(screen.closes.length, 'no cut ever hit an open line').toBeGreaterThanOrEqual(CUTS / 2);
    console.log(`${screen.closes.length} cuts in ${written} entries: 0 missing, 0 doubled`);
  });

  test('[FLT-2] a reply lost after the commit: sent again, it is answered with the entry as stored', async () => {
    const { session, proxy, screen } = await behindProxy();
    const entry = note();
    const path = `/api/sessions/${session}/entries`;
    const options = { cookie: physician.cookie, body: { entries: [entry] } };
    await proxy.set('drop-reply');
    await expect(send(proxy.through(api.address), 'POST', path, options)).rejects.toThrow();
    await proxy.set('pass');
    const again = await send(proxy.through(api.address), 'POST', path, options);
    expect(again).toMatchObject({ status: 200, body: { entries: [{ id: entry.id, seq: 2 }] } });
    await until('the screen has the entry', () => screen.cursor >= 2);
    expect(screen.seqs).toEqual([1, 2]);
    expect((await house.log(session)).map(({ seq }) => seq)).toEqual([1, 2]);
  });
});
