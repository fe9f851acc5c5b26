import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lostPassword } from './password.ts';
import { probe } from './probe.ts';
import { endServer, isServerOf, readPidFile, waitUntil } from './process.ts';
import { EmbeddedRefusal } from './refusal.ts';
import { type RunningServer, type ServerPlan, serverArgs } from './server.ts';

/** A server that outlived its starter: adopted when it is what we would start and answers, else ended. */
export async function takeOver(plan: ServerPlan): Promise<RunningServer | undefined> {
  const { pgData } = plan;
  const pidFile = readPidFile(pgData);
  if (pidFile === undefined || pidFile === 'damaged' || !isServerOf(pidFile.pid, pgData)) return undefined;
  const { pid } = pidFile;
  const ready = () => {
    const now = readPidFile(pgData);
    return !isServerOf(pid, pgData) || (now !== undefined && now !== 'damaged' && now.ready);
  };
  await waitUntil(ready, 60_000);
  const port = (readPidFile(pgData) as { port?: number } | undefined)?.port;
  let answers = false;
  if (port && isServerOf(pid, pgData)) {
    const { state } = await probe(port, plan.password, pgData);
    answers = state === 'ours';
    if (answers && startedLike(plan, port)) return { pid, port };
    if (state === 'wrong-password') throw new EmbeddedRefusal(lostPassword(plan.passwordFile, pgData));
  }
  plan.say('Stopping a PostgreSQL that an earlier start left behind…');
  await endServer(pid, pgData, answers ? undefined : 1_500);
  return undefined;
}

/** An update brings other binaries or settings; then a clean restart is right, not an adoption. */
function startedLike(plan: ServerPlan, port: number): boolean {
  try {
    const words = readFileSync(join(plan.pgData, 'postmaster.opts'), 'utf8').trim();
    const wanted = serverArgs(plan, port).map((arg) => `"${arg}"`);
    return words === `${plan.binaries.postgres} ${wanted.join(' ')}`;
  } catch {
    return false;
  }
}
