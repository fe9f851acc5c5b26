import { isServerOf } from './process.ts';
import { launch, type RunningServer, type ServerPlan } from './server.ts';

const LOOK_EVERY_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

export interface Supervisor {
  /** Ends the watch and gives the pid to stop. Waits for a restart that is under way. */
  release(): Promise<number>;
}

/**
 * Restarts a server that died (out of memory, killed) on the same port, so that open pools come
 * back by themselves. It looks at the pid rather than at a child: an adopted server is not ours.
 */
export function superviseServer(plan: ServerPlan, server: RunningServer): Supervisor {
  let { pid } = server;
  let released = false;
  let restart: Promise<void> | undefined;
  let pauseMs = 0;
  let notBefore = 0;

  const bringBack = async () => {
    plan.say('PostgreSQL stopped unexpectedly. Everything confirmed is on disk; starting it again…');
    try {
      ({ pid } = await launch(plan, server.port));
      plan.say('PostgreSQL is running again.');
      pauseMs = 0;
    } catch (error) {
      plan.say((error as Error).message);
      pauseMs = Math.min(Math.max(1_000, pauseMs * 2), LONGEST_PAUSE_MS);
      notBefore = Date.now() + pauseMs;
    }
    restart = undefined;
  };

  const timer = setInterval(() => {
    if (released || restart || Date.now() < notBefore || isServerOf(pid, plan.pgData)) return;
    restart = bringBack();
  }, LOOK_EVERY_MS);
  timer.unref();

  return {
    async release() {
      released = true;
      clearInterval(timer);
      await restart;
      return pid;
    },
  };
}
