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

describe('text', () => {
  it('[XSS-4] is never made into a page or a program by code of ours', () => {
    const makes =
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|srcdoc|\beval\(|new Function\(|javascript:|createContextualFragment|DOMParser|set(?:Timeout|Interval)\(\s*['"`]/;
    const served = sources.filter((file) => /^(apps|packages)\//.test(file) && !isTest(file));
    expect(served.length).toBeGreaterThan(300);
    expect(served.filter((file) => makes.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });
});

describe('statements', () => {
  /** What each puts into SQL as text is a constant of ours, a name from the catalogue or a password that we made. */
  const asText: Record<string, number> = {
    'apps/api/src/backup/copy-in.ts': 1,
    'apps/api/src/backup/restore.ts': 1,
    'apps/api/src/backup/write.ts': 1,
    'apps/api/src/boot.ts': 1,
    'apps/api/src/db/migrate.ts': 1,
    'apps/api/src/db/roles.ts': 5,
    'apps/api/src/log/flush.ts': 4,
    'apps/api/src/log/refresh-figures.ts': 2,
    'apps/api/src/log/verify.ts': 2,
  };

  it('[SQL-1] take what was typed as a parameter', () => {
    const served = sources.filter((file) => file.startsWith('apps/api/src/') && !isTest(file));
    const found = served.flatMap((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      const times = [...text.matchAll(/\.unsafe\(|\bsql\.(?:raw|identifier)\b/g)].length;
      return times === 0 ? [] : [[file, times] as const];
    });
    expect(Object.fromEntries(found)).toEqual(asText);
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
