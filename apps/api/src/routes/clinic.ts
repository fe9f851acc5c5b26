import {
  type ClinicSettings,
  clinicSettingsSchema,
  newClinicSettingsSchema,
  peopleReplySchema,
  roomsReplySchema,
} from '@tandem/wire';
import { and, asc, isNull, sql } from 'drizzle-orm';
import type { App } from '../app-type.ts';
import { recordAct } from '../audit/record.ts';
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
      schema: { body: newClinicSettingsSchema, response: { 200: clinicSettingsSchema } },
    },
    async ({ login, body }) => {
      const wanted = JSON.stringify(body);
      const now = await inClinic(login.clinicId, async (scope) => {
        const [before] = await scope.tx
          .select({ settings: clinics.settings })
          .from(clinics)
          .where(scope.own(clinics.id))
          .for('update');
        const settings = settingsOf(before?.settings);
        const changed = Object.entries(body).filter(
          ([key, on]) => settings[key as keyof ClinicSettings] !== on,
        );
        if (changed.length === 0) return settings;
        await scope.tx
          .update(clinics)
          .set({ settings: sql`${clinics.settings} || ${wanted}::jsonb` })
          .where(scope.own(clinics.id));
        for (const [key, on] of changed) {
          const action = acts[key as keyof ClinicSettings][on ? 'on' : 'off'];
          await recordAct(scope, login, { action, targetId: login.clinicId });
        }
        return { ...settings, ...Object.fromEntries(changed) };
      });
      logins.forget();
      return now;
    },
  );
}

const acts = {
  estimate: { on: 'clinic.estimate-on', off: 'clinic.estimate-off' },
  offlineMode: { on: 'clinic.offline-on', off: 'clinic.offline-off' },
} as const satisfies Record<keyof ClinicSettings, { on: string; off: string }>;

/** What a clinic never chose stands at its default: no estimate, and entries kept on a device until they are sent. */
function settingsOf(stored: unknown): ClinicSettings {
  const { estimate, offlineMode } = (stored ?? {}) as Partial<ClinicSettings>;
  return { estimate: estimate ?? false, offlineMode: offlineMode ?? true };
}
