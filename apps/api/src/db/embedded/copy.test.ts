import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyBinaries } from './copy.ts';

let base: string;
let source: { native: string; version: string };
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'tandem-copy-'));
  source = { native: join(base, 'native'), version: '18.0' };
  for (const file of ['bin/postgres', 'lib/libpq.so', 'lib/libpq.a', 'share/sql/a.sql']) {
    mkdirSync(dirname(join(source.native, file)), { recursive: true });
    writeFileSync(join(source.native, file), `content of ${file}`, { mode: 0o600 });
  }
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const copy = () => copyBinaries(source, join(base, 'home'), false, () => {});

describe('the copy of the binaries', () => {
  it('is whole, readable by every account, without build files, and made once', () => {
    const native = copy();
    expect(readFileSync(join(native, 'share/sql/a.sql'), 'utf8')).toBe('content of share/sql/a.sql');
    expect(statSync(join(native, 'bin/postgres')).mode & 0o777).toBe(0o755);
    expect(statSync(join(native, 'lib/libpq.so')).mode & 0o777).toBe(0o644);
    expect(readdirSync(join(native, 'lib'))).toEqual(['libpq.so']);
    const made = statSync(native).ino;
    expect(statSync(copy()).ino).toBe(made);
    expect(readdirSync(join(base, 'home'))).toHaveLength(1);
  });

  it('uses the one that another process put in place meanwhile', () => {
    const native = copyBinaries(source, join(base, 'home'), false, () => {
      // Between our copying and our renaming the other process finishes.
      if (readdirSync(join(base, 'home')).length === 1) copy();
    });
    expect(readFileSync(join(native, 'bin/postgres'), 'utf8')).toBe('content of bin/postgres');
    expect(readdirSync(join(base, 'home'))).toHaveLength(1);
  });

  it('refuses a damaged one instead of running it', () => {
    writeFileSync(join(copy(), 'lib/libpq.so'), 'cut');
    expect(copy).toThrow(/is damaged.*Remove that directory/);
  });

  it('gets a new place when the package changes', () => {
    const before = copy();
    writeFileSync(join(source.native, 'bin/postgres'), 'a program of another length');
    expect(copy()).not.toBe(before);
  });
});
