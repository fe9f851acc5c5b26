import { formatInstant, type Role } from '@tandem/domain';
import type { PersonChange, StaffPerson } from '@tandem/wire';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { type Act, recordAct } from '../audit/record.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { memberships } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';
import type { Login } from './login.ts';

/** Everybody who works or worked here, with what the sign-in knows of them. */
export async function staffOf(scope: ClinicScope, auth: Sql): Promise<StaffPerson[]> {
  const people = await scope.tx
    .select({
      id: memberships.personId,
      name: memberships.name,
      roles: memberships.roles,
      isDisabled: sql<boolean>`${memberships.disabledAt} is not null`,
    })
    .from(memberships)
    .where(scope.own(memberships.clinicId))
    .orderBy(asc(memberships.name));
  const ids = people.map(({ id }) => id);
  const known = await auth<SignInFacts[]>`
    select u.id, u.email, (extract(epoch from u.last_sign_in_at) * 1000)::float8 "lastMs",
      exists (select 1 from auth.second_factors f where f.user_id = u.id and f.secret is not null) "hasFactor",
      (select count(*) from auth.logins l where l.user_id = u.id and l.expires_at > clock_timestamp()
        and l.used_at > clock_timestamp() - interval '2 hours')::int logins
    from auth.users u where u.id = any(${ids}::uuid[])`;
  const facts = new Map(known.map((row) => [row.id, row]));
  return people.map((person) => {
    const { email = '', lastMs = null, hasFactor = false, logins = 0 } = facts.get(person.id) ?? {};
    const lastSignInAt = lastMs === null ? null : formatInstant(lastMs);
    return { ...person, email, hasSecondFactor: hasFactor, lastSignInAt, logins };
  });
}

interface SignInFacts {
  readonly id: string;
  readonly email: string;
  readonly lastMs: number | null;
  readonly hasFactor: boolean;
  readonly logins: number;
}

/** A person of this clinic. @throws not-found, the same for another clinic's and an unknown one */
export async function requirePerson(scope: ClinicScope, id: string): Promise<void> {
  const rows = await scope.tx
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(scope.own(memberships.clinicId), eq(memberships.personId, id)));
  if (rows.length === 0) throw refused('not-found');
}

/**
 * Other roles, disabled or enabled again. Everybody's rows are locked first: two admins who disable each other at the
 * same moment would both see another one left.
 * @throws not-found, not-oneself, last-admin
 */
export async function changePerson(
  scope: ClinicScope,
  login: Login,
  id: string,
  change: PersonChange,
): Promise<void> {
  const everybody = await scope.tx
    .select({ id: memberships.personId, roles: memberships.roles, disabledAt: memberships.disabledAt })
    .from(memberships)
    .where(scope.own(memberships.clinicId))
    .orderBy(asc(memberships.personId))
    .for('update');
  const person = everybody.find((one) => one.id === id);
  if (person === undefined) throw refused('not-found');
  if (change.isDisabled === true && id === login.personId)
    throw refused('not-oneself', { field: 'isDisabled' });
  const isDisabled = change.isDisabled ?? person.disabledAt !== null;
  const roles = change.roles ?? person.roles;
  const isAdmin = (one: { roles: readonly Role[]; isDisabled: boolean }) =>
    !one.isDisabled && one.roles.includes('admin');
  const othersLeft = everybody.some(
    (one) => one.id !== id && isAdmin({ roles: one.roles, isDisabled: one.disabledAt !== null }),
  );
  if (!othersLeft && !isAdmin({ roles, isDisabled })) throw refused('last-admin');
  await scope.tx
    .update(memberships)
    .set({
      roles: [...roles],
      ...(isDisabled === (person.disabledAt !== null)
        ? {}
        : { disabledAt: isDisabled ? sql`clock_timestamp()` : null }),
    })
    .where(and(scope.own(memberships.clinicId), eq(memberships.personId, id)));
  for (const act of actsOf(person, { roles, isDisabled }))
    await recordAct(scope, login, { ...act, targetId: id });
}

function actsOf(
  before: { readonly roles: readonly Role[]; readonly disabledAt: Date | null },
  after: { readonly roles: readonly Role[]; readonly isDisabled: boolean },
): Act[] {
  const given = after.roles.filter((role) => !before.roles.includes(role));
  const taken = before.roles.filter((role) => !after.roles.includes(role));
  const wasDisabled = before.disabledAt !== null;
  return [
    ...(given.length + taken.length === 0
      ? []
      : [{ action: 'person.roles', detail: { given, taken } } as const]),
    ...(after.isDisabled === wasDisabled
      ? []
      : [{ action: after.isDisabled ? 'person.disable' : 'person.enable' } as const]),
  ];
}
