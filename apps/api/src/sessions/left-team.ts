import { and, eq, isNotNull } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { memberships, sessionPeople } from '../db/schema.ts';

/** Who of a session's team works in this clinic no more, by person id. */
export async function leftTheTeam(scope: ClinicScope, sessionId: string): Promise<string[]> {
  const rows = await scope.tx
    .selectDistinct({ id: sessionPeople.personId })
    .from(sessionPeople)
    .innerJoin(
      memberships,
      and(eq(memberships.clinicId, sessionPeople.clinicId), eq(memberships.personId, sessionPeople.personId)),
    )
    .where(
      and(
        scope.own(sessionPeople.clinicId),
        eq(sessionPeople.sessionId, sessionId),
        isNotNull(memberships.disabledAt),
      ),
    );
  return rows.map(({ id }) => id);
}
