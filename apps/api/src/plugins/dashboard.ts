import fastifyStatic from '@fastify/static';
import { refuse } from '@tandem/domain';
import type { FastifyInstance } from 'fastify';
import { sendRefusal } from './errors.ts';

/**
 * The built dashboard on the same port. Every address that is not the API or a file is a page of the dashboard.
 * Without a folder (tests, a process behind another web server) the API answers alone.
 */
export async function dashboard(app: FastifyInstance, root: string | null): Promise<void> {
  if (root === null) {
    app.setNotFoundHandler((_request, reply) => sendRefusal(reply, refuse('not-found')));
    return;
  }
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    // Hashed file names never change; the page that names them always may.
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === 'GET' &&
      !request.url.startsWith('/api') &&
      !/\.\w+$/.test(request.url.split('?')[0] as string);
    return page ? reply.sendFile('index.html') : sendRefusal(reply, refuse('not-found'));
  });
}
