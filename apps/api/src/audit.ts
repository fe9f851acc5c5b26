import { sql } from 'drizzle-orm';
import type { Login } from './auth/logins.ts';
import type { ClinicScope, InClinic } from './db/clinic-scope.ts';
import { audit } from './db/schema.ts';

/** Acts that are not appends (an append is its own audit row). Codes and ids only: never what was typed. */
export interface Act {
  readonly action: string;
  readonly targetId?: string | undefined;
  readonly outcome?: string;
}

/** Writes an act in the transaction of the work it belongs to. */
export async function recordAct(scope: ClinicScope, login: Login, act: Act): Promise<void> {
  await scope.tx.insert(audit).values({
    clinicId: scope.clinicId,
    actorId: login.personId,
    actorRole: login.role,
    action: act.action,
    targetId: act.targetId ?? null,
    outcome: act.outcome ?? 'done',
  });
}

/** A denial or a sign-in: in a transaction of its own, before the answer. */
export async function recordLoneAct(inClinic: InClinic, login: Login, act: Act): Promise<void> {
  await inClinic(login.clinicId, (scope) => recordAct(scope, login, act));
}

/** Opening a chart: one row per person, chart and 15 minutes, whoever of the processes serves it. */
export async function recordRead(
  scope: ClinicScope,
  login: Login,
  targetId: string,
  action: 'session.read' | 'patient.read' = 'session.read',
): Promise<void> {
  await scope.tx.execute(sql`
    insert into tandem.audit (clinic_id, actor_id, actor_role, action, target_id)
    select ${scope.clinicId}, ${login.personId}, ${login.role}, ${action}, ${targetId}
    where not exists (
      select 1 from tandem.audit
      where clinic_id = ${scope.clinicId} and actor_id = ${login.personId} and target_id = ${targetId}
        and action = ${action} and at > clock_timestamp() - interval '15 minutes')`);
}
