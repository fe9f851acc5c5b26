import { may, type Operation, uuidSchema } from '@tandem/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordLoneAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import type { Logins } from '../auth/logins.ts';
import type { InClinic } from '../db/clinic-scope.ts';
import { refused } from '../refusal-error.ts';

/** What a route asks of the caller: nobody in particular, a login, or one whose role may do this (any of these). */
export type Access = 'public' | 'signed-in' | Operation | readonly Operation[];

/** A route as it was registered. */
export interface ApiRoute {
  readonly method: string;
  /** With its parameters by name: `/api/sessions/:id`. */
  readonly url: string;
  readonly access: Access;
  readonly freshLogin: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** Asks for a login under 5 minutes old, or for the password once more (`POST /api/auth/confirm`). */
    freshLogin?: true;
    /** What a body over the route's own `bodyLimit` is told, where that is not the limit of all. */
    tooLarge?: string;
    /** Answers also who has no second factor yet at a clinic that asks for one: what it takes to set it up. */
    beforeEnrolment?: true;
  }
  interface FastifyRequest {
    /** Set on every route that is not public. */
    login: Login;
  }
  interface FastifyInstance {
    /** Every route under `/api`, and no other: what is not the API (health, the dashboard's files) holds no record. */
    readonly apiRoutes: readonly ApiRoute[];
  }
}

/**
 * Origin first, then login, then role, then how fresh the login is, before any handler. A route without `config.access` does not start:
 * forgetting the question must not mean "anyone".
 */
export function access(
  app: FastifyInstance,
  logins: Logins,
  inClinic: InClinic,
  origins: Pick<ReadonlySet<string>, 'has'>,
): void {
  app.decorateRequest('login', null as unknown as Login);
  const apiRoutes: ApiRoute[] = [];
  app.decorate('apiRoutes', apiRoutes);
  app.addHook('onRoute', ({ url, method: methods, config }) => {
    if (!url.startsWith('/api')) return;
    const wanted = config?.access;
    if (wanted === undefined) throw new Error(`${String(methods)} ${url} does not say who may call it`);
    const freshLogin = config?.freshLogin === true;
    for (const method of [methods].flat()) apiRoutes.push({ method, url, access: wanted, freshLogin });
  });
  app.addHook('onRequest', async (request) => {
    if (isWrite(request) && !fromOurPages(request, origins)) throw refused('wrong-origin');
    const { access: wanted = 'public', freshLogin, beforeEnrolment } = request.routeOptions.config;
    if (wanted === 'public') return;
    const login = await logins.resolve(request.headers.cookie);
    if (login === null) throw refused('not-signed-in');
    request.login = login;
    if (login.mustEnrol && beforeEnrolment !== true) throw refused('enrol-first');
    const anyOf = wanted === 'signed-in' ? [] : [wanted].flat();
    if (anyOf.length > 0 && !anyOf.some((operation) => may(login.role, operation))) {
      await recordLoneAct(inClinic, login, {
        action: anyOf.join(' '),
        targetId: targetOf(request),
        outcome: 'denied',
      });
      throw refused('role-may-not');
    }
    if (freshLogin === true && !(await logins.isFresh(login))) throw refused('confirm-needed');
  });
}

/** The id in the address, as far as it is one: what was typed there is not kept. */
function targetOf(request: FastifyRequest): string | undefined {
  const { id } = request.params as { id?: string };
  return id !== undefined && uuidSchema.safeParse(id).success ? id : undefined;
}

function isWrite(request: FastifyRequest): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS';
}

/** A browser says where a request comes from; a program says neither and carries no ambient cookie. */
export function fromOurPages(
  request: Pick<FastifyRequest, 'headers'>,
  origins: Pick<ReadonlySet<string>, 'has'>,
): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && !origins.has(origin)) return false;
  return site === undefined || site === 'same-origin' || site === 'none';
}
