import type { ClinicSettings } from '@tandem/wire';

/** What stands where a clinic never chose. */
const defaults: ClinicSettings = {
  estimate: false,
  offlineMode: true,
  teamOnly: false,
  lockMinutes: 10,
  liveLockMinutes: 30,
  retentionYears: null,
};

/** What a clinic chose, as its row keeps it. */
export function settingsOf(stored: unknown): ClinicSettings {
  const kept = (stored ?? {}) as Partial<ClinicSettings>;
  const known = Object.keys(defaults).filter((key) => key in kept) as (keyof ClinicSettings)[];
  return { ...defaults, ...Object.fromEntries(known.map((key) => [key, kept[key]])) };
}
