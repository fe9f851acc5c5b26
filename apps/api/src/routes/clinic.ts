import { clinicSettingsSchema, peopleReplySchema, roomsReplySchema } from '@tandem/wire';
import { and, asc, isNull, sql } from 'drizzle-orm';
import type { App } from '../app-type.ts';
import { recordAct } from '../audit.ts';
import { clinics, memberships, rooms } from '../db/schema.ts';
import type { Services } from '../services.ts';

/** Who works here, which rooms there are, and what the clinic chose. */
export function clinicRoutes(app: App, { inClinic, logins }: Services): void {
  app.get(
    '/api/people',
    { config: { access: 'people.read' }, schema: { response: { 200: peopleReplySchema } } },
    async ({ login }) =>
      inClinic(login.clinicId, async (scope) => ({
        items: await scope.tx
          .select({ id: memberships.personId, name: memberships.name, roles: memberships.roles })
          .from(memberships)
          .where(and(scope.own(memberships.clinicId), isNull(memberships.disabledAt)))
          .orderBy(asc(memberships.name)),
      })),
  );

  app.get(
    '/api/rooms',
    { config: { access: 'board.read' }, schema: { response: { 200: roomsReplySchema } } },
    async ({ login }) =>
      inClinic(login.clinicId, async (scope) => ({
        items: await scope.tx
          .select({ id: rooms.id, name: rooms.name })
          .from(rooms)
          .where(scope.own(rooms.clinicId))
          .orderBy(asc(rooms.position), asc(rooms.name)),
      })),
  );

  app.patch(
    '/api/clinic',
    {
      config: { access: 'clinic.write' },
      schema: { body: clinicSettingsSchema, response: { 200: clinicSettingsSchema } },
    },
    async ({ login, body }) => {
      await inClinic(login.clinicId, async (scope) => {
        const changed = await scope.tx
          .update(clinics)
          .set({ settings: sql`${clinics.settings} || ${JSON.stringify(body)}::jsonb` })
          .where(and(scope.own(clinics.id), sql`not ${clinics.settings} @> ${JSON.stringify(body)}::jsonb`))
          .returning({ id: clinics.id });
        if (changed.length === 0) return;
        const action = body.estimate ? 'clinic.estimate-on' : 'clinic.estimate-off';
        await recordAct(scope, login, { action, targetId: login.clinicId });
      });
      logins.forget();
      return body;
    },
  );
}
