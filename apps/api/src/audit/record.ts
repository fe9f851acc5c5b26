import type { AuditAction } from '@tandem/domain';
import type { Login } from '../auth/login.ts';
import type { ClinicScope, InClinic } from '../db/clinic-scope.ts';
import { audit } from '../db/schema.ts';

/** Acts that are not appends (an append is its own audit row). Codes and ids only: never what was typed. */
export type Act = ({ readonly action: AuditAction } | Denied) & {
  readonly targetId?: string | undefined;
  readonly outcome?: string;
  /** Sizes, hashes, roles before and after; never typed text. */
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
};

/** What the role may not: by the permission that was asked for. */
interface Denied {
  readonly action: string;
  readonly outcome: 'denied';
}

/** Writes an act in the transaction of the work it belongs to. */
export async function recordAct(scope: ClinicScope, login: Login, act: Act): Promise<void> {
  await recordActs(scope, login, [act]);
}

/** The same for several in one statement: at most some thousand, because a statement takes 65,535 values. */
export async function recordActs(scope: ClinicScope, login: Login, acts: readonly Act[]): Promise<void> {
  await scope.tx.insert(audit).values(
    acts.map((act) => ({
      clinicId: scope.clinicId,
      actorId: login.personId,
      actorRole: login.role,
      action: act.action,
      targetId: act.targetId ?? null,
      outcome: act.outcome ?? 'done',
      detail: act.detail ?? null,
    })),
  );
}

/** A denial or a sign-in: in a transaction of its own, before the answer. */
export async function recordLoneAct(inClinic: InClinic, login: Login, act: Act): Promise<void> {
  await inClinic(login.clinicId, (scope) => recordAct(scope, login, act));
}

/**
 * A sign-in that failed, in the audit of the clinic whose account it was for: without an actor, because who typed is
 * not known. Not waited for: whether an email is an account's must not be heard in the time of the answer.
 */
export function recordFailedSignIn(
  inClinic: InClinic,
  account: { readonly clinicId: string; readonly personId: string },
  failed: (error: unknown) => void,
): void {
  const row = { clinicId: account.clinicId, actorId: null, actorRole: null, targetId: account.personId };
  inClinic(account.clinicId, (scope) =>
    scope.tx.insert(audit).values({ ...row, action: 'sign-in', outcome: 'wrong-password' }),
  ).catch(failed);
}
