import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { workspaceDirs } from '../scripts/lib/paths.mjs';
import vitestConfig from '../vitest.config.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.tandem', 'coverage', 'test-results']);

/** Who may name whom, in package.json and in imports. A package that is missing here fails the test. */
const MAY_IMPORT: Record<string, string[]> = {
  'packages/domain': [],
  'packages/wire': ['domain'],
  'packages/records': ['domain'],
  'packages/scenarios': ['domain'],
  'apps/api': ['domain', 'wire', 'records', 'scenarios'],
  'apps/web': ['domain', 'wire'],
  tests: ['domain', 'wire', 'records', 'scenarios', 'api'],
};
const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g;

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((item) => {
    const path = join(dir, item.name);
    if (NOT_OURS.has(item.name) || path === join(ROOT, 'data')) return [];
    return item.isDirectory() ? filesBelow(path) : item.isFile() ? [relative(ROOT, path)] : [];
  });
}

const files = filesBelow(ROOT);
const sources = files.filter((file) => /^(apps|packages|tests)\/.*\.[cm]?tsx?$/.test(file));
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('tests/');
const importsOf = (file: string) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)].map((match) => match[2] ?? '');
const packageOf = (file: string) => Object.keys(MAY_IMPORT).find((dir) => file.startsWith(`${dir}/`));
const ownName = (specifier: string) => /^@tandem\/([^/]+)/.exec(specifier)?.[1];

/** A package has one index. The server is no package: tests reach its parts by path, and only tests may. */
const throughFrontDoor = (specifier: string, name: string) =>
  specifier === `@tandem/${name}` || specifier.startsWith('@tandem/api/');

describe('directions', () => {
  it('are stated for every package, at most five packages', () => {
    expect(workspaceDirs().filter((dir) => !(dir in MAY_IMPORT))).toEqual([]);
    expect(workspaceDirs().filter((dir) => dir.startsWith('packages/')).length).toBeLessThanOrEqual(5);
  });

  it.each(workspaceDirs())('%s depends on nothing that it may not', (dir) => {
    const manifest = JSON.parse(readFileSync(join(ROOT, dir, 'package.json'), 'utf8'));
    const named = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).map(ownName);
    const allowed = MAY_IMPORT[dir] ?? [];
    expect(named.filter((name) => name !== undefined && !allowed.includes(name))).toEqual([]);
  });

  it('hold in every import, and each package is used through its index', () => {
    expect(sources.length).toBeGreaterThan(20);
    const wrong = sources.flatMap((file) => {
      const from = packageOf(file);
      const allowed = MAY_IMPORT[from ?? ''] ?? [];
      return importsOf(file)
        .filter((specifier) => {
          const name = ownName(specifier);
          if (name !== undefined) {
            const own = from?.split('/')[1] === name;
            return !(own || allowed.includes(name)) || !throughFrontDoor(specifier, name);
          }
          // A relative path out of its own package would walk around the manifest.
          const target = join(file, '..', specifier);
          return specifier.startsWith('.') && packageOf(`${target}/`) !== from && !isTest(file);
        })
        .map((specifier) => `${file} imports ${specifier}`);
    });
    expect(wrong).toEqual([]);
  });

  it('leave the domain with the schema library and nothing else', () => {
    const foreign = sources
      .filter((file) => file.startsWith('packages/domain/src/') && !isTest(file))
      .flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })))
      .filter(({ specifier }) => !specifier.startsWith('.') && specifier !== 'zod');
    expect(foreign).toEqual([]);
  });
});

describe('the estimated concentration', () => {
  /** Through a package's index no fence of imports sees who takes what: here the word itself must not stand. */
  const decides =
    /^(packages\/domain\/src\/(rules|session|entries|entry-line)|apps\/web\/src\/(entries|room\/(composer|notices|steps)))\//;
  it('[EST-12] is named by nothing that decides, notices or reads back a dose', () => {
    const apart = sources.filter((file) => decides.test(file) && !isTest(file));
    expect(apart.length).toBeGreaterThan(50);
    const naming = apart.filter((file) => /estimate|intakesOf/i.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(naming).toEqual([]);
  });
});

describe('the repository', () => {
  it('has no test file that no suite runs', () => {
    const projects = (vitestConfig.test?.projects ?? []) as {
      test: { include: string[]; exclude: string[] };
    }[];
    expect(projects.length).toBeGreaterThan(3);
    const runBy = (file: string) =>
      projects.filter(({ test }) =>
        [test.include, test.exclude].every((globs, excluded) => {
          const hit = globs.some((glob) => toRegExp(glob).test(file));
          return excluded ? !hit : hit;
        }),
      ).length;
    const tests = files.filter((file) => /\.(test|spec)\.[cm]?[jt]sx?$/.test(file));
    const inBrowser = (file: string) => file.startsWith('tests/e2e/');
    expect(tests.filter((file) => !inBrowser(file) && runBy(file) !== 1)).toEqual([]);
  });

  it("names no package registry: where packages come from is the machine's setting", () => {
    // By shape, so that this file names none either: a host with "registry", "npm" or "yarnpkg" in it.
    const pattern = /\b(?:[\w-]+\.)*[\w-]*(?:registry|npm|yarnpkg)[\w-]*\.(?:[\w-]+\.)*(?:org|com|io|dev)\b/;
    const text = files.filter((file) => !/\.(png|woff2?|ico|pdf|jpe?g|gif|webp)$/.test(file));
    expect(text.length).toBeGreaterThan(50);
    expect(text.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
    expect(existsSync(join(ROOT, '.npmrc'))).toBe(false);
  });
});

/** Enough of a glob for the lists in vitest.config.ts. */
function toRegExp(glob: string): RegExp {
  const body = glob
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, list: string) => `(?:${list.replaceAll(',', '|')})`)
    .replaceAll('**/', '\u0001')
    .replaceAll('**', '\u0002')
    .replaceAll('*', '[^/]*')
    .replaceAll('\u0001', '(?:.*/)?')
    .replaceAll('\u0002', '.*');
  return new RegExp(`^${body}$`);
}

describe('numbered rules', () => {
  it('that stand in a test title have their wording in docs/rules.md', () => {
    const page = readFileSync(join(ROOT, 'docs/rules.md'), 'utf8');
    const titles = files
      .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
      .flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\[((?!SCN)[A-Z]{3}-\d+)\]/g)]);
    const ids = new Set(titles.map((match) => match[1] as string));
    expect(ids.size).toBeGreaterThan(80);
    expect([...ids].filter((id) => !page.includes(`\`${id}\``))).toEqual([]);
  });
});

describe('docs/faults.md', () => {
  /** Of parts that are still to come. */
  const toCome = ['tests/e2e/outbox.spec.ts', 'tests/start/backup.pg.test.ts'];
  const page = readFileSync(join(ROOT, 'docs/faults.md'), 'utf8');
  const rows = page.split('\n').filter((line) => /^\| [AB]\d+ \|/.test(line));

  it('has a row for every fault, and each names a test that exists and has the title', () => {
    const upTo = (group: string, last: number) =>
      Array.from({ length: last }, (_, at) => `${group}${at + 1}`);
    expect(rows.map((row) => row.split(' ')[1])).toEqual([...upTo('A', 16), ...upTo('B', 9)]);
    const wrong = rows.flatMap((row) => {
      const named = [...row.matchAll(/`([\w./-]+\.(?:test|spec)\.ts)`(?: "([^"]+)")?/g)];
      if (named.length === 0) return [`${row.slice(0, 40)} names no test`];
      return named.flatMap(([, file = '', title = '']) => {
        if (!existsSync(join(ROOT, file))) return toCome.includes(file) ? [] : [`${file} does not exist`];
        return testsIn(file).includes(title) ? [] : [`${file} has no test "${title}"`];
      });
    });
    expect(wrong).toEqual([]);
  });
});

/** The file, with the modules of its folder that it takes tests from. */
function testsIn(file: string): string {
  const parts = importsOf(file).filter((specifier) => specifier.startsWith('./'));
  return [file, ...parts.map((part) => join(file, '..', part))]
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
}
