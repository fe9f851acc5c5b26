import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import { execNode } from './exec.mjs';
import { fingerprint, readStamp, sourceFiles, writeStamp } from './fingerprint.mjs';
import { at, ROOT, STATE_DIR, toolScript } from './paths.mjs';
import { Problem, toolProblem } from './problem.mjs';
import { verifierPage } from './verifier.mjs';

/** Name in dist/ and source of each program; those that do not exist yet are left out. */
const API_ENTRIES = {
  main: 'apps/api/src/main.ts',
  setup: 'apps/api/src/cli/setup.ts',
  verify: 'apps/api/src/cli/verify.ts',
  backup: 'apps/api/src/cli/backup.ts',
  restore: 'apps/api/src/cli/restore.ts',
};
const SHARED = [
  'pnpm-lock.yaml',
  'package.json',
  'tsconfig.base.json',
  'packages',
  'scripts/lib/build.mjs',
  'scripts/lib/verifier.mjs',
];
/** Files that the server loads as they are, from beside itself. */
const BESIDE = ['packages/records/src/pdf/render-worker.mjs'];
const MIGRATIONS = 'apps/api/src/db/migrations';

/** @param {(line: string) => void} say */
export async function ensureApiBuilt(say) {
  await ensureBuilt(
    'api',
    'apps/api/dist/main.js',
    ['apps/api/src', 'apps/api/package.json'],
    async (dist) => {
      say('Building the server…');
      await buildApi(dist);
    },
  );
}

/** @param {(line: string) => void} say */
export async function ensureWebBuilt(say) {
  await ensureBuilt('web', 'apps/web/dist/index.html', ['apps/web'], async (dist) => {
    say('Building the dashboard…');
    await buildWeb(dist);
  });
}

/**
 * Builds beside dist/ and swaps by rename, so that a failed or killed build leaves the old one whole.
 * @param {string} app @param {string} output @param {string[]} sources @param {(dist: string) => Promise<void>} build
 */
async function ensureBuilt(app, output, sources, build) {
  const stamp = join(STATE_DIR, `build-${app}.stamp`);
  const wanted = fingerprint(ROOT, sourceFiles(ROOT, [...SHARED, ...sources]));
  if (readStamp(stamp) === wanted && existsSync(at(output))) return;
  const dist = at('apps', app, 'dist');
  const draft = `${dist}.${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
    await build(draft);
    rmSync(stamp, { force: true });
    rmSync(dist, { recursive: true, force: true });
    renameSync(draft, dist);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  writeStamp(stamp, wanted);
}

/** @param {string} dist */
async function buildApi(dist) {
  const { build } = await import('esbuild');
  const entries = Object.entries(API_ENTRIES).filter(([, file]) => existsSync(at(file)));
  if (!entries.some(([name]) => name === 'main'))
    throw new Problem('apps/api/src/main.ts is missing: nothing to start.');
  /** @type {Set<string>} */
  const externals = new Set();
  try {
    await build({
      absWorkingDir: ROOT,
      entryPoints: entries.map(([out, file]) => ({ in: file, out })),
      outdir: dist,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      sourcemap: true,
      logLevel: 'silent',
      plugins: [workspaceOnly(externals)],
    });
  } catch (error) {
    throw toolProblem(
      'The server could not be built. What ran before still runs.',
      /** @type {Error} */ (error).message,
    );
  }
  refuseUnresolvable(externals);
  writeFileSync(join(dist, 'verifier.html'), await verifierPage());
  for (const file of BESIDE) cpSync(at(file), join(dist, basename(file)));
  if (existsSync(at(MIGRATIONS))) {
    mkdirSync(join(dist, 'migrations'), { recursive: true });
    for (const name of readdirSync(at(MIGRATIONS))) {
      if (name.endsWith('.sql')) cpSync(at(MIGRATIONS, name), join(dist, 'migrations', name));
    }
  }
}

/**
 * Our own packages are bundled, everything from npm stays outside and is loaded from node_modules.
 * @param {Set<string>} externals @returns {import('esbuild').Plugin}
 */
function workspaceOnly(externals) {
  return {
    name: 'workspace-only',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === 'entry-point' || path.startsWith('@tandem/') || path.startsWith('#')) return undefined;
        externals.add(path);
        return { path, external: true };
      });
    },
  };
}

/**
 * A bundled package's imports are resolved from apps/api/dist, where only apps/api's own
 * dependencies are found. Better said here than as a missing module at start.
 * @param {Set<string>} externals
 */
function refuseUnresolvable(externals) {
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
    readFileSync(at('apps/api/package.json'), 'utf8'),
  );
  const known = new Set([
    ...builtinModules,
    ...Object.keys(dependencies),
    ...Object.keys(optionalDependencies),
  ]);
  const missing = [...externals].filter((path) => {
    const name = path
      .split('/')
      .slice(0, path.startsWith('@') ? 2 : 1)
      .join('/');
    return !path.startsWith('node:') && !known.has(name) && !known.has(path);
  });
  if (missing.length > 0) {
    throw new Problem(
      `apps/api/package.json must list what the server imports at run time: ${missing.join(', ')}.`,
    );
  }
}

/** @param {string} dist */
async function buildWeb(dist) {
  if (!existsSync(at('apps/web/index.html')))
    throw new Problem('apps/web/index.html is missing: no dashboard to build.');
  const args = ['build', '--outDir', dist, '--emptyOutDir', '--logLevel', 'warn'];
  const result = await execNode(toolScript('vite', 'vite', 'apps/web'), args, { cwd: at('apps/web') });
  if (result.code !== 0) {
    throw toolProblem('The dashboard could not be built. What ran before still runs.', result.output);
  }
}
