import { type UnlockBody, unlockBodySchema, unlockedSchema } from '@tandem/wire';
import type { App } from '../app-type.ts';
import { recordLoneAct } from '../audit/record.ts';
import type { Login } from '../auth/logins.ts';
import { requirePin } from '../doses/approvals.ts';
import { RefusalError, refused } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { requireReadable } from '../sessions/access.ts';

/** A screen locks itself; this is the way back to it. Nothing else of the login changes. */
export function unlockRoutes(app: App, services: Services): void {
  const { inClinic, logins } = services;

  app.post(
    '/api/auth/unlock',
    {
      config: { access: 'signed-in' },
      schema: { body: unlockBodySchema, response: { 200: unlockedSchema } },
    },
    async ({ login, body, ip }) => {
      await requireKey(login, body, ip);
      const { emergencyIn } = body;
      await recordLoneAct(
        inClinic,
        login,
        emergencyIn === undefined
          ? { action: 'unlock' }
          : { action: 'unlock.emergency', targetId: emergencyIn },
      );
      return { unlocked: true } as const;
    },
  );

  async function requireKey(login: Login, { pin, password, emergencyIn }: UnlockBody, ip: string) {
    if (pin !== undefined) return requirePin(services, login, { personId: login.personId, pin });
    // In an emergency nobody is kept out; who it was opened for, and that it was, stays in the audit.
    if (emergencyIn !== undefined)
      return inClinic(login.clinicId, async (scope) => {
        await requireReadable(scope, login, emergencyIn);
      });
    const wrong = await logins.confirmPassword(login, password ?? '', ip);
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
