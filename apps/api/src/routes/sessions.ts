import { randomUUID } from 'node:crypto';
import { type Plan, type SessionStatus, sessionStatusSchema, uuidSchema } from '@tandem/domain';
import {
  newSessionSchema,
  type Session,
  sessionListSchema,
  sessionPatchSchema,
  sessionQuerySchema,
  sessionSchema,
  sessionSearchSchema,
} from '@tandem/wire';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import type { Login } from '../auth/login.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { requireReadable } from '../sessions/access.ts';
import { requirePlanParts } from '../sessions/plan-parts.ts';
import { searchSessions } from '../sessions/search.ts';
import { takeStep } from '../sessions/step.ts';

export const sessionParams = z.object({ id: uuidSchema });

export function sessionRoutes(app: App, services: Services): void {
  const { inClinic, readAudit } = services;
  const list = (login: Login, search: z.output<typeof sessionSearchSchema>) =>
    inClinic(login.clinicId, (scope) => searchSessions(scope, login, search, login.timeZone));

  app.get(
    '/api/sessions',
    {
      config: { access: 'session.list' },
      schema: {
        summary: 'Lists sessions by a filter in the address, newest planned time first',
        description:
          "`from` and `to` are days in the clinic's time zone, both inclusive. `nextCursor` is null on the last page; a cursor belongs to its filter, and with another filter it is 400. `limit` is 50 when it is left out. Addresses end up in logs: with a name in `q`, use `POST /api/sessions/search`.",
        querystring: sessionQuerySchema,
        response: { 200: sessionListSchema },
      },
    },
    async ({ login, query }) => {
      const { status, limit, ...rest } = query;
      return list(login, {
        ...rest,
        ...(status === undefined ? {} : { status: statusesOf(status) }),
        ...(limit === undefined ? {} : { limit: Number(limit) }),
      });
    },
  );

  app.post(
    '/api/sessions/search',
    {
      config: { access: 'session.list' },
      schema: {
        summary: 'Lists sessions by a filter in the body, so that no name stands in an address',
        description:
          'The same list as `GET /api/sessions`, with `status` and `limit` as JSON values. It stores nothing.',
        body: sessionSearchSchema,
        response: { 200: sessionListSchema },
      },
    },
    async ({ login, body }) => list(login, body),
  );

  app.get(
    '/api/sessions/:id',
    {
      config: { access: 'session.read' },
      schema: {
        summary: 'Reads one session: status, client, team, protocol version and the last seq of its log',
        description:
          'Where a clinic shows sessions to their team alone, anybody else gets 403 `not-on-team`. Reading it stands in the audit.',
        params: sessionParams,
        response: { 200: sessionSchema },
      },
    },
    async ({ login, params }): Promise<Session> =>
      inClinic(login.clinicId, async (scope) => {
        const session = await requireReadable(scope, login, params.id);
        await readAudit.record(scope, login, session.id);
        return session;
      }),
  );

  app.post(
    '/api/sessions',
    {
      config: { access: 'session.plan' },
      schema: {
        summary: 'Plans a session for a client',
        description:
          'Client, protocol, room and people must be of this clinic; an unknown one is 404 with the `field`. `weightKg` is in kilograms, `plannedDoses[].amountMg` in milligrams. The same plan under the same `id` is answered with 200.',
        body: newSessionSchema,
        response: { 201: sessionSchema, 200: sessionSchema },
      },
    },
    async ({ login, body }, reply) => {
      const { id, ...plan } = body;
      await inClinic(login.clinicId, (scope) => requirePlanParts(scope, plan));
      return takeStep(services, login, reply, id, { type: 'plan', id, plan: plan as Plan });
    },
  );

  app.patch(
    '/api/sessions/:id',
    {
      config: { access: 'session.plan' },
      schema: {
        summary: 'Changes the plan of a session that has not started',
        description:
          'Only what is sent changes. 409 `session-not-planned` once it has started. Without an `id` of the change, a repeat adds the same change once more to the log.',
        params: sessionParams,
        body: sessionPatchSchema,
        response: { 200: sessionSchema },
      },
    },
    async ({ login, params, body }, reply) => {
      const { id = randomUUID(), ...patch } = body;
      await inClinic(login.clinicId, (scope) => requirePlanParts(scope, patch));
      return takeStep(services, login, reply, params.id, { type: 'replan', id, patch }, 200);
    },
  );
}

function statusesOf(text: string): SessionStatus[] {
  return text.split(',').map((part) => {
    const parsed = sessionStatusSchema.safeParse(part);
    if (parsed.success) return parsed.data;
    throw refused('invalid', {
      field: 'status',
      detail: `status must be one or more of ${sessionStatusSchema.options.join(', ')}, separated by commas.`,
    });
  });
}
