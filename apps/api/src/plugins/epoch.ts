import type { FastifyInstance } from 'fastify';
import { refused } from '../refusal-error.ts';

/**
 * A write that names another epoch was composed against a database that is no longer this one (a restore):
 * nothing of it is stored. Programs that send no `Tandem-Epoch` take that risk themselves.
 */
export function epochGuard(app: FastifyInstance, epoch: string): void {
  app.addHook('preValidation', async (request) => {
    const sent = request.headers['tandem-epoch'];
    if (sent !== undefined && sent !== epoch) throw refused('epoch-changed');
  });
}
