import { type UnlockBody, unlockBodySchema, unlockedSchema } from '@tandem/wire';
import type { App } from '../app-type.ts';
import { recordLoneAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import { requirePin } from '../doses/approvals.ts';
import { RefusalError, refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { requireKnown } from '../sessions/access.ts';
import { nothingSchema } from './nothing.ts';
import { sessionParams } from './sessions.ts';

/** A screen locks itself; these are the ways back to it. Nothing else of the login changes. */
export function unlockRoutes(app: App, services: Services): void {
  const { inClinic, logins } = services;
  const response = { 200: unlockedSchema };

  app.post(
    '/api/auth/unlock',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: "Checks the caller's PIN or password to open a screen that locked itself",
        description:
          "Locking is the screen's own: the login is not changed. `pin` or `password`, not both. Wrong is 422 `wrong-pin`.",
        body: unlockBodySchema,
        response,
      },
    },
    async ({ login, body, ip }) => {
      await requireKey(login, body, ip);
      await recordLoneAct(inClinic, login, { action: 'unlock' });
      return { unlocked: true } as const;
    },
  );

  // In an emergency nobody is kept out; that it was opened for this session stays in the audit.
  app.post(
    '/api/sessions/:id/unlock',
    {
      config: { access: 'events.write' },
      schema: {
        summary: 'Records that a locked screen was opened in an emergency of this session',
        description:
          'Nobody is asked for anything, and nothing of the session is told; it stands in the audit.',
        params: sessionParams,
        body: nothingSchema,
        response,
      },
    },
    async ({ login, params: { id } }) => {
      await inClinic(login.clinicId, (scope) => requireKnown(scope, login, id));
      await recordLoneAct(inClinic, login, { action: 'unlock.emergency', targetId: id });
      return { unlocked: true } as const;
    },
  );

  async function requireKey(login: Login, { pin, password }: UnlockBody, ip: string): Promise<void> {
    if (pin !== undefined) return requirePin(services, login, { personId: login.personId, pin });
    const wrong = await logins.confirmPassword(login, password ?? '', { address: ip });
    if (wrong === null) return;
    await recordLoneAct(inClinic, login, { action: 'unlock', outcome: wrong.refusal.refused });
    if (wrong.retryAfterSeconds > 0)
      throw new RefusalError(wrong.refusal, { 'retry-after': String(wrong.retryAfterSeconds) });
    // Not 401, which would say that nobody is signed in.
    throw refused('wrong-pin', {
      field: 'password',
      detail: 'This is not your password. The screen stays locked. Type it again.',
    });
  }
}
