import swagger from '@fastify/swagger';
import { problemSchema, WIRE_VERSION } from '@tandem/wire';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { complete, type Described } from '../openapi/complete.ts';
import { conventions } from '../openapi/conventions.ts';
import { groupOf, groups } from '../openapi/groups.ts';
import { whoMay } from '../openapi/who-may.ts';

/**
 * OpenAPI 3.1 from the same schemas that validate, at `/api/openapi.json`. Register before the routes: one that does
 * not say in its schema's `summary` what it does, or that no group of `openapi/groups.ts` holds, does not start.
 */
export async function openapi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Tandem', version: String(WIRE_VERSION), description: conventions },
      tags: groups.map((group) => ({ ...group })),
      components: {
        securitySchemes: {
          login: {
            type: 'apiKey',
            in: 'cookie',
            name: 'tandem',
            description: 'Set by `POST /api/auth/sign-in/email`; over https its name is `__Host-tandem`.',
          },
        },
      },
    },
    transform: createJsonSchemaTransform({ skipList: ['/healthz', '/readyz'] }),
    transformObject: (made) => complete((made as { openapiObject: Described }).openapiObject) as never,
  });
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api') || route.schema?.hide === true) return;
    route.schema = described(route);
  });
  // Made once: anybody may ask for it, and each making of it would cost everybody else milliseconds.
  let text: string | null = null;
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async (_, reply) => {
    text ??= JSON.stringify(app.swagger());
    return reply.type('application/json; charset=utf-8').send(text);
  });
}

/** The route's own schema, with what follows from its path, its config and from being a call of this API. */
function described({ method, url, config, schema = {} }: RouteOptions): NonNullable<RouteOptions['schema']> {
  const call = `${String(method)} ${url}`;
  if (schema.summary === undefined) throw new Error(`${call} does not say what it does: schema.summary`);
  const group = groupOf(url);
  if (group === undefined) throw new Error(`${call} is in no group: openapi/groups.ts`);
  return {
    ...schema,
    tags: [group],
    operationId: operationId(String(method), url),
    ...whoMay(config ?? {}),
    response: {
      // A file has no shape; its type is what `produces` says.
      ...(schema.produces === undefined ? {} : { 200: z.unknown() }),
      ...(schema.response as object | undefined),
      // Every call can be refused in the same form, so no route has to say it.
      default: problemSchema,
    },
  } as NonNullable<RouteOptions['schema']>;
}

/** `getSessionsByIdEntries`: stays as it is as long as the call does. */
function operationId(method: string, url: string): string {
  const words = url
    .replace(/^\/api\//, '')
    .split(/[/-]/)
    .map((part) => (part.startsWith(':') ? `by${capital(part.slice(1))}` : part));
  return [method.toLowerCase(), ...words.map(capital)].join('');
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
