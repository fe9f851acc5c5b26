import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const IGNORED_DIRS = new Set(['node_modules', 'dist', '.tandem', 'test-results']);
const TEST_FILE = /\.test\.[cm]?[jt]sx?$/;

/**
 * Files below the given paths in a stable order, relative to `root`. Tests are left out: changing
 * one changes no build. Missing paths are left out as well.
 * @param {string} root @param {string[]} paths
 */
export function sourceFiles(root, paths) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} path */
  const walk = (path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return;
    if (stats.isFile()) {
      if (!TEST_FILE.test(path)) found.push(relative(root, path).split(sep).join('/'));
      return;
    }
    for (const name of readdirSync(path)) if (!IGNORED_DIRS.has(name)) walk(join(path, name));
  };
  for (const path of paths) walk(join(root, path));
  return [...new Set(found)].sort();
}

/**
 * One hash over names and contents. Content rather than time: a fresh clone, a copy and a branch
 * switch all change times without changing anything.
 * @param {string} root @param {string[]} files @param {string[]} [extra] facts that matter too
 */
export function fingerprint(root, files, extra = []) {
  const hash = createHash('sha256');
  for (const fact of extra) hash.update(`${fact}\0`);
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} file */
export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** @param {string} file @param {string} value */
export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${value}\n`);
}
