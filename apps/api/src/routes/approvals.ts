import { APPROVAL_MS, formatInstant } from '@tandem/domain';
import { approvalSchema, newApprovalSchema, setPinBodySchema } from '@tandem/wire';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { recordLoneAct } from '../audit/record.ts';
import { approve } from '../doses/approvals.ts';
import { RefusalError, refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { requireReadable } from '../sessions/access.ts';
import { sessionParams } from './sessions.ts';

/** A person's PIN, and a second person's word for a dose by it. */
export function approvalRoutes(app: App, services: Services): void {
  const { inClinic, logins, pins } = services;

  app.post(
    '/api/me/pin',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: "Sets the caller's PIN of six digits, with their password",
        description:
          'A wrong password is 422 `wrong-pin` with the field `password`, not 401, and counts as a failed sign-in.',
        body: setPinBodySchema,
        response: { 200: z.object({ hasPin: z.literal(true) }) },
      },
    },
    async ({ login, body, ip }) => {
      const wrong = await logins.confirmPassword(login, body.password, { address: ip });
      if (wrong !== null) {
        await recordLoneAct(inClinic, login, { action: 'pin.set', outcome: wrong.refusal.refused });
        if (wrong.retryAfterSeconds > 0) {
          throw new RefusalError(wrong.refusal, { 'retry-after': String(wrong.retryAfterSeconds) });
        }
        throw refused('wrong-pin', {
          field: 'password',
          detail: 'This is not your password. The PIN is as it was. Type it again.',
        });
      }
      await pins.set(login.personId, body.pin);
      await recordLoneAct(inClinic, login, { action: 'pin.set' });
      return { hasPin: true } as const;
    },
  );

  app.post(
    '/api/sessions/:id/approvals',
    {
      config: { access: 'doses.write' },
      schema: {
        summary: "Takes a second person's PIN for a dose or waste",
        description:
          'Good once, for 2 minutes, and for exactly this drug, amount in milligrams and route; without a route it is for waste. Its `id` goes into the entry as `approvalId`. The second person is a physician or a nurse, and not the caller. 422 `wrong-pin`; 429 `pin-locked` after five wrong ones. A repeat with the same id costs no try.',
        params: sessionParams,
        body: newApprovalSchema,
        response: { 201: approvalSchema, 200: approvalSchema },
      },
    },
    async ({ login, params, body }, reply) => {
      await inClinic(login.clinicId, (scope) => requireReadable(scope, login, params.id));
      const { approval, isNew } = await approve(services, login, params.id, body);
      reply.code(isNew ? 201 : 200);
      const { id, personId, drug, micrograms, route, atMs } = approval;
      return {
        id,
        personId,
        drug,
        amountMg: micrograms / 1000,
        route,
        expiresAt: formatInstant(atMs + APPROVAL_MS),
      };
    },
  );
}
