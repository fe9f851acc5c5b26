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
      schema: { querystring: sessionQuerySchema, response: { 200: sessionListSchema } },
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
      schema: { body: sessionSearchSchema, response: { 200: sessionListSchema } },
    },
    async ({ login, body }) => list(login, body),
  );

  app.get(
    '/api/sessions/:id',
    {
      config: { access: 'session.read' },
      schema: { params: sessionParams, response: { 200: sessionSchema } },
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
      schema: { body: newSessionSchema, response: { 201: sessionSchema, 200: sessionSchema } },
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
        params: sessionParams,
        body: sessionPatchSchema,
        response: { 200: sessionSchema, 201: sessionSchema },
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
