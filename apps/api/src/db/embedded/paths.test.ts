import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type DirsInput, firstClosedDir, NOBODY, resolveDirs, serverUser } from './paths.ts';

const open = () => undefined;
const dirs = (change: Partial<DirsInput>) =>
  resolveDirs({ env: {}, checkout: '/srv/tandem', uid: 1000, closedAt: open, ...change });

describe('where data and keys go', () => {
  it('is ./data in the checkout, keys inside, whatever the working directory', () => {
    expect(dirs({})).toEqual({ dataDir: '/srv/tandem/data', keysDir: '/srv/tandem/data/keys', moved: false });
  });

  it('follows DATA_DIR and KEYS_DIR, relative ones from the checkout', () => {
    expect(dirs({ env: { DATA_DIR: 'elsewhere' } }).keysDir).toBe('/srv/tandem/elsewhere/keys');
    const both = dirs({ env: { DATA_DIR: '/a', KEYS_DIR: '/b' } });
    expect(both).toEqual({ dataDir: '/a', keysDir: '/b', moved: false });
  });

  it('moves out of a checkout that nobody cannot pass, to a name of its own, for root only', () => {
    const closed = () => '/root';
    const first = dirs({ checkout: '/root/tandem', uid: 0, closedAt: closed });
    expect(first.dataDir).toMatch(/^\/var\/lib\/tandem\/tandem-[0-9a-f]{8}$/);
    expect(first).toMatchObject({ moved: true, keysDir: join(first.dataDir, 'keys') });
    const second = dirs({ checkout: '/root/other/tandem', uid: 0, closedAt: closed });
    expect(second.dataDir).not.toBe(first.dataDir);
    expect(dirs({ checkout: '/root/tandem', uid: 1000, closedAt: closed }).moved).toBe(false);
  });

  it('honours an explicit DATA_DIR from such a checkout, and refuses one that cannot work', () => {
    const closedAt = (path: string) => (path.startsWith('/root') ? '/root' : undefined);
    const under = { checkout: '/root/tandem', uid: 0, closedAt };
    expect(dirs({ ...under, env: { DATA_DIR: '/srv/d' } })).toMatchObject({
      dataDir: '/srv/d',
      moved: false,
    });
    expect(() => dirs({ ...under, env: { DATA_DIR: './data' } })).toThrow(/DATA_DIR is .*cannot pass \/root/);
    const own = { DATA_DIR: './data', DATABASE_URL: 'postgres://server' };
    expect(dirs({ ...under, env: own }).dataDir).toBe('/root/tandem/data');
  });

  it.each(['DATA_DIR', 'KEYS_DIR'])('refuses an empty %s and names it', (name) => {
    expect(() => dirs({ env: { [name]: ' ' } })).toThrow(
      new RegExp(`^${name} is set but names no directory`),
    );
  });

  it('runs PostgreSQL as nobody for root alone', () => {
    expect([serverUser(0), serverUser(1000), serverUser(undefined)]).toEqual([NOBODY, undefined, undefined]);
  });
});

describe('whether nobody can pass', () => {
  let base = '';
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it('names the first closed directory, also above one that does not exist yet', () => {
    base = mkdtempSync(join(tmpdir(), 'tandem-paths-'));
    chmodSync(base, 0o755);
    mkdirSync(join(base, 'shut', 'inner'), { recursive: true });
    expect(firstClosedDir(join(base, 'shut', 'inner'), NOBODY)).toBeUndefined();
    chmodSync(join(base, 'shut'), 0o700);
    expect(firstClosedDir(join(base, 'shut', 'inner', 'later'), NOBODY)).toBe(join(base, 'shut'));
    expect(firstClosedDir(join(base, 'later'), NOBODY)).toBeUndefined();
  });
});
