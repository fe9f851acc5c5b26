import { typedText } from '@tandem/domain';
import { z } from 'zod';

/** What a clinic chose for all of its people and devices. */

const minutes = (least: number, most: number) => {
  const rule = `must be a whole number of minutes from ${least} to ${most}`;
  return z.int(rule).min(least, rule).max(most, rule);
};
const years = 'must be a whole number of years from 1 to 100, or nothing for "never"';

/** What an admin chooses for the clinic. */
export const clinicSettingsSchema = z.strictObject({
  /** This clinic shows the estimated concentration. */
  estimate: z.boolean(),
  /** Entries may be recorded without a connection and wait on the device. */
  offlineMode: z.boolean(),
  /** Physicians, nurses and therapists read the sessions whose team they are on, and no others. */
  teamOnly: z.boolean(),
  /** Minutes without a touch until a screen locks. */
  lockMinutes: minutes(2, 15),
  /** The same on a device that stands in a room in which a session runs. */
  liveLockMinutes: minutes(2, 60),
  /** How many years records are to be kept after the session; null: they are never deleted. */
  retentionYears: z.int(years).min(1, years).max(100, years).nullable(),
});
export type ClinicSettings = z.infer<typeof clinicSettingsSchema>;

/** As it stands after a change. */
export const clinicSchema = clinicSettingsSchema.extend({ name: z.string(), timeZone: z.string() });
export type Clinic = z.infer<typeof clinicSchema>;

export const zoneName = z
  .string()
  .max(60)
  .refine(isTimeZone, 'must be a time zone by its name, such as Europe/Berlin or America/New_York');

/** One or more of them. */
export const clinicChangeSchema = clinicSettingsSchema
  .extend({
    name: typedText(120),
    timeZone: zoneName,
  })
  .partial()
  .refine((settings) => Object.keys(settings).length > 0, 'must name at least one setting');
export type ClinicChange = z.infer<typeof clinicChangeSchema>;

/** Zones by region and city: an offset such as +01:00 would not know of summer time. */
function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Z][A-Za-z]+\/[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
