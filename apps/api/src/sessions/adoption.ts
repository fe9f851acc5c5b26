import type { AdoptedFrom, Role } from '@tandem/domain';
import { and, eq, sql } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { memberships } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';

/**
 * Whose entries a lead may take over: somebody of this clinic who can sign in no more, in a role that was theirs.
 * As long as they can, they send their entries themselves, under their own name (ADO-2).
 * @throws RefusalError 404 for foreign, unknown and never in this role; 409 while they can sign in
 */
export async function requireFormer(scope: ClinicScope, personId: string, role: Role): Promise<AdoptedFrom> {
  const [person] = await scope.tx
    .select({ name: memberships.name, roles: memberships.roles, disabledAt: memberships.disabledAt })
    .from(memberships)
    .where(and(scope.own(memberships.clinicId), eq(memberships.personId, personId)));
  if (person === undefined) throw refused('not-found', { field: 'personId' });
  if (person.disabledAt === null) throw refused('person-active', { field: 'personId' });
  if (!person.roles.includes(role) && !(await actedAs(scope, personId, role))) {
    throw refused('not-found', { field: 'role' });
  }
  return { personId, name: person.name, role };
}

/** A role that was taken away before they left is known from what they did in it: signing in is an act. */
async function actedAs(scope: ClinicScope, personId: string, role: Role): Promise<boolean> {
  const found = await scope.tx.execute(sql`
    select 1 from tandem.audit
    where clinic_id = ${scope.clinicId} and actor_id = ${personId} and actor_role = ${role} limit 1`);
  return found.length > 0;
}
