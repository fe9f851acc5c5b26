import { setTimeout as pause } from 'node:timers/promises';

/** Nothing here takes this long unless it is broken; the sentence then says what did not happen. */
const LIMIT_MS = 30_000;

/** Asks until it holds. @throws Error naming `what` after {@link LIMIT_MS} */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  everyMs = 10,
): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${LIMIT_MS / 1000} s`);
    await pause(everyMs);
  }
}

/** Fails with the sentence instead of waiting for ever. */
export async function within<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not within ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
