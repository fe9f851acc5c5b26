import type { Plan } from '@tandem/domain';
import {
  addendumBodySchema,
  cancelBodySchema,
  closeBodySchema,
  endBodySchema,
  sessionSchema,
  signBodySchema,
  startBodySchema,
} from '@tandem/wire';
import { and, desc, eq } from 'drizzle-orm';
import type { App } from '../app-type.ts';
import type { Login } from '../auth/login.ts';
import { isSafetyOpen } from '../courses/read.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { entries, entryPayloads } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { leftTheTeam } from '../sessions/left-team.ts';
import { pinsOf } from '../sessions/plan-parts.ts';
import { takeStep } from '../sessions/step.ts';
import { sessionParams } from './sessions.ts';

/** Start, cancel, end, sign, close, addendum: each call is one entry, and its id makes it idempotent. */
export function sessionStepRoutes(app: App, services: Services): void {
  const response = { 200: sessionSchema, 201: sessionSchema };

  app.post(
    '/api/sessions/:id/start',
    { config: { access: 'session.run' }, schema: { params: sessionParams, body: startBodySchema, response } },
    async ({ login, params, body }, reply) => {
      const { id, startedAt = null, reason = null } = body;
      const start = await services.inClinic(login.clinicId, async (scope) =>
        startOf(scope, login, params.id),
      );
      return takeStep(services, login, reply, params.id, { type: 'start', id, startedAt, reason, ...start });
    },
  );

  app.post(
    '/api/sessions/:id/cancel',
    {
      config: { access: 'session.run' },
      schema: { params: sessionParams, body: cancelBodySchema, response },
    },
    async ({ login, params, body }, reply) =>
      takeStep(services, login, reply, params.id, { type: 'cancel', ...body }),
  );

  app.post(
    '/api/sessions/:id/end',
    { config: { access: 'session.run' }, schema: { params: sessionParams, body: endBodySchema, response } },
    async ({ login, params, body }, reply) => {
      const { id, endedAt = null, disposition, leaving } = body;
      const end = { type: 'end', id, endedAt, disposition, leaving } as const;
      return takeStep(services, login, reply, params.id, end);
    },
  );

  app.post(
    '/api/sessions/:id/sign',
    {
      config: { access: 'session.sign', freshLogin: true },
      schema: { params: sessionParams, body: signBodySchema, response },
    },
    async ({ login, params, body }, reply) => {
      const safetyOpen = await services.inClinic(login.clinicId, async (scope) =>
        isSafetyOpen(scope, (await currentPlan(scope, params.id)).patientId),
      );
      return takeStep(services, login, reply, params.id, { type: 'sign', ...body, safetyOpen });
    },
  );

  app.post(
    '/api/sessions/:id/close',
    {
      config: { access: 'session.close', freshLogin: true },
      schema: { params: sessionParams, body: closeBodySchema, response },
    },
    async ({ login, params, body }, reply) => {
      const known = await services.inClinic(login.clinicId, async (scope) => ({
        leftIds: await leftTheTeam(scope, params.id),
        safetyOpen: await isSafetyOpen(scope, (await currentPlan(scope, params.id)).patientId),
      }));
      return takeStep(services, login, reply, params.id, { type: 'close', ...body, ...known });
    },
  );

  app.post(
    '/api/sessions/:id/addenda',
    {
      config: { access: 'session.addendum' },
      schema: { params: sessionParams, body: addendumBodySchema, response },
    },
    async ({ login, params, body }, reply) =>
      takeStep(services, login, reply, params.id, { type: 'addendum', ...body }),
  );
}

/** What a start pins, and whether an answer about being better off dead waits for somebody to speak about it (MEA-2). */
async function startOf(scope: ClinicScope, login: Login, sessionId: string) {
  const plan = await currentPlan(scope, sessionId);
  return { pins: await pinsOf(scope, login, plan), safetyOpen: await isSafetyOpen(scope, plan.patientId) };
}

async function currentPlan(scope: ClinicScope, sessionId: string): Promise<Plan> {
  const [row] = await scope.tx
    .select({ data: entryPayloads.data })
    .from(entries)
    .innerJoin(
      entryPayloads,
      and(eq(entryPayloads.clinicId, entries.clinicId), eq(entryPayloads.entryId, entries.id)),
    )
    .where(and(scope.own(entries.clinicId), eq(entries.streamId, sessionId), eq(entries.kind, 'planned')))
    .orderBy(desc(entries.seq))
    .limit(1);
  if (row === undefined) throw refused('not-found');
  return row.data as Plan;
}
