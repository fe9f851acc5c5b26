import swagger from '@fastify/swagger';
import { problemSchema, WIRE_VERSION } from '@tandem/wire';
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
  // Every call can be refused in the same form, so no route has to say it.
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api') || route.schema?.hide === true) return;
    const response = { ...(route.schema?.response as object | undefined), default: problemSchema };
    route.schema = { ...route.schema, response };
  });
  // Made once: anybody may ask for it, and each making of it would cost everybody else milliseconds.
  let text: string | null = null;
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async (_, reply) => {
    text ??= JSON.stringify(app.swagger());
    return reply.type('application/json; charset=utf-8').send(text);
  });
}
