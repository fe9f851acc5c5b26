import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiProcess } from '../support/api-process.ts';
import { type Caller, note, planSession } from '../support/calls.ts';
import { House } from './house.ts';
import { confirm } from './http.ts';
import { FLAWLESS, judge } from './judge.ts';
import { Screen, until } from './screen.ts';
import { Writers } from './writers.ts';

const ROUNDS = process.env.TANDEM_TEST_SIZE === 'long' ? 20 : 1;
/** Readings of the heads that are asked for while people write. */
const POLLS = process.env.TANDEM_TEST_SIZE === 'long' ? 60 : 12;
const RESTART = 1012;
/** Two seconds are given to sockets that do not close; the process then still has to end. */
/** Screens whose tablet went to sleep for a while: of those nobody was looking. */
const slept = new Set<Screen>();
/** After so long without `current` a dashboard says that it is not. */
const CURTAIN_MS = 5_000;
const STOP_MS = 3_500;

let house: House;
let physician: Caller;
const screens: Screen[] = [];

beforeAll(async () => {
  house = await House.open();
  const [first] = await Promise.all([house.process(), house.process()]);
  physician = await house.signIn(first, 'physician');
});
afterAll(async () => {
  for (const screen of screens) screen.leave();
  await house.close();
});

/** Ends the backends that LISTEN. @param heard only those that listen already, not those that are about to */
const endListeners = (heard = false) => house.admin`
  select pg_terminate_backend(pid) from pg_stat_activity
  where application_name = 'tandem-listen' and datname = current_database()
    and (not ${heard} or (state = 'idle' and query ilike 'listen%'))`;

/** How many processes listen now. */
const listening = async () => {
  const rows = await house.admin`
    select 1 from pg_stat_activity
    where application_name = 'tandem-listen' and datname = current_database()
      and state = 'idle' and query ilike 'listen%'`;
  return rows.length;
};

test(`[FLT-11] a busy session whose heads are read ${POLLS} times over: no false alarm`, async () => {
  const session = await planSession(physician, { started: false });
  const { cookie } = physician;
  const addresses = house.processes.map((api) => api.address);
  const two = addresses.map((address) => new Screen([address], cookie, session));
  screens.push(...two);
  const writers = new Writers(house.ledger, {
    addresses: addresses.slice(0, 1),
    cookie,
    session,
    writers: 8,
  });
  // Every LISTEN that comes back reads the heads at once: many readings in a short time, beside many commits.
  for (let polls = 0; polls < POLLS; ) polls += (await endListeners(true)).length;
  await writers.stop();
  await until('both have everything', () => two.every(({ cursor }) => cursor > writers.confirmed));
  console.log(`${writers.confirmed} entries beside ${POLLS} readings`);
  expect(two.flatMap(({ errors }) => errors)).toEqual([]);
  expect(await judge(house, session, writers, 1, two)).toEqual(FLAWLESS);
});

test('[FLT-3] LISTEN is dead: an entry of another process still arrives within 3 s', async () => {
  const [writing, watching] = house.processes as [ApiProcess, ApiProcess];
  const session = await planSession(physician, { started: false });
  const screen = new Screen([watching.address], physician.cookie, session);
  screens.push(screen);
  await until('the screen is current', () => screen.currents.length > 1);
  // One that was ended a moment ago may be on its way back.
  await until('both processes listen', async () => (await listening()) === 2);
  // Who has a connection keeps it; nobody but an administrator gets a new one, so LISTEN cannot come back.
  await house.limitConnections(0);
  expect(await endListeners()).toHaveLength(2);
  await until('their backends are gone', async () => (await endListeners()).length === 0);
  const entry = note();
  const startMs = performance.now();
  await confirm([writing.address], physician.cookie, session, entry);
  const arrivedMs = await until('the entry arrives', () => screen.arrivalOf(entry.id));
  expect(await endListeners(), 'LISTEN came back, so the poll was not shown').toHaveLength(0);
  await house.limitConnections(-1);
  console.log(`without LISTEN: ${Math.round(arrivedMs - startMs)} ms after the POST`);
  expect(arrivedMs - startMs).toBeLessThan(3_000);
  expect(screen.seqs).toEqual([1, 2]);
});

test(`[FLT-6] a rolling stop of two processes, ${ROUNDS} rounds: sockets close with 1012, nothing is lost or doubled`, async () => {
  const session = await planSession(physician);
  const { cookie } = physician;
  const addresses = house.processes.map((api) => api.address);
  for (const screen of screens.splice(0)) screen.leave();
  for (let at = 0; at < 6; at += 1)
    screens.push(new Screen(at % 2 === 0 ? addresses : addresses.toReversed(), cookie, session));
  const all = (what: string, holds: (screen: Screen) => boolean) =>
    until(`every screen ${what}`, () => screens.every(holds));
  await all('is current', ({ currents }) => currents.length > 0);
  const writers = new Writers(house.ledger, { addresses, cookie, session, writers: 4 });
  const more = async () => {
    const next = writers.confirmed + 30;
    await until('entries are confirmed', () => writers.confirmed >= next, 30_000);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const api of house.processes) {
      await more();
      await stopAndStart(api);
      await more();
    }
  }
  await writers.stop();
  await all('has everything', ({ cursor }) => cursor === writers.confirmed + 2);
  const verdict = await judge(house, session, writers, 2, screens);
  console.log(
    `${2 * ROUNDS} stops: ${writers.confirmed} confirmed, ${writers.resent} sent again, ` +
      `${verdict.lost} lost, ${verdict.doubled} doubled, ${screens.length - verdict.wrongScreens} of ${screens.length} screens exact`,
  );
  expect(verdict).toEqual(FLAWLESS);
  expect(writers.resent, 'no request ever met a stop').toBeGreaterThan(0);
  expect(screens.flatMap(({ errors }) => errors)).toEqual([]);
  const uncertainMs = Math.max(
    ...screens.filter((screen) => !slept.has(screen)).map((screen) => screen.longestUncertainMs),
  );
  console.log(`longest that a screen awake was not told that it is current: ${Math.round(uncertainMs)} ms`);
  expect(uncertainMs).toBeLessThan(CURTAIN_MS);
}, 600_000);

/** SIGTERM while people write and watch, one of them on a tablet that has gone to sleep. */
async function stopAndStart(api: ApiProcess): Promise<void> {
  const watching = screens
    .filter(({ address }) => address === api.address)
    .map((screen) => ({ screen, closedBefore: screen.closes.length }));
  const asleep = watching[0]?.screen.socket;
  if (watching[0] !== undefined) slept.add(watching[0].screen);
  expect(watching.length, 'nobody watches there: nothing is shown').toBeGreaterThan(1);
  asleep?.pause();
  const startMs = performance.now();
  const exit = await Promise.race([api.stop('SIGTERM'), wait(10_000)]);
  const exitMs = Math.round(performance.now() - startMs);
  asleep?.resume();
  await until('every socket is closed', () =>
    watching.every(({ screen, closedBefore }) => screen.closes.length > closedBefore),
  );
  const closes = watching.map(({ screen, closedBefore }) => screen.closes[closedBefore]);
  const slowestMs = Math.round(Math.max(...closes.slice(1).map((close) => (close?.atMs ?? 0) - startMs)));
  console.log(
    `SIGTERM: ${closes.length - 1} sockets closed within ${slowestMs} ms, the process gone after ${exitMs} ms`,
  );
  expect(closes.map((close) => close?.code)).toEqual(closes.map(() => RESTART));
  expect(slowestMs).toBeLessThan(2_500);
  expect(exit, api.output).toEqual({ code: 0, signal: null });
  expect(exitMs).toBeLessThan(STOP_MS);
  await api.start();
}
