/** What a program of the benchmark can be asked for over its IPC channel; `ready` is what it says once it is up. */
export interface ServerCalls {
  /** User and system time of the whole process so far, in microseconds. */
  cpuMicros(): number;
  /** Resident memory in bytes, after what nobody needs was thrown away. */
  rssBytes(): number;
}

export interface Question {
  readonly n: number;
  readonly name: string;
  readonly args: readonly unknown[];
}
export type Message =
  | { readonly ready: unknown }
  | { readonly n: number; readonly result: unknown }
  | { readonly n: number; readonly error: string };

/**
 * The program's side: answers questions until the parent is gone. A parent that was killed closes the channel,
 * so nothing that it started outlives it.
 */
export function answerCalls<T extends object>(handlers: T, ready: unknown): void {
  const send = (message: Message) => process.send?.(message);
  process.on('message', async ({ n, name, args }: Question) => {
    try {
      const handler = (handlers as Record<string, (...args: unknown[]) => unknown>)[name];
      if (handler === undefined) throw new Error(`there is no call ${name}`);
      send({ n, result: await handler(...args) });
    } catch (error) {
      send({ n, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  send({ ready });
}

function cpuMicros(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function rssBytes(): number {
  // There with --expose-gc, which every measured server is started with.
  const { gc } = globalThis as { gc?: () => void };
  for (let pass = 0; pass < 3; pass += 1) gc?.();
  return process.memoryUsage.rss();
}

export const serverCalls: ServerCalls = { cpuMicros, rssBytes };
