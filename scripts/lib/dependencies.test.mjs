import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLockfile } from './lockfile.mjs';
import { at, workspaceDirs } from './paths.mjs';
import { sbomOf } from './sbom.mjs';

const lockfile = readFileSync(at('pnpm-lock.yaml'), 'utf8');
const locked = readLockfile(lockfile);
const settings = readFileSync(at('pnpm-workspace.yaml'), 'utf8');
/** @param {string} name */
const setting = (name) => new RegExp(`^${name}: (.+)$`, 'm').exec(settings)?.[1];
/** @param {string} name @returns {[string, string][]} */
const settingList = (name) => {
  const block = new RegExp(`^${name}:\n((?: {2}.+\n)+)`, 'm').exec(settings)?.[1] ?? '';
  return block.split('\n').flatMap((line) => {
    const found = /^ {2}"?([^":]+)"?: (.+)$/.exec(line);
    return found ? [[found[1] ?? '', found[2] ?? '']] : [];
  });
};
const WEEK_MINUTES = 7 * 24 * 60;

describe('what is installed', () => {
  it('[DEP-1] is what the lockfile says, each package with the hash of its contents and from nowhere else', () => {
    expect(locked.integrity.size).toBeGreaterThan(300);
    const bare = [...locked.integrity].filter(([, integrity]) => !/^sha512-[\w+/]{86}==$/.test(integrity));
    expect(bare).toEqual([]);
    // Of a folder, an archive or a repository there would be no hash that somebody published.
    expect(lockfile).not.toMatch(/tarball:|git\+(?:ssh|https?|file):|codeload|\{directory:|type: directory/);
    const install = readFileSync(at('scripts/lib/install.mjs'), 'utf8');
    expect(install).toContain("'--frozen-lockfile'");
    expect(install).toMatch(/const PNPM = 'pnpm@\d+\.\d+\.\d+'/);
  });

  it('[DEP-1] is named by every package.json in one version, the one in the lockfile', () => {
    const wrong = ['.', ...workspaceDirs()].flatMap((dir) => {
      const manifest = JSON.parse(readFileSync(at(dir, 'package.json'), 'utf8'));
      const asked = Object.entries({
        ...manifest.dependencies,
        ...manifest.devDependencies,
        ...manifest.optionalDependencies,
      });
      const fixed = asked.filter(
        ([, version]) =>
          !/^(npm:(@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$|^workspace:\*$/.test(String(version)),
      );
      const held = new Set(locked.importers.get(dir)?.map(({ specifier }) => specifier));
      const unheld = asked.filter(([, version]) => !held.has(String(version)));
      return [...fixed, ...unheld].map(([name, version]) => `${dir}: ${name} ${version}`);
    });
    expect(wrong).toEqual([]);
  });

  it('[DEP-2] runs no script of its own while it is installed, and a new one that wants to stops the install', () => {
    const allowed = settingList('allowBuilds');
    expect(allowed.length).toBeGreaterThan(3);
    expect(allowed.filter(([, value]) => value !== 'false')).toEqual([]);
    expect(setting('strictDepBuilds')).toBe('true');
    expect(settings).not.toMatch(/dangerouslyAllowAllBuilds|onlyBuiltDependencies/);
  });

  it('[DEP-3] has been published for a week before it can be taken', () => {
    expect(Number(setting('minimumReleaseAge'))).toBeGreaterThanOrEqual(WEEK_MINUTES);
    expect(settings).not.toContain('minimumReleaseAgeExclude');
    expect(setting('blockExoticSubdeps')).toBe('true');
    expect(existsSync(at('.pnpmfile.cjs'))).toBe(false);
  });
});

describe('the list of what is in it', () => {
  const about = { version: '0.1.0', madeAt: '2026-11-27T00:00:00.000Z' };
  const bom = /** @type {any} */ (sbomOf(lockfile, about));

  it('[DEP-4] names every package once, with hash, and whether it runs at a clinic', () => {
    const purls = bom.components.map((/** @type {{ purl: string }} */ one) => one.purl);
    expect(new Set(purls).size).toBe(locked.integrity.size);
    /** Of each version: a tool may bring along another one of what is served. */
    const scopesOf = (/** @type {string} */ start) =>
      bom.components
        .filter((/** @type {{ purl: string }} */ one) => one.purl.startsWith(start))
        .map((/** @type {{ scope: string }} */ one) => one.scope);
    for (const served of ['fastify', 'react', 'ws', 'zod', 'better-auth', 'postgres'])
      expect(scopesOf(`pkg:npm/${served}@`), served).toContain('required');
    for (const tool of ['vitest', 'typescript', '%40playwright/test'])
      expect(new Set(scopesOf(`pkg:npm/${tool}@`)), tool).toEqual(new Set(['excluded']));
    for (const { hashes } of bom.components) expect(hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
  });

  it('[DEP-4] has a licence for nearly each that is installed here, and no dependency that is not listed', () => {
    const named = bom.components.filter((/** @type {{ licenses?: unknown }} */ one) => one.licenses);
    expect(named.length).toBeGreaterThan(bom.components.length * 0.6);
    const known = new Set(bom.components.map((/** @type {{ purl: string }} */ one) => one.purl));
    const all = bom.dependencies.flatMap((/** @type {{ dependsOn: string[] }} */ one) => one.dependsOn);
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter((/** @type {string} */ purl) => !known.has(purl))).toEqual([]);
  });

  it('[DEP-4] is the same for the same lockfile', () => {
    expect(sbomOf(lockfile, about)).toEqual(bom);
    expect(bom.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
