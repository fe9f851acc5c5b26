import type { Role } from '@tandem/domain';
import { STALE_AFTER_MS } from '@tandem/wire';
import { beforeAll, expect, test } from 'vitest';
import type { ApiProcess } from '../support/api-process.ts';
import { planSession } from '../support/calls.ts';
import { fullSizeTest } from '../support/full-size.ts';
import { callsIn } from '../support/json-schema.ts';
import type { House } from './house.ts';
import { send } from './http.ts';
import { FLAWLESS, judge } from './judge.ts';
import { RandomAttack } from './random-attack.ts';
import { RawHttp } from './raw-http.ts';
import { frame } from './raw-socket.ts';
import { type Screen, until } from './screen.ts';
import type { SlowCrowd } from './slow-crowd.ts';
import type { Writers } from './writers.ts';

const LONG = process.env.TANDEM_TEST_SIZE === 'long';
const FRAMES = LONG ? 600_000 : 3_000;
const BODIES = LONG ? 400_000 : 2_000;
const SEED = Number(process.env.TANDEM_SEED ?? 20_261_124);
/** What a heap grows by while it warms up; a frame or a body that is kept grows it without end. */
const GROWTH_MIB = 60;
/** Part of those that goes before it is measured, so that the heap has its size. */
const WARM_UP = 0.25;
const PARTS = 4;
const LONG_MS = 3 * 3_600_000;

interface Place {
  readonly house: House;
  readonly api: ApiProcess;
  readonly session: string;
  readonly screen: Screen;
  readonly writers: Writers;
  readonly crowd: SlowCrowd;
}

/** A million under TANDEM_TEST_SIZE=long; the writer and the screen of the place go on beside them. */
export function attackTests(place: () => Place): void {
  let attack: RandomAttack;

  beforeAll(async () => {
    const { house, api } = place();
    // In another session than the writer's: sooner or later one of them signs it.
    const session = await planSession(await house.signIn(api, 'physician'), { client: 1 });
    // Other people than the writer: somebody may end all logins of their own.
    const roles: readonly Role[] = ['physician', 'therapist', 'nurse', 'lead', 'admin'];
    const signIns = roles.map((role) => async () => {
      // Among what they send are wrong passwords, which would keep them out for a quarter of an hour.
      await house.admin`delete from auth.sign_in_failures`;
      return (await house.signIn(api, role)).cookie;
    });
    attack = new RandomAttack(SEED, api.address, session, signIns);
    await attack.begin();
  });

  /** @returns what came back, when the process lives, has not grown and somebody wrote meanwhile */
  async function survived(what: string, strike: (count: number) => Promise<void>, count: number) {
    const { api, writers } = place();
    const written = writers.confirmed;
    await strike(count * WARM_UP);
    attack.forget();
    const fromMs = performance.now();
    const residentMib = [api.rssMib()];
    for (let part = 0; part < PARTS; part += 1) {
      await strike(count / PARTS);
      residentMib.push(api.rssMib());
    }
    const { outcomes } = attack;
    console.log(
      `${count} ${what} in ${((performance.now() - fromMs) / 1_000).toFixed(1)} s (seed ${SEED}): ` +
        `${JSON.stringify(outcomes)}; resident ${residentMib.map((mib) => mib.toFixed(0)).join(', ')} MiB`,
    );
    expect(api.running, api.output).toBe(true);
    expect(api.output).not.toMatch(/unhandled|uncaught/i);
    expect((await send(api.address, 'GET', '/readyz')).status).toBe(200);
    expect(writers.confirmed, 'nobody wrote beside them').toBeGreaterThan(written);
    // Between two collections a heap is what it happens to be: what it falls back to is what is kept.
    const kept = Math.min(...residentMib.slice(-2)) - Math.min(...residentMib.slice(0, 2));
    expect(kept).toBeLessThan(GROWTH_MIB);
    return outcomes;
  }

  test(
    `[FLT-9] ${FRAMES} random frames: the process lives, and others notice nothing`,
    async () => {
      const outcomes = await survived('frames', (count) => attack.frames(count), FRAMES);
      const reached = ['error invalid', 'error malformed-json', 'closed 1002', 'closed 1007', 'closed 1009'];
      expect(Object.keys(outcomes), 'the frames were not read').toEqual(expect.arrayContaining(reached));
      expect(outcomes['error internal']).toBeUndefined();
    },
    LONG ? LONG_MS : 60_000,
  );

  test(
    `[FLT-13] ${BODIES} random bodies and heads to every call: each is refused by name, none by an error of ours`,
    async () => {
      const { api } = place();
      const { body } = await send<object>(api.address, 'GET', '/api/openapi.json');
      const calls = callsIn(body);
      expect(calls.length).toBeGreaterThan(60);
      const outcomes = await survived('bodies', (count) => attack.bodies(count, calls), BODIES);
      const reached = ['invalid', 'malformed-json', 'not-json', 'too-large', 'not-found'].map(
        (code) => `code ${code}`,
      );
      expect(Object.keys(outcomes), 'the bodies were not read').toEqual(
        expect.arrayContaining([...reached, 'status 400', 'status 431']),
      );
      expect(Object.keys(outcomes).filter((what) => /^status 5/.test(what))).toEqual([]);
      expect(outcomes['status none']).toBeLessThan(BODIES * 0.05);
      // By far the most came through to the parser or a schema.
      const read = (outcomes['code invalid'] ?? 0) + (outcomes['code malformed-json'] ?? 0);
      expect(read).toBeGreaterThan(BODIES * 0.3);
    },
    LONG ? LONG_MS : 60_000,
  );

  test('[FLT-15] what is far too large is refused before it is held', async () => {
    const { api } = place();
    const host = new URL(api.address).host;
    const beforeMib = api.rssMib();
    const http = new RawHttp(api.address);
    // The answer, or a line that is cut before it came: what was still on its way takes it along.
    const refusedAs = async (expected: number, head: string, more: Buffer = Buffer.alloc(0)) => {
      const { status } = await http.ask(Buffer.concat([Buffer.from(head), more]), 5_000);
      expect([expected, null]).toContain(status);
    };
    const json = `POST /api/auth/sign-in/email HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n`;
    const mib100 = 100 * 1_048_576;
    await refusedAs(413, `${json}content-length: ${mib100}\r\n\r\n`, Buffer.alloc(mib100, 0x20));
    const headers = Array.from({ length: 10_000 }, (_, at) => `x-${at}: y\r\n`).join('');
    await refusedAs(431, `GET /healthz HTTP/1.1\r\nhost: ${host}\r\n${headers}\r\n`);
    await refusedAs(431, `GET /${'x'.repeat(65_536)} HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
    const raw = await attack.socket();
    // Its size is in its head: nothing of it has to come for the answer.
    raw.send(frame(Buffer.alloc(65_536, 0x20), { claimed: 20n * 1_048_576n }));
    await until('the socket is closed', () => raw.gone);
    expect(raw.closeCode).toBe(1009);
    expect(api.rssMib() - beforeMib).toBeLessThan(20);
    expect(api.running, api.output).toBe(true);
  });

  fullSizeTest(
    '[FLT-14] slow and silent connections are closed in their time; who writes and who watches do not wait',
    async () => {
      const { house, session, screen, writers, crowd } = place();
      await until('all are closed', () => crowd.open === 0, 90_000, 50).catch(() => {});
      console.log(`slow connections, longest open: ${JSON.stringify(crowd.longestMs())} ms`);
      expect(crowd.late()).toEqual([]);
      await writers.stop();
      await until('the bystander has everything', () => screen.cursor >= writers.confirmed + 2);
      const gaps = screen.currents.map(({ atMs }, at) => atMs - (screen.currents[at - 1]?.atMs ?? atMs));
      console.log(
        `${writers.confirmed} entries meanwhile, the slowest after ${writers.slowestMs.toFixed(0)} ms; ` +
          `the screen was without word for ${Math.max(...gaps).toFixed(0)} ms at most`,
      );
      expect(writers.slowestMs).toBeLessThan(STALE_AFTER_MS);
      expect(Math.max(...gaps)).toBeLessThan(STALE_AFTER_MS);
      expect(screen.closes).toEqual([]);
      expect(await judge(house, session, writers, 2, [screen])).toEqual(FLAWLESS);
    },
    150_000,
  );
}
