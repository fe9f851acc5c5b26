import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exec, execNode } from './exec.mjs';
import { fingerprint, readStamp, sourceFiles, writeStamp } from './fingerprint.mjs';
import { at, ROOT, workspaceDirs } from './paths.mjs';
import { lastLines, Problem, toolProblem } from './problem.mjs';

/** Through npx: corepack rejects pnpm's signature on Node 20, and pnpm 11 needs Node 22. */
const PNPM = 'pnpm@10.34.9';
const STAMP = at('node_modules', '.tandem-install');

/** Installs with the frozen lockfile when it, a package.json or the machine changed. @param {(line: string) => void} say */
export async function ensureInstalled(say) {
  const wanted = installFingerprint();
  if (readStamp(STAMP) === wanted && workspaceDirs().every(hasPackages)) return;
  const first = !existsSync(STAMP);
  say(first ? 'Installing packages (first start takes about a minute)…' : 'Installing changed packages…');
  rmSync(STAMP, { force: true });
  const began = performance.now();
  const beat = setInterval(
    () => say(`  still installing (${Math.round((performance.now() - began) / 1000)} s)…`),
    15_000,
  );
  const result = await runPnpm([
    'install',
    '--frozen-lockfile',
    // NODE_ENV=production must not leave out the build tools, nor a missing terminal stop a clean-up.
    '--prod=false',
    '--config.confirm-modules-purge=false',
    '--reporter=append-only',
  ]);
  clearInterval(beat);
  if (result.code !== 0) {
    throw toolProblem(
      'The packages could not be installed. Your data is untouched. Check the network (or the proxy settings of npm) and run the same command again.',
      result.output,
    );
  }
  writeStamp(STAMP, wanted);
}

/**
 * Takes out what only builds and tests, for an image. The next `npm start` in this checkout would install it again.
 * @param {(line: string) => void} say
 */
export async function keepProductionPackages(say) {
  rmSync(STAMP, { force: true });
  const result = await runPnpm([
    'install',
    '--prod',
    // Now, and not once they have been unused for a week.
    '--config.modules-cache-max-age=0',
    '--frozen-lockfile',
    '--config.confirm-modules-purge=false',
    '--reporter=append-only',
  ]);
  if (result.code !== 0)
    throw new Problem('The packages that only build could not be taken out.', lastLines(result.output, 20));
  say('What is left is what runs.');
}

function installFingerprint() {
  const files = ['package.json', ...workspaceDirs().map((dir) => `${dir}/package.json`)];
  const found = sourceFiles(ROOT, ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...files]);
  return fingerprint(ROOT, found, [PNPM, process.platform, process.arch]);
}

/** @param {string} dir */
function hasPackages(dir) {
  return existsSync(at(dir, 'node_modules'));
}

/** @param {string[]} args */
function runPnpm(args) {
  const npxArgs = ['--yes', PNPM, ...args];
  const npm = process.env.npm_execpath;
  const npx = npm && join(dirname(npm), 'npx-cli.js');
  return npx && existsSync(npx)
    ? execNode(npx, npxArgs)
    : exec(process.platform === 'win32' ? 'npx.cmd' : 'npx', npxArgs);
}
