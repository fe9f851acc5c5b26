import type { Login } from './auth/login.ts';
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
