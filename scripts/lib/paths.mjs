import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Stamps, reports and caches of this checkout; safe to delete at any time. */
export const STATE_DIR = join(ROOT, '.tandem');
export const REPORTS_DIR = join(STATE_DIR, 'reports');

/** @param {string[]} parts */
export const at = (...parts) => join(ROOT, ...parts);

/** False in an image: it holds what was built and nothing to build from, so nothing is installed or built there. */
export const isCheckout = () => existsSync(at('pnpm-lock.yaml'));

/** Directories of the workspace that exist and have a package.json, relative to the root. */
export function workspaceDirs() {
  const nested = ['apps', 'packages'].flatMap((group) =>
    existsSync(at(group)) ? readdirSync(at(group)).map((name) => `${group}/${name}`) : [],
  );
  return [...nested, 'tests'].filter((dir) => existsSync(at(dir, 'package.json'))).sort();
}

/**
 * The script behind a tool, to be run with node itself: the shims in node_modules/.bin are shell
 * scripts, which Windows cannot run, and pnpm is not on PATH.
 * @param {string} name of the package @param {string} [bin] of the program @param {string} [from]
 */
export function toolScript(name, bin = name, from = '.') {
  const dir = at(from, 'node_modules', name);
  const { bin: bins } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
  return join(dir, typeof bins === 'string' ? bins : bins[bin]);
}
