import { connect, type Socket } from 'node:net';

/** Every statement ends within 5 s (`statement_timeout`): longer silence after a question is a dead line. */
const SILENCE_MS = 7_000;
/** A timer this late means that this process itself stood still: the answer may be waiting in the buffer. */
const FROZEN_MS = 1_000;

export interface Target {
  readonly host: string;
  readonly port: number;
  /** Of a Unix socket; then host and port do not matter. */
  readonly path?: string | undefined;
}

/**
 * A connection to PostgreSQL that gives up when nothing answers. The driver has no deadline of its own: with a
 * network that swallows packets its queries would wait for ever, and with them the pool (reliability.md, A6, A9).
 * Over TLS the library writes past this socket, and only the connection's keep-alive is left.
 */
export function watchedSocket(target: Target, silenceMs = SILENCE_MS): Socket {
  const socket: AwaitedSocket = target.path ? connect(target.path) : connect(target.port, target.host);
  let timer: NodeJS.Timeout | undefined;
  let askedMs = 0;
  let heardMs = 0;
  // Several questions may be under way: the answer to one of them says nothing about the others.
  const isAwaited = () => socket.isAwaited?.() ?? heardMs < askedMs;

  const watch = (ms: number) => {
    const dueMs = performance.now() + ms;
    timer = setTimeout(() => {
      const now = performance.now();
      const leftMs = Math.max(heardMs, askedMs) + silenceMs - now;
      if (now - dueMs > FROZEN_MS) watch(FROZEN_MS);
      else if (!isAwaited()) stop();
      else if (heardMs >= askedMs && leftMs > 0) watch(leftMs);
      else socket.destroy(silent(silenceMs));
    }, ms);
    timer.unref();
  };
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };

  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  socket.write = ((...args: unknown[]) => {
    if (timer === undefined || heardMs >= askedMs) {
      stop();
      askedMs = performance.now();
      watch(silenceMs);
    }
    return write(...args);
  }) as Socket['write'];
  socket.on('data', () => {
    heardMs = performance.now();
  });
  socket.on('close', stop);
  return socket;
}

/** The driver says whether an answer is still to come (docs/decisions/0010-a-patched-driver.md). */
type AwaitedSocket = Socket & { isAwaited?: () => boolean };

/** With the code of any other peer that is not there: the request is answered with `unavailable`. */
function silent(silenceMs: number): Error {
  return Object.assign(new Error(`PostgreSQL did not answer for ${silenceMs} ms`), { code: 'ETIMEDOUT' });
}
