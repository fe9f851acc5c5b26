import { rngOf } from '@tandem/scenarios';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiProcess } from '../support/api-process.ts';
import { type Caller, planSession, vitals } from '../support/calls.ts';
import { type Fault, FaultProxy } from '../support/fault-proxy.ts';
import { House } from './house.ts';
import { type Stored, saidOf, send } from './http.ts';
import { FLAWLESS, judge } from './judge.ts';
import { Screen, until } from './screen.ts';

const WRITES = process.env.TANDEM_TEST_SIZE === 'long' ? 10_000 : 60;
const SEED = Number(process.env.TANDEM_SEED ?? 20_261_127);
const TABLETS = 6;
/** Silence after which a tablet sends the same entry again; a write without a fault takes a tenth of it. */
const SILENCE_MS = 250;

/** What a line does to a write. `cut` ends it after a while, wherever the write is then. */
const kinds = ['drop-reply', 'half-open', 'refuse', 'stall', 'cut', 'slow'] as const;
type Kind = (typeof kinds)[number];
const faultOf: Readonly<Record<Kind, Fault>> = {
  'drop-reply': 'drop-reply',
  'half-open': 'half-open',
  refuse: 'refuse',
  stall: 'stall',
  cut: 'pass',
  slow: { bytesPerSecond: 2_000 },
};

let house: House;
let api: ApiProcess;
let physician: Caller;
let screen: Screen | null = null;
const proxies: FaultProxy[] = [];

beforeAll(async () => {
  house = await House.open();
  api = await house.process();
  physician = await house.signIn(api, 'physician');
});
afterAll(async () => {
  screen?.leave();
  for (const proxy of proxies) proxy.close();
  await house.close();
});

test(`[FLT-12] ${WRITES} writes, each over a line with a fault of its own (seed ${SEED}): confirmed once, stored once`, async () => {
  const session = await planSession(physician);
  screen = new Screen([api.address], physician.cookie, session);
  const rng = rngOf('faulted-writes', SEED);
  const sent = new Set<string>();
  const hit = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  let left = WRITES;
  let known = 0;

  /** One tablet: one entry at a time, each first over a line with a fault and then until somebody confirms it. */
  async function tablet(): Promise<void> {
    const proxy = await FaultProxy.before(api.address);
    proxies.push(proxy);
    const address = proxy.through(api.address);
    const path = `/api/sessions/${session}/entries`;
    while (left > 0) {
      left -= 1;
      const entry = vitals();
      sent.add(entry.id);
      const options = { cookie: physician.cookie, body: { entries: [entry] }, limitMs: SILENCE_MS };
      let faults = rng.int(1, 2);
      for (;;) {
        const kind = faults > 0 ? rng.pick(kinds) : null;
        faults -= 1;
        await proxy.set(kind === null ? 'pass' : faultOf[kind]);
        const asked = send<Stored>(address, 'POST', path, options).catch(() => null);
        const cutter = kind === 'cut' ? setTimeout(() => proxy.cut(), rng.int(0, 12)) : undefined;
        const reply = await asked;
        clearTimeout(cutter);
        if (reply === null && kind !== null) hit[kind] += 1;
        if (reply?.status !== 200 && reply?.status !== 201) continue;
        // 200: it was stored by a write whose answer never came.
        if (reply.status === 200) known += 1;
        house.ledger.note(session, saidOf(reply.body, entry.id));
        break;
      }
    }
  }

  await Promise.all(Array.from({ length: TABLETS }, tablet));
  await until('the screen has everything', () => screen?.cursor === WRITES + 2, 30_000);
  const verdict = await judge(house, session, { sent }, 2, [screen], [physician, physician]);
  console.log(
    `${WRITES} faulted writes: ${JSON.stringify(hit)} without an answer, ${known} stored before they were confirmed, ` +
      `${verdict.lost} lost, ${verdict.doubled} doubled`,
  );
  expect(verdict).toEqual(FLAWLESS);
  // Each kind of fault struck, and some struck between the commit and its answer.
  expect(Object.entries(hit).filter(([, count]) => count === 0)).toEqual([]);
  expect(known).toBeGreaterThan(WRITES / 20);
}, 3_600_000);
