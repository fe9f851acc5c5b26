import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock, livingHolder } from './lock.ts';
import { birthOf, processSpace } from './process.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tandem-lock-'));
  file = join(dir, 'pg18.lock');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const holder = (change: object) =>
  JSON.stringify({ pid: process.pid, born: birthOf(process.pid), space: processSpace(), ...change });

describe('the lock on a data directory', () => {
  it('is held by one, names its pid to the next, and waits for one that is just closing', async () => {
    const lock = await acquireLock(file, dir);
    await expect(acquireLock(file, dir, 0)).rejects.toThrow(`process ${process.pid}`);
    const next = acquireLock(file, dir);
    setTimeout(() => lock.release(), 300);
    (await next).release();
    expect(readdirSync(dir)).toEqual([]);
    (await acquireLock(file, dir)).release();
  });

  it.each([
    ['a process that is gone', () => holder({ pid: 4_194_300, born: 'gone' })],
    ['another process that now has the number', () => holder({ born: 'an earlier boot' })],
    ['nobody readable, cut short by a power failure', () => '{"pid":'],
  ])('is taken over from %s', async (_, content) => {
    writeFileSync(file, content());
    const lock = await acquireLock(file, dir);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
    lock.release();
  });

  it('is respected across containers as long as the other side touches it', async () => {
    writeFileSync(file, holder({ pid: 1, space: 'pid:[another container]' }));
    const beat = setInterval(() => utimesSync(file, new Date(), new Date()), 300);
    const seen = await livingHolder(file);
    clearInterval(beat);
    expect(seen).toMatchObject({ pid: 1 });
  });

  it('lets exactly one of many simultaneous starters in', async () => {
    writeFileSync(file, holder({ born: 'stale' }));
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => acquireLock(file, dir, 0)));
    const winners = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(winners).toHaveLength(1);
    winners[0]?.release();
  });
});
