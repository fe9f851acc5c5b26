import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const LOOK_MS = 5_000;
/** On a line of 64 kbit/s the largest reply is through before that. */
const STALLED_MS = 60_000;

/** When the server stops, who was asked for by then has his answer: no statement takes longer than 5 s. */
const STOPPING_MS = 6_000;

interface Line {
  /** What waited to be written when it was last looked at, and since when it has been as much. */
  waiting: number;
  sinceMs: number;
}

/**
 * Who asks and does not read makes the system hold megabytes, for as long as now and then a byte comes from them:
 * Node's own limit is for lines on which nothing moves at all. They are cut without waiting for what they will not read.
 * Nor does a stop of the server wait for them.
 */
export function dropStalledReaders(app: FastifyInstance): void {
  const lines = new Map<Socket, Line>();
  app.server.on('connection', (socket: Socket) => {
    lines.set(socket, { waiting: 0, sinceMs: performance.now() });
    socket.once('close', () => lines.delete(socket));
  });
  const timer = setInterval(() => {
    const nowMs = performance.now();
    for (const [socket, line] of lines) {
      const waiting = socket.writableLength;
      if (waiting === 0 || waiting !== line.waiting) lines.set(socket, { waiting, sinceMs: nowMs });
      else if (nowMs - line.sinceMs >= STALLED_MS) socket.resetAndDestroy();
    }
  }, LOOK_MS);
  let end: NodeJS.Timeout;
  app.addHook('preClose', async () => {
    end = setTimeout(() => {
      for (const socket of lines.keys()) socket.destroy();
    }, STOPPING_MS);
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    clearTimeout(end);
  });
}
