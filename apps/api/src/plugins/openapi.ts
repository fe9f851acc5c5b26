import swagger from '@fastify/swagger';
import { WIRE_VERSION } from '@tandem/wire';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';

/** OpenAPI 3.1 from the same schemas that validate, at `/api/openapi.json`. Register before the routes. */
export async function openapi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tandem',
        version: String(WIRE_VERSION),
        description: 'The shared record of a ketamine-assisted psychotherapy session.',
      },
      components: { securitySchemes: { login: { type: 'apiKey', in: 'cookie', name: 'tandem' } } },
    },
    transform: createJsonSchemaTransform({ skipList: ['/healthz', '/readyz'] }),
  });
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () =>
    app.swagger(),
  );
}
