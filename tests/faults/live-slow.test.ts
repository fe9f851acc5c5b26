import { STALE_AFTER_MS } from '@tandem/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiProcess } from '../support/api-process.ts';
import { type Caller, note, planSession } from '../support/calls.ts';
import { House } from './house.ts';
import { type Stored, saidOf, send } from './http.ts';
import { FLAWLESS, judge } from './judge.ts';
import { Screen, until } from './screen.ts';

const LONG = process.env.TANDEM_TEST_SIZE === 'long';
const SLEEPERS = LONG ? 30 : 10;
/** Three bytes each in UTF-8: five notes are as much as one request may carry. */
const LARGE = '界'.repeat(4_000);
const NOTES_EACH = 5;
/** About 60 kB each. Of a stalled line the kernel takes some 4 MiB before the process has to hold any. */
const POSTS_BEFORE = 40;
const POSTS = LONG ? 400 : 80;
const TOO_SLOW = 1013;
/**
 * Each sleeper may hold 1 MiB and a page of 256 KiB, counted twice, for a heap grows to double of what lives before it
 * is cleaned; the rest is what it takes for the notes themselves. Unbounded, 30 sleepers would hold some 600 MiB.
 */
const GROWTH_MIB = 50 + SLEEPERS * 2.5;

let house: House;
let writing: ApiProcess;
let watching: ApiProcess;
let physician: Caller;
let session: string;
const screens: Screen[] = [];
const sent = new Set<string>();

beforeAll(async () => {
  house = await House.open();
  [writing, watching] = await Promise.all([house.process(), house.process()]);
  physician = await house.signIn(writing, 'physician');
  session = await planSession(physician);
});
afterAll(async () => {
  for (const screen of screens) screen.leave();
  await house.close();
});

function watch(asleep = false): Screen {
  const screen = new Screen([watching.address], physician.cookie, session, asleep);
  screens.push(screen);
  return screen;
}

/** Large notes on the other process. @returns milliseconds from each POST until `screen` has its last note */
async function writeLarge(posts: number, screen: Screen, peak: () => void): Promise<number[]> {
  const latencies: number[] = [];
  for (let at = 0; at < posts; at += 1) {
    const entries = Array.from({ length: NOTES_EACH }, () => note(LARGE));
    for (const { id } of entries) sent.add(id);
    const startMs = performance.now();
    const options = { cookie: physician.cookie, body: { entries } };
    const path = `/api/sessions/${session}/entries`;
    const reply = await send<Stored>(writing.address, 'POST', path, options);
    expect(reply.status).toBe(201);
    for (const { id } of entries) house.ledger.note(session, saidOf(reply.body, id));
    const last = entries.at(-1)?.id as string;
    latencies.push((await until('the screen has it', () => screen.arrivalOf(last), 10_000, 1)) - startMs);
    peak();
  }
  return latencies;
}
const middle = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;

test(`[FLT-10] ${SLEEPERS} clients that do not read are dropped with 1013 and resume; others go on as before`, async () => {
  const awake = watch();
  await until('the screen is current', () => awake.currents.length > 0);
  const alone = await writeLarge(POSTS_BEFORE, awake, () => {});
  const sleepers = Array.from({ length: SLEEPERS }, () => watch(true));
  const before = watching.rssMib();
  let highest = before;
  const beside = await writeLarge(POSTS, awake, () => {
    highest = Math.max(highest, watching.rssMib());
  });
  const held = sleepers.map(({ cursor }) => cursor);
  for (const { socket } of sleepers) socket?.resume();
  await until('all have everything', () => sleepers.every(({ cursor }) => cursor === awake.cursor), 30_000);
  console.log(
    `${SLEEPERS} sleepers, ${(((POSTS_BEFORE + POSTS) * NOTES_EACH * LARGE.length * 3) / 1_048_576).toFixed(1)} MiB of notes: the screen beside them ` +
      `p50 ${middle(beside).toFixed(0)} ms (${middle(alone).toFixed(0)} ms before), resident ${before.toFixed(0)} to ${highest.toFixed(0)} MiB at most`,
  );
  expect(sleepers.map(({ closes }) => closes.map(({ code }) => code))).toEqual(
    sleepers.map(() => [TOO_SLOW]),
  );
  expect(held.every((cursor) => cursor < awake.cursor)).toBe(true);
  expect(awake.closes).toEqual([]);
  expect(middle(beside)).toBeLessThan(4 * middle(alone) + 20);
  expect(Math.max(...beside)).toBeLessThan(STALE_AFTER_MS);
  expect(highest - before).toBeLessThan(GROWTH_MIB);
  expect(await judge(house, session, { sent }, 2, screens)).toEqual(FLAWLESS);
}, 300_000);
