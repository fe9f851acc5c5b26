import { uuidSchema } from '@tandem/domain';
import { endedLoginsSchema, personChangeSchema, staffReplySchema } from '@tandem/wire';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { recordAct } from '../audit/record.ts';
import { endLogins } from '../auth/login-rows.ts';
import { changePerson, requirePerson, staffOf } from '../auth/staff.ts';
import type { Services } from '../services.ts';
import { nothingSchema } from './nothing.ts';

const params = z.object({ id: uuidSchema });
const config = { access: 'clinic.write', freshLogin: true } as const;

/** The people of a clinic, for its admin: roles, disabled and enabled, a lost phone, a lost tablet. */
export function peopleRoutes(app: App, { inClinic, logins, database }: Services): void {
  const { auth } = database;

  app.get(
    '/api/people/accounts',
    {
      config: { access: 'clinic.write' },
      schema: {
        summary: 'Lists everybody who works or worked here, with email, second factor and last sign-in',
        response: { 200: staffReplySchema },
      },
    },
    async ({ login }) => inClinic(login.clinicId, async (scope) => ({ items: await staffOf(scope, auth) })),
  );

  app.patch(
    '/api/people/:id',
    {
      config,
      schema: {
        summary: 'Changes the roles of a person, disables or enables them',
        description:
          'Disabling ends their logins at once. 409 `last-admin` when no admin who can sign in would be left, 409 `not-oneself` for disabling oneself.',
        params,
        body: personChangeSchema,
        response: { 200: staffReplySchema },
      },
    },
    async ({ login, params: { id }, body }) => {
      await inClinic(login.clinicId, (scope) => changePerson(scope, login, id, body));
      // Disabled: logins and devices end for good, so that enabling again brings none of them back.
      if (body.isDisabled === true) {
        await endLogins(auth, id, null);
        await logins.devices.forget(id);
      }
      logins.forget();
      return inClinic(login.clinicId, async (scope) => ({ items: await staffOf(scope, auth) }));
    },
  );

  /** In person: who asks is known by face. Whoever has the password sets up the next one. */
  app.post(
    '/api/people/:id/reset-second-factor',
    {
      config,
      schema: {
        summary: "Removes a person's second factor and ends their logins, for a phone that is lost",
        description:
          'The login that calls stays. Where the clinic asks for one, they set up a new one at their next sign-in.',
        params,
        body: nothingSchema,
        response: { 200: endedLoginsSchema },
      },
    },
    async ({ login, params: { id } }) => {
      await inClinic(login.clinicId, async (scope) => {
        await requirePerson(scope, id);
        await recordAct(scope, login, { action: 'second-factor.reset', targetId: id });
      });
      await logins.factors.remove(id);
      return ended(id, login.personId === id ? login.loginId : null);
    },
  );

  app.post(
    '/api/people/:id/end-logins',
    {
      config,
      schema: {
        summary: "Ends a person's logins on all devices, for a tablet that is lost",
        description: 'The login that calls stays. Their devices are asked for a second factor again.',
        params,
        body: nothingSchema,
        response: { 200: endedLoginsSchema },
      },
    },
    async ({ login, params: { id } }) => {
      await inClinic(login.clinicId, async (scope) => {
        await requirePerson(scope, id);
        await recordAct(scope, login, { action: 'logins.end', targetId: id });
      });
      await logins.devices.forget(id);
      return ended(id, login.personId === id ? login.loginId : null);
    },
  );

  async function ended(personId: string, except: string | null) {
    const endedLogins = await endLogins(auth, personId, except);
    logins.forget();
    return { endedLogins };
  }
}
