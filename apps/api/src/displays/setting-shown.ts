import type { DisplaySetting } from '@tandem/wire';
import { and, eq } from 'drizzle-orm';
import { settingsOf } from '../clinic/settings.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { clinics, displays } from '../db/schema.ts';
import { openPairs } from '../sessions/team.ts';

/**
 * What a screen shows now. A screen can be anybody's own phone: where a clinic shows sessions to their team alone, the
 * values of one stand on it only while whoever set it so may read them; else it is calm (DSP-8).
 * @param sessionId the session that runs in its room
 */
export async function settingShown(
  scope: ClinicScope,
  { id, setting }: { readonly id: string; readonly setting: DisplaySetting },
  sessionId: string | null,
): Promise<DisplaySetting> {
  if (setting !== 'staff-side' || sessionId === null) return setting;
  const [row] = await scope.tx
    .select({ settings: clinics.settings, setBy: displays.setBy, pairedBy: displays.pairedBy })
    .from(displays)
    .innerJoin(clinics, eq(clinics.id, displays.clinicId))
    .where(and(scope.own(displays.clinicId), eq(displays.id, id)));
  if (row === undefined) return 'calm';
  if (!settingsOf(row.settings).teamOnly) return setting;
  const open = await openPairs(scope, [{ personId: row.setBy ?? row.pairedBy, sessionId }]);
  return open.size > 0 ? setting : 'calm';
}
