import { peopleReplySchema, roomsReplySchema } from '@tandem/wire';
import { and, asc, isNull } from 'drizzle-orm';
import type { App } from '../app-type.ts';
import { memberships, rooms } from '../db/schema.ts';
import type { Services } from '../services.ts';

/** Who works here and which rooms there are: what a plan is made of. */
export function clinicRoutes(app: App, { inClinic }: Services): void {
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
}
