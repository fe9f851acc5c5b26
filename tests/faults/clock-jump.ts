import { CURRENT_EVERY_MS } from '@tandem/wire';
import { expect } from 'vitest';
import { planSession } from '../support/calls.ts';
import { LiveReader } from '../support/live.ts';
import type { House } from './house.ts';
import { FLAWLESS, judge } from './judge.ts';
import { Screen, until } from './screen.ts';
import { Writers } from './writers.ts';

/** How far a time that the server tells may lie from this test's own, on a busy machine. */
const TRUE_MS = 3_000;

/** One process whose clock is moved by so much, back, and the other way, under two writers and a screen. */
export async function jumpingClock(house: House, byMs: number): Promise<void> {
  const api = await house.process(undefined, { movableClock: true });
  const physician = await house.signIn(api, 'physician');
  const session = await planSession(physician, { started: false, client: 1 });
  const { cookie } = physician;
  const screen = new Screen([api.address], cookie, session);
  const writers = new Writers(house.ledger, {
    addresses: [api.address],
    cookie,
    session,
    writers: 2,
    pauseMs: 5,
  });
  try {
    for (const moved of [byMs, -byMs]) {
      const from = api.output.length;
      const held = screen.cursor;
      api.moveClock(moved);
      // The process says it itself, which also shows that its clock was moved.
      await until('the jump is logged', () =>
        api.output.slice(from).includes(`"differsByMs":${moved < 0 ? '-' : '1'}`),
      );
      await until('the session goes on', () => screen.cursor > held + 10);
      const reader = new LiveReader(house.socket(api, physician));
      const { serverTime } = await reader.hello();
      reader.socket.terminate();
      expect(Math.abs(Date.parse(serverTime) - Date.now()), `told at ${moved} ms`).toBeLessThan(TRUE_MS);
    }
    await writers.stop();
    const { body } = await physician.get<{ entries: { recordedAt: string; seq: number }[] }>(
      `/api/sessions/${session}/entries?limit=500`,
    );
    const times = body.entries.map(({ recordedAt }) => Date.parse(recordedAt));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.abs(Date.now() - (times.at(-1) ?? 0))).toBeLessThan(30_000);
    const gaps = screen.currents.slice(1).map(({ atMs }, at) => atMs - (screen.currents[at]?.atMs ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(CURRENT_EVERY_MS + 1_000);
    expect([...screen.errors, ...screen.closes]).toEqual([]);
    await until('the screen has everything', () => screen.cursor > writers.confirmed);
    expect(await judge(house, session, writers, 1, [screen])).toEqual(FLAWLESS);
  } finally {
    screen.leave();
  }
}
