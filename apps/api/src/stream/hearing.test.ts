import { expect, test } from 'vitest';
import { Hearing } from './hearing.ts';

function line(echo: (hearing: Hearing) => Promise<void>) {
  const sent: number[] = [];
  const hearing: Hearing = new Hearing(
    async () => {
      sent.push(1);
      await echo(hearing);
    },
    () => 1_000,
    20,
  );
  return { hearing, sent };
}

test('[OPS-12] given a line, when asked whether hints come through, then one of its own is sent and its return is the answer', async () => {
  const { hearing, sent } = line(async (ears) => ears.heard('own'));
  expect([hearing.last('own'), hearing.last('others')]).toEqual([null, null]);
  expect(await hearing.comesThrough()).toBe(true);
  expect(await hearing.comesThrough()).toBe(true);
  expect(sent).toHaveLength(1);
  expect([hearing.last('own'), hearing.last('others')]).toEqual([1_000, null]);
});

test.each([
  ['takes it and tells nothing', async () => {}],
  ['tells those of others alone', async (ears: Hearing) => ears.heard('others')],
  ['cannot be asked', () => Promise.reject(new Error('no connection'))],
])('[OPS-12] given a line that %s, then they do not come through', async (_, echo) => {
  expect(await line(echo).hearing.comesThrough()).toBe(false);
});
