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
    {
      config: { access: 'session.run' },
      schema: {
        summary: 'Starts a planned session',
        description:
          'The start pins client, allergies, weight, protocol version and team; whoever starts is on the team. A `startedAt` more than 2 minutes in the past needs a `reason` and marks the session as transcribed from paper. 409 `patient-in-session` while the client is in another one, 409 `safety-open` while an answer about being better off dead waits.',
        params: sessionParams,
        body: startBodySchema,
        response,
      },
    },
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
      schema: {
        summary: 'Cancels a planned session, with a reason',
        description: '409 `session-not-planned` once it has started: then it is ended.',
        params: sessionParams,
        body: cancelBodySchema,
        response,
      },
    },
    async ({ login, params, body }, reply) =>
      takeStep(services, login, reply, params.id, { type: 'cancel', ...body }),
  );

  app.post(
    '/api/sessions/:id/end',
    {
      config: { access: 'session.run' },
      schema: {
        summary: 'Ends a session in progress and says how it ended',
        description:
          '`endedAt` is now when it is left out; it lies after the start and at most 2 minutes ahead. Entries are still taken until the last signature.',
        params: sessionParams,
        body: endBodySchema,
        response,
      },
    },
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
      schema: {
        summary: "Signs the caller's part of an ended session; the last part needed locks it",
        description:
          'Each role signs once (409 `already-signed`). 409 `open-items` says in `missing[]` what is still open. After the lock there are addenda only.',
        params: sessionParams,
        body: signBodySchema,
        response,
      },
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
      schema: {
        summary: 'Closes an ended session that nobody is left to sign',
        description:
          '409 `signer-is-here` while somebody on the team can still sign and the end is less than 7 days ago; `missing[]` says who. What is open is written into the record.',
        params: sessionParams,
        body: closeBodySchema,
        response,
      },
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
      schema: {
        summary: 'Adds a text to a signed session',
        description: '409 `session-not-signed` before the lock: record an entry instead.',
        params: sessionParams,
        body: addendumBodySchema,
        response,
      },
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
