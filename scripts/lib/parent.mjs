import { readFileSync } from 'node:fs';

/**
 * npm starts us through a shell that passes no signal on: a SIGTERM to npm ends npm and the shell and
 * would leave us running, with the port. So whoever is above us under npm is watched, and when one
 * of them is gone we get the signal that was meant for us.
 */
export function endWithParent() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32' || process.ppid <= 1) return;
  const line = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === line) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  timer.unref();
}

/** Parent and, where the parent is the shell that npm put between, its parent: npm. */
function ancestors() {
  const { ppid } = process;
  try {
    if (!readFileSync(`/proc/${ppid}/cmdline`, 'utf8').includes('run.mjs')) return String(ppid);
    const stat = readFileSync(`/proc/${ppid}/stat`, 'utf8');
    return `${ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return String(ppid);
  }
}
