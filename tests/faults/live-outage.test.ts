import { setTimeout as wait } from 'node:timers/promises';
import { CURRENT_EVERY_MS, STALE_AFTER_MS } from '@tandem/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiProcess } from '../support/api-process.ts';
import { type Caller, planSession } from '../support/calls.ts';
import { type Fault, FaultProxy } from '../support/fault-proxy.ts';
import { harbor, PASSWORD } from '../support/fixtures.ts';
import { House } from './house.ts';
import { send } from './http.ts';
import { FLAWLESS, judge } from './judge.ts';
import { Screen, until } from './screen.ts';
import { Writers } from './writers.ts';

/**
 * Longer than the five seconds in which a screen must have noticed. What grows with the length of an outage, such
 * as the pause between two attempts to connect, shows in the long one.
 */
const OUTAGE_MS = process.env.TANDEM_TEST_SIZE === 'long' ? 45_000 : STALE_AFTER_MS + 1_500;
const FROZEN_MS = 7_000;
const BACK_MS = 5_000;
/**
 * A stalled line looks like a half-open one from here, but for what arrives on healing; one that refuses says at once
 * what a half-open one leaves to be found out.
 */
const faults = (
  process.env.TANDEM_TEST_SIZE === 'long' ? ['refuse', 'stall', 'half-open'] : ['half-open']
) satisfies Fault[];

/** Process A reaches the database directly, as does the one to freeze; each of `cutOff` through a proxy of its own. */
let house: House;
let a: ApiProcess;
let frozen: ApiProcess;
let physician: Caller;
const cutOff = new Map<Fault, { proxy: FaultProxy; api: ApiProcess }>();
const screens: Screen[] = [];

beforeAll(async () => {
  house = await House.open();
  a = await house.process();
  physician = await house.signIn(a, 'physician');
  const others = faults.map(async (fault) => {
    const proxy = await FaultProxy.before(house.databaseUrl);
    cutOff.set(fault, { proxy, api: await house.process(proxy) });
  });
  [frozen] = await Promise.all([house.process(), ...others]);
}, 120_000);
afterAll(async () => {
  for (const screen of screens) screen.leave();
  await house.close();
  for (const { proxy } of cutOff.values()) proxy.close();
});

function screenAt(api: ApiProcess, cookie: string, session: string): Screen {
  const screen = new Screen([api.address], cookie, session);
  screens.push(screen);
  return screen;
}

/** A session of its own with a screen on A and one on another process, both current, and people who write. */
async function room(other: ApiProcess, writeAt: readonly ApiProcess[]) {
  const session = await planSession(physician, { started: false });
  const { cookie } = physician;
  const [onA, onOther] = [screenAt(a, cookie, session), screenAt(other, cookie, session)];
  await until('both are current', () => onA.currents.length > 1 && onOther.currents.length > 1);
  const addresses = writeAt.map(({ address }) => address);
  const writers = new Writers(house.ledger, {
    addresses,
    cookie,
    session,
    writers: writeAt.length,
    pauseMs: 100,
  });
  await until('entries flow to both', () => onA.cursor > 5 && onOther.cursor > 5);
  return { session, onA, onOther, writers };
}

/** Milliseconds from healing until a screen is current again with entries that it missed. */
async function backAfter(screen: Screen, held: number, healedMs: number): Promise<number> {
  const current = await until(
    'the screen is current again',
    () => screen.currents.find(({ atMs, lastSeq }) => atMs > healedMs && lastSeq > held),
    30_000,
  );
  return Math.round(current.atMs - healedMs);
}

/** Milliseconds between two `current` frames, at worst. */
function longestSilence({ currents }: Screen): number {
  return Math.round(Math.max(...currents.slice(1).map(({ atMs }, at) => atMs - (currents[at]?.atMs ?? 0))));
}

/** What a process without its database answers to a known login, and to the right password. */
async function askedInVain(api: ApiProcess): Promise<number[]> {
  const body = { email: harbor.emails.nurse, password: PASSWORD };
  const asked = [
    send(api.address, 'GET', '/api/me', { cookie: physician.cookie }),
    send(api.address, 'POST', '/api/auth/sign-in/email', { body }),
  ];
  return (await Promise.all(asked)).map(({ status }) => status);
}

describe.concurrent('a process that is cut off', () => {
  for (const fault of faults) {
    test(`[FLT-4] database connections ${fault}: the process claims nothing, others go on, it catches up`, async () => {
      const { proxy, api: b } = cutOff.get(fault) as { proxy: FaultProxy; api: ApiProcess };
      const { session, onA, onOther, writers } = await room(b, [a]);
      const cutMs = performance.now();
      await proxy.set(fault);
      await wait(OUTAGE_MS);
      const claims = onOther.currents.filter(({ atMs }) => atMs > cutMs + 500);
      const unknown = onOther.errors.length;
      const asked = fault === 'refuse' ? await askedInVain(b) : [503, 503];
      const healedMs = performance.now();
      await proxy.set('pass');
      const backMs = await backAfter(onOther, onOther.cursor, healedMs);
      await writers.stop();
      await until('both have everything', () =>
        [onA, onOther].every(({ cursor }) => cursor > writers.confirmed),
      );
      const firstMs = Math.round((onOther.seen.find(({ atMs }) => atMs > healedMs)?.atMs ?? 0) - healedMs);
      console.log(
        `${fault}: ${claims.length} claims and ${unknown} x head-unknown in ${OUTAGE_MS} ms, entries ${firstMs} ms and ` +
          `current ${backMs} ms after healing; on A ${writers.confirmed} entries, current at least every ${longestSilence(onA)} ms`,
      );
      expect(asked, 'who am I; the right password').toEqual([503, 503]);
      expect(claims).toEqual([]);
      expect(onOther.errors.filter(({ code }) => code !== 'head-unknown')).toEqual([]);
      expect([...onOther.closes, ...onA.closes, ...onA.errors]).toEqual([]);
      expect(longestSilence(onA)).toBeLessThan(CURRENT_EVERY_MS + 500);
      expect(backMs).toBeLessThanOrEqual(BACK_MS);
      expect(await judge(house, session, writers, 1, [onA, onOther])).toEqual(FLAWLESS);
    }, 120_000);
  }

  test('[FLT-5] a process frozen for 7 s says nothing, and catches up when it goes on', async () => {
    const { session, onA, onOther, writers } = await room(frozen, [frozen, a]);
    frozen.signal('SIGSTOP');
    const stoppedMs = performance.now();
    await wait(FROZEN_MS);
    const heard = onOther.lastFrameMs;
    const held = onOther.cursor;
    const contMs = performance.now();
    frozen.signal('SIGCONT');
    const backMs = await backAfter(onOther, held, contMs);
    await writers.stop();
    await until('both have everything', () =>
      [onA, onOther].every(({ cursor }) => cursor > writers.confirmed),
    );
    console.log(
      `frozen for ${FROZEN_MS} ms: current ${backMs} ms after going on; ${writers.confirmed} entries, ` +
        `${writers.resent} sent again, held ${held} meanwhile`,
    );
    expect(heard).toBeLessThan(stoppedMs + 500);
    expect(writers.resent, 'no request was under way when it froze').toBeGreaterThan(0);
    expect(backMs).toBeLessThanOrEqual(BACK_MS);
    expect(await judge(house, session, writers, 1, [onA, onOther])).toEqual(FLAWLESS);
  }, 120_000);
});
