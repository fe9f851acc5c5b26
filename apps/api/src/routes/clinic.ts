import { clinicChangeSchema, clinicSchema, peopleReplySchema } from '@tandem/wire';
import { and, asc, isNull } from 'drizzle-orm';
import type { App } from '../app-type.ts';
import { changeClinic } from '../clinic/change.ts';
import { memberships } from '../db/schema.ts';
import type { Services } from '../services.ts';

/** Who works here, and what the clinic chose. */
export function clinicRoutes(app: App, { inClinic, logins }: Services): void {
  app.get(
    '/api/people',
    {
      config: { access: 'people.read' },
      schema: { summary: 'Lists who works here, with their roles', response: { 200: peopleReplySchema } },
    },
    async ({ login }) =>
      inClinic(login.clinicId, async (scope) => ({
        items: await scope.tx
          .select({ id: memberships.personId, name: memberships.name, roles: memberships.roles })
          .from(memberships)
          .where(and(scope.own(memberships.clinicId), isNull(memberships.disabledAt)))
          .orderBy(asc(memberships.name)),
      })),
  );

  app.patch(
    '/api/clinic',
    {
      config: { access: 'clinic.write' },
      schema: {
        summary: 'Changes settings, name or time zone of the clinic',
        description:
          'Only what is sent changes. `timeZone` is a name such as `Europe/Berlin`; locking is in minutes, retention in years, null for never.',
        body: clinicChangeSchema,
        response: { 200: clinicSchema },
      },
    },
    async ({ login, body }) => {
      const now = await inClinic(login.clinicId, (scope) => changeClinic(scope, login, body));
      logins.forget();
      return now;
    },
  );
}
