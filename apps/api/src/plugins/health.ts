import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Database } from '../db/connect.ts';

const status = z.object({ status: z.enum(['alive', 'ready', 'not-ready']) });

/** `/healthz`: the process answers. `/readyz`: it can also reach the database and find its schema. */
export function health(app: FastifyInstance, database: Database): void {
  app.get('/healthz', { schema: { response: { 200: status } } }, async () => ({ status: 'alive' }));
  app.get('/readyz', { schema: { response: { 200: status, 503: status } } }, async (_request, reply) => {
    try {
      await database.app`select epoch from tandem.installation`;
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'not-ready' });
    }
  });
}
