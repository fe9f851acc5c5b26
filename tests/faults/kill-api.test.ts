import { rngOf } from '@tandem/scenarios';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiProcess } from '../support/api-process.ts';
import { type Caller, planSession, vitals } from '../support/calls.ts';
import { House } from './house.ts';
import { FLAWLESS, judge } from './judge.ts';
import { until } from './screen.ts';
import { Writers } from './writers.ts';

const ROUNDS = process.env.TANDEM_TEST_SIZE === 'long' ? 200 : 15;
const SEED = Number(process.env.TANDEM_SEED ?? 20_261_124);

let house: House;
let api: ApiProcess;
let physician: Caller;

beforeAll(async () => {
  house = await House.open();
  api = await house.process();
  physician = await house.signIn(api, 'physician');
});
afterAll(() => house.close());

test(`[A1] kill -9 of the API at ${ROUNDS} random points (seed ${SEED}): nothing confirmed lost, nothing doubled`, async () => {
  const session = await planSession(physician);
  const { cookie } = physician;
  const addresses = [api.address];
  const writers = new Writers(house.ledger, {
    addresses,
    cookie,
    session,
    writers: 4,
    limitMs: 5_000,
    make: vitals,
  });
  const rng = rngOf('kill-api', SEED);
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = writers.confirmed + rng.int(1, 40);
    await until('entries are confirmed', () => writers.confirmed >= next, 30_000, 0);
    const exit = await api.stop('SIGKILL');
    expect(exit, `ended by itself: ${api.output.slice(-500)}`).toEqual({ code: null, signal: 'SIGKILL' });
    await api.start();
  }
  await writers.stop();
  const verdict = await judge(house, session, writers, 2);
  console.log(
    `${ROUNDS} kills: ${writers.confirmed} confirmed, ${writers.resent} sent again, ${verdict.lost} lost, ${verdict.doubled} doubled`,
  );
  expect(verdict).toEqual(FLAWLESS);
  expect(writers.resent, 'no request was ever hit by a kill: the fault was not injected').toBeGreaterThan(0);
}, 600_000);
