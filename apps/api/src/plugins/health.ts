import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Database } from '../db/connect.ts';

const status = z.object({
  status: z.enum(['alive', 'ready', 'not-ready']),
  /** Of a ready one: false while the database refuses writes. */
  writable: z.boolean().optional(),
});

/**
 * `/healthz`: the process answers. `/readyz`: it can also reach the database and find its schema. It stays ready
 * while the database cannot save: taken out of service, it could not show what is recorded either.
 */
export function health(app: FastifyInstance, database: Database, saving: { readonly can: boolean }): void {
  app.get('/healthz', { schema: { response: { 200: status } } }, async () => ({ status: 'alive' }));
  app.get('/readyz', { schema: { response: { 200: status, 503: status } } }, async (_request, reply) => {
    try {
      await database.app`select epoch from tandem.installation`;
      return { status: 'ready', writable: saving.can };
    } catch {
      return reply.code(503).send({ status: 'not-ready' });
    }
  });
}
