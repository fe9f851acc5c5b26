import { spawn } from 'node:child_process';
import { toolEnv } from './home.mjs';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} ExecOptions
 * @property {string} [cwd]
 * @property {Record<string, string | undefined>} [env] added to the environment for tools
 * @property {number} [timeoutMs]
 * @property {AbortSignal} [signal] stops it early
 * @property {boolean} [show] print the output as it comes
 * @property {(text: string) => void} [onOutput]
 *
 * @typedef {{ code: number, output: string, stdout: string, seconds: number, timedOut: boolean }} ExecResult
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const living = new Set();
const POSIX = process.platform !== 'win32';

/**
 * Runs a program without stdin and waits for it. It leads a process group of its own, so that a
 * timeout or Ctrl-C also ends what it started itself (test workers, browsers).
 * @param {string} file @param {string[]} args @param {ExecOptions} [options] @returns {Promise<ExecResult>}
 */
export function exec(file, args, options = {}) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...toolEnv(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: POSIX,
    });
    track(child);
    let output = '';
    let stdout = '';
    let timedOut = false;
    /** @param {'stdout' | 'stderr'} stream */
    const take = (stream) => (/** @type {string} */ text) => {
      output += text;
      if (stream === 'stdout') stdout += text;
      if (options.show) process[stream].write(text);
      options.onOutput?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', take('stdout'));
    child.stderr.setEncoding('utf8').on('data', take('stderr'));
    const stop = () => {
      timedOut = true;
      end(child, 'SIGTERM');
      setTimeout(() => end(child, 'SIGKILL'), 3_000).unref();
    };
    const timer = options.timeoutMs ? setTimeout(stop, options.timeoutMs) : undefined;
    options.signal?.addEventListener('abort', stop, { once: true });
    let settled = false;
    /** @param {number} code */
    const done = (code) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      end(child, 'SIGKILL');
      resolve({ code, output, stdout, seconds: (performance.now() - began) / 1000, timedOut });
    };
    child.once('error', (error) => {
      output += error.message;
      done(127);
    });
    child.once('exit', (code, signal) => {
      const final = code ?? (signal ? 1 : 0);
      child.once('close', () => done(final));
      // Something it left behind may hold the pipe open; it is ended with the rest of the group.
      setTimeout(() => done(final), 3_000).unref();
    });
  });
}

/** @param {string} script @param {string[]} args @param {ExecOptions} [options] */
export const execNode = (script, args, options) => exec(process.execPath, [script, ...args], options);

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function end(child, signal) {
  try {
    if (POSIX && child.pid) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Already gone.
  }
}

/**
 * Counts a child among those that end when we are asked to end.
 * @param {import('node:child_process').ChildProcess} child
 */
export function track(child) {
  if (living.size === 0) for (const signal of SIGNALS) process.on(signal, endAll);
  living.add(child);
  child.once('exit', () => {
    living.delete(child);
    if (living.size === 0) unwatchSignals();
  });
}

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function unwatchSignals() {
  for (const signal of SIGNALS) process.off(signal, endAll);
}

/** @param {NodeJS.Signals} signal */
async function endAll(signal) {
  await stopChildren(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

/** @type {Promise<void> | undefined} */
let stopping;

/** Asks every living child to end, once, and makes it after ten seconds. @param {NodeJS.Signals} signal */
export function stopChildren(signal) {
  stopping ??= endGently([...living], signal).finally(() => {
    stopping = undefined;
  });
  return stopping;
}

/** @param {import('node:child_process').ChildProcess[]} children @param {NodeJS.Signals} signal */
async function endGently(children, signal) {
  const gone = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
  // Only the leader is asked: it asks its own, and a second signal would make it hurry and kill them.
  for (const child of children) child.kill(signal);
  await Promise.race([Promise.all(gone), new Promise((resolve) => setTimeout(resolve, 10_000).unref())]);
  for (const child of children) end(child, 'SIGKILL');
}
