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
    },
  });
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
