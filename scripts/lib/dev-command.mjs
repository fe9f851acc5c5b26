import { spawn } from 'node:child_process';
import { stopChildren, track } from './exec.mjs';
import { toolEnv } from './home.mjs';
import { at, ROOT, toolScript } from './paths.mjs';
import { Problem } from './problem.mjs';

/** The server, restarted on change, and the dashboard with hot reload. Both end with the first. @param {(line: string) => void} say */
export async function runDev(say) {
  say('Starting the server and the dashboard; both reload when a file changes…');
  const server = [toolScript('tsx'), 'watch', '--clear-screen=false', 'scripts/lib/dev-server.mjs'];
  const dashboard = [toolScript('vite', 'vite', 'apps/web'), '--clearScreen', 'false'];
  const ends = [run(server, ROOT), run(dashboard, at('apps/web'))];
  const first = await Promise.race(ends);
  await stopChildren('SIGTERM');
  throw new Problem(`${first} ended, so the other one is stopped as well. Your data is untouched.`);
}

/** @param {string[]} args @param {string} cwd @returns {Promise<string>} */
function run(args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...toolEnv(), TANDEM_DEV: '1' },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
    });
    track(child);
    child.once('exit', () => resolve(cwd === ROOT ? 'The server' : 'The dashboard'));
  });
}
