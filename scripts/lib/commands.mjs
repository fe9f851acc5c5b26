import { pathToFileURL } from 'node:url';
import { ensureApiBuilt, ensureWebBuilt } from './build.mjs';
import { execNode } from './exec.mjs';
import { ensureInstalled, keepProductionPackages } from './install.mjs';
import { endWithParent } from './parent.mjs';
import { at, isCheckout, toolScript } from './paths.mjs';
import { Problem } from './problem.mjs';

/** @param {string} line */
const say = (line) => console.log(line);
/** Commands whose stdout is their result tell their progress beside it. @param {string} line */
const sayAside = (line) => console.error(line);

/** @type {Record<string, (args: string[]) => Promise<void>>} */
const COMMANDS = {
  async start(args) {
    const unknown = args.find((arg) => arg !== '--lan');
    if (unknown !== undefined)
      throw new Problem(`Unknown flag: ${unknown}. npm start takes --lan: npm start -- --lan`);
    if (args.includes('--lan')) process.env.LAN = '1';
    if (isCheckout()) await COMMANDS.build?.([]);
    await runBuilt('main', []);
  },
  /** What `start` would build, without starting it: for images. */
  async build() {
    await ensureInstalled(say);
    await ensureApiBuilt(say);
    await ensureWebBuilt(say);
  },
  'production-packages': () => keepProductionPackages(say),
  /** Exit code 0 once the Tandem of this computer serves: what containers and scripts wait for. */
  async ready() {
    const port = process.env.PORT ?? '3000';
    const reply = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (reply?.ok !== true) throw new Problem(`Nothing is ready at port ${port}.`);
  },
  async dev() {
    await ensureInstalled(say);
    const { runDev } = await import('./dev-command.mjs');
    await runDev(say);
  },
  async 'install-service'(args) {
    await ensureInstalled(say);
    await ensureApiBuilt(say);
    await ensureWebBuilt(say);
    const { installService } = await import('./service-command.mjs');
    await installService(args, say);
  },
  setup: (args) => runBesides('setup', args),
  verify: (args) => runBesides('verify', args),
  backup: (args) => runBesides('backup', args),
  restore: (args) => runBesides('restore', args),
  async check() {
    await ensureInstalled(say);
    const { runCheck } = await import('./check-command.mjs');
    leave(await runCheck(say));
  },
  test: (args) => test(args, 'short'),
  'test:long': (args) => test(args, 'long'),
  async bench(args) {
    await ensureInstalled(sayAside);
    const { code } = await execNode('--import', ['tsx', 'tests/bench/main.ts', ...args], { show: true });
    process.exitCode = code;
  },
  async 'make-sessions'(args) {
    await ensureInstalled(sayAside);
    const { code } = await execNode('--import', ['tsx', 'tests/bench/make-sessions.ts', ...args], {
      show: true,
    });
    process.exitCode = code;
  },
  async pictures(args) {
    await ensureInstalled(say);
    await ensureApiBuilt(say);
    await ensureWebBuilt(say);
    const { resolveBrowser } = await import('./browser.mjs');
    const CHROMIUM = await resolveBrowser({ say });
    const { code } = await execNode('--import', ['tsx', 'tests/pictures/take.ts', ...args], {
      show: true,
      env: { CHROMIUM },
    });
    process.exitCode = code;
  },
  async sbom(args) {
    await ensureInstalled(say);
    const { writeSbom } = await import('./sbom-command.mjs');
    writeSbom(args, say);
  },
  async mutation(args) {
    await ensureInstalled(say);
    const { code } = await execNode(toolScript('@stryker-mutator/core', 'stryker'), ['run', ...args], {
      show: true,
    });
    process.exitCode = code;
  },
};

/** @param {string | undefined} name @param {string[]} args */
export async function runCommand(name, args) {
  endWithParent();
  try {
    const command = COMMANDS[name ?? ''];
    if (!command)
      throw new Problem(`Unknown command: ${name ?? '(none)'}. Known: ${Object.keys(COMMANDS).join(', ')}.`);
    await command(args);
  } catch (error) {
    tell(error);
    process.exitCode = 1;
    // What a start that failed half-way left open must not keep it alive: who waits for its end would wait for ever.
    setTimeout(() => process.exit(1), 3_000).unref();
  }
}

/** A refusal is one sentence; only what nobody foresaw shows where it happened. @param {unknown} error */
function tell(error) {
  const known = error instanceof Problem || (error instanceof Error && error.name.endsWith('Refusal'));
  if (error instanceof Problem && error.details) console.error(error.details);
  console.error(known ? error.message : error);
}

/**
 * In this very process: a child would survive a kill -9 of the one that the person sees.
 * @param {string} name @param {string[]} args
 */
async function runBuilt(name, args) {
  process.setSourceMapsEnabled(true);
  const { main } = await import(pathToFileURL(at('apps/api/dist', `${name}.js`)).href);
  await main(args);
}

/** @param {string} name @param {string[]} args */
async function runBesides(name, args) {
  if (isCheckout()) {
    await ensureInstalled(sayAside);
    await ensureApiBuilt(sayAside);
  }
  await runBuilt(name, args);
}

/** @param {string[]} args @param {'short' | 'long'} size */
async function test(args, size) {
  await ensureInstalled(say);
  const { runTests } = await import('./test-command.mjs');
  leave(await runTests({ args, size, say }));
}

/** @param {boolean} well */
function leave(well) {
  process.exitCode = well ? 0 : 1;
}
