import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { exec, execNode } from './exec.mjs';
import { at, STATE_DIR, toolScript } from './paths.mjs';
import { Problem } from './problem.mjs';

/** @typedef {{ say: (line: string) => void }} Options */

const SYSTEM_PATHS = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/** Nothing may wait for a network that is closed, and root has no sandbox of its own. */
export function launchArgs() {
  const quiet = [
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // Without a graphics card the GPU process draws in software, at the cost of a core.
    '--disable-gpu',
  ];
  return process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
}

/**
 * Path of a Chromium that really runs here: the one that is named, one that is installed, or one
 * that can be had. Throws a Problem when there is none; the browser tests are never skipped for it.
 * @param {Options} options
 */
export async function resolveBrowser({ say }) {
  const named = process.env.CHROMIUM;
  if (named) {
    if (await runs(named)) return named;
    throw new Problem(
      `CHROMIUM is ${named}, which is no Chromium that runs here. No browser test ran. Correct it, or unset it to search.`,
    );
  }
  for (const find of [onSystem, fromPlaywright, fromDebian, fromRegistry]) {
    const path = await find({ say });
    if (path && (await runs(path))) return path;
  }
  throw new Problem(
    'No Chromium was found and none could be installed. No browser test ran. Install Chromium or Chrome, or set CHROMIUM to its path, and run the same command again.',
  );
}

/** A stub that asks for a snap, or a binary without its libraries, exists and does not run. @param {string} path */
async function runs(path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  const { code, stdout } = await exec(path, ['--version'], { timeoutMs: 20_000 });
  return code === 0 && /chrom/i.test(stdout);
}

/** @returns {Promise<string | undefined>} */
async function onSystem() {
  const paths = /** @type {Record<string, string[]>} */ (SYSTEM_PATHS)[process.platform] ?? [];
  for (const path of paths) if (await runs(path)) return path;
  return undefined;
}

/** @param {Options} options @returns {Promise<string | undefined>} */
async function fromPlaywright({ say }) {
  const require = createRequire(at('tests/e2e/playwright.config.ts'));
  /** @type {typeof import('@playwright/test')} */
  const { chromium } = require('@playwright/test');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  say('Downloading Chromium…');
  // On a closed network it hangs instead of failing: once its first 20 s bring no progress, it is stopped.
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), 20_000);
  const { code } = await execNode(toolScript('@playwright/test', 'playwright'), ['install', 'chromium'], {
    timeoutMs: 300_000,
    signal: stalled.signal,
    onOutput: (text) => {
      if (!/\d+%/.test(text)) return;
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), 20_000);
    },
  });
  clearTimeout(timer);
  return code === 0 ? chromium.executablePath() : undefined;
}

/** @param {Options} options @returns {Promise<string | undefined>} */
async function fromDebian({ say }) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  say('Installing Chromium with apt-get…');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await exec('apt-get', ['update'], { env, timeoutMs: 90_000 });
  if (update.code !== 0) return undefined;
  await exec('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
    timeoutMs: 400_000,
  });
  return '/usr/bin/chromium';
}

/**
 * A build that comes as a package. It unpacks to the temporary directory, and takes a file of that
 * name there for its own, so it gets a private one; the variable makes it bring its libraries too.
 * @param {Options} options @returns {Promise<string | undefined>}
 */
async function fromRegistry({ say }) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (!existsSync(at('node_modules/@sparticuz/chromium'))) return undefined;
  say('Unpacking Chromium from its package…');
  const dir = join(STATE_DIR, 'browser');
  mkdirSync(dir, { recursive: true });
  const code =
    "import('@sparticuz/chromium').then(async (it) => console.log(await it.default.executablePath()))";
  const env = { TMPDIR: dir, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const unpacked = await exec(process.execPath, ['-e', code], { env, timeoutMs: 120_000 });
  const lib = join(dir, 'al2023', 'lib');
  process.env.LD_LIBRARY_PATH = [lib, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return unpacked.stdout.trim() || undefined;
}
