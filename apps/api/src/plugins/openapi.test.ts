import fastify, { type RouteOptions } from 'fastify';
import { describe, expect, it } from 'vitest';
import { openapi } from './openapi.ts';

/** Registers one route as it is, on a server with nothing else. */
async function startWith(url: string, schema: NonNullable<RouteOptions['schema']>): Promise<void> {
  const app = fastify();
  await openapi(app);
  app.route({ method: 'GET', url, config: { access: 'public' }, schema, handler: async () => ({}) });
  await app.close();
}

describe('A route under /api', () => {
  const summary = 'Lists what is here';

  it('starts when it says what it does and a group holds it', async () => {
    await expect(startWith('/api/sessions/:id/news', { summary })).resolves.toBeUndefined();
  });

  it('does not start without a summary', async () => {
    await expect(startWith('/api/sessions/:id/news', {})).rejects.toThrow(
      'GET /api/sessions/:id/news does not say what it does',
    );
  });

  it('does not start in no group', async () => {
    await expect(startWith('/api/news', { summary })).rejects.toThrow('GET /api/news is in no group');
    await expect(startWith('/api/sessions-of-old', { summary })).rejects.toThrow('is in no group');
  });

  it('starts without either when it is not listed, and so does what is no call of the API', async () => {
    await expect(startWith('/api/news', { hide: true })).resolves.toBeUndefined();
    await expect(startWith('/news', {})).resolves.toBeUndefined();
  });
});
