import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, readStamp, sourceFiles, writeStamp } from './fingerprint.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tandem-stamp-'));
  write('src/main.ts', 'one');
  write('src/deep/part.ts', 'two');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** @param {string} file @param {string} content */
function write(file, content) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}
const now = () => fingerprint(root, sourceFiles(root, ['src', 'package.json']));

describe('the stamp of a build', () => {
  it('follows contents and names, not times', () => {
    const before = now();
    utimesSync(join(root, 'src/main.ts'), 1, 1);
    expect(now()).toBe(before);
    write('src/main.ts', 'One');
    const changed = now();
    expect(changed).not.toBe(before);
    write('src/main.ts', 'one');
    expect(now()).toBe(before);
    rmSync(join(root, 'src/deep/part.ts'));
    write('src/deep/other.ts', 'two');
    expect([before, changed]).not.toContain(now());
  });

  it('is not fooled by content that moves from one file to the next', () => {
    const before = now();
    write('src/main.ts', 'onetwo');
    write('src/deep/part.ts', '');
    expect(now()).not.toBe(before);
  });

  it('sees a file that appears where there was none, and ignores tests and generated directories', () => {
    const before = now();
    write('src/main.test.ts', 'a test');
    write('src/node_modules/x/index.js', 'installed');
    write('src/dist/main.js', 'built');
    expect(now()).toBe(before);
    write('package.json', '{}');
    expect(now()).not.toBe(before);
  });

  it('sees sources in a directory that is called data', () => {
    const before = now();
    write('src/data/outbox.ts', 'kept');
    expect(now()).not.toBe(before);
  });

  it('counts facts that are in no file', () => {
    expect(fingerprint(root, [], ['linux'])).not.toBe(fingerprint(root, [], ['darwin']));
  });

  it('is kept in a file, and absent without one', () => {
    const file = join(root, '.tandem', 'build.stamp');
    expect(readStamp(file)).toBeUndefined();
    writeStamp(file, 'abc');
    expect(readStamp(file)).toBe('abc');
  });
});
