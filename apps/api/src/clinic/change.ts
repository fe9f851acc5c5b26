import type { AuditAction } from '@tandem/domain';
import type { Clinic, ClinicChange } from '@tandem/wire';
import { sql } from 'drizzle-orm';
import { recordAct } from '../audit/record.ts';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { clinics } from '../db/schema.ts';
import { settingsOf } from './settings.ts';

type Key = keyof Clinic;

/** The act of each: two for what is on or off. */
const acts = {
  estimate: ['clinic.estimate-off', 'clinic.estimate-on'],
  offlineMode: ['clinic.offline-off', 'clinic.offline-on'],
  teamOnly: ['clinic.team-only-off', 'clinic.team-only-on'],
  lockMinutes: 'clinic.lock',
  liveLockMinutes: 'clinic.live-lock',
  retentionYears: 'clinic.retention',
  name: 'clinic.name',
  timeZone: 'clinic.time-zone',
} as const satisfies Record<Key, AuditAction | readonly [AuditAction, AuditAction]>;

/** Columns of their own; everything else is in `settings`. */
const columns: readonly string[] = ['name', 'timeZone'] satisfies Key[];

/** Changes what differs, with an act in the audit for each. @returns the clinic as it stands then */
export async function changeClinic(scope: ClinicScope, login: Login, change: ClinicChange): Promise<Clinic> {
  const [row] = await scope.tx.select().from(clinics).where(scope.own(clinics.id)).for('update');
  if (row === undefined) throw new Error('a clinic has no row of its own');
  const before: Clinic = { ...settingsOf(row.settings), name: row.name, timeZone: row.timeZone };
  const changed = (Object.keys(change) as Key[]).filter(
    (key) => change[key] !== undefined && change[key] !== before[key],
  );
  if (changed.length === 0) return before;
  const now = { ...before, ...change } as Clinic;
  const settings = JSON.stringify(
    Object.fromEntries(changed.filter((key) => !columns.includes(key)).map((key) => [key, now[key]])),
  );
  await scope.tx
    .update(clinics)
    .set({ name: now.name, timeZone: now.timeZone, settings: sql`${clinics.settings} || ${settings}::jsonb` })
    .where(scope.own(clinics.id));
  for (const key of changed) {
    const act = acts[key];
    const action = typeof act === 'string' ? act : act[now[key] ? 1 : 0];
    await recordAct(scope, login, { action, targetId: login.clinicId, ...detailOf(key, before, now) });
  }
  return now;
}

/** From what to what, where that is a figure or a code; a name is typed text, which the audit does not keep. */
function detailOf(key: Key, before: Clinic, now: Clinic) {
  if (key === 'name' || typeof now[key] === 'boolean') return {};
  const said = (value: Clinic[Key]) => (value === null ? 'never' : value);
  return { detail: { from: said(before[key]), to: said(now[key]) } };
}
