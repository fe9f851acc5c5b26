import type { Duplex } from 'node:stream';
import websocket from '@fastify/websocket';
import { closeCodes, MAX_CLIENT_FRAME_BYTES } from '@tandem/wire';
import type { App } from '../app-type.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { Connection } from './connection.ts';

/** `GET /api/live`. Nothing a client sends ends the process: the listener is synchronous and catches everything. */
export async function liveSocket(
  app: App,
  services: Services,
  origins: Pick<ReadonlySet<string>, 'has'>,
  build: string,
): Promise<void> {
  const sockets = new UpgradedSockets();
  await app.register(websocket, {
    options: { maxPayload: MAX_CLIENT_FRAME_BYTES, perMessageDeflate: false },
    errorHandler: (_error, socket) => socket.terminate(),
    preClose: async () => {
      for (const socket of app.websocketServer.clients) socket.close(closeCodes.restart, 'restart');
      const end = setTimeout(() => {
        for (const socket of app.websocketServer.clients) socket.terminate();
      }, 2_000);
      await new Promise<void>((resolve) => app.websocketServer.close(() => resolve()));
      clearTimeout(end);
      sockets.leave();
    },
  });
  app.server.on('upgrade', (_request, socket) => sockets.add(socket));
  // A refused upgrade leaves its socket with nobody: it would stay open and hold up the stop of the server.
  app.addHook('onResponse', async (request) => {
    if (request.headers.upgrade !== undefined) request.raw.socket.end();
  });
  app.route({
    method: 'GET',
    url: '/api/live',
    config: { access: 'session.read' },
    schema: { hide: true },
    // A browser always names the page's origin here; cookies alone would let any site listen (CSWSH).
    preValidation: async (request) => {
      const { origin } = request.headers;
      if (origin === undefined || !origins.has(origin)) throw refused('wrong-origin');
    },
    handler: async () => {
      throw refused('invalid', { detail: 'This address speaks websocket only.' });
    },
    wsHandler: (socket, request) => void new Connection(socket, request, services, build),
  });
}

/**
 * Sockets whose upgrade was asked for. While the server stops, Fastify answers an upgrade past every hook and leaves
 * its socket to nobody: who came at that moment and stayed would keep the process from ending.
 */
class UpgradedSockets {
  private readonly open = new Set<Duplex>();
  private left = false;

  add(socket: Duplex): void {
    // After its answer, which is on the way.
    if (this.left) return void setImmediate(() => end(socket));
    this.open.add(socket);
    socket.once('close', () => this.open.delete(socket));
  }

  leave(): void {
    this.left = true;
    for (const socket of this.open) end(socket);
  }
}

function end(socket: Duplex): void {
  socket.end(() => socket.destroy());
}
