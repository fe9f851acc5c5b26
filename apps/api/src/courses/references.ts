import type { NewCourseEntry } from '@tandem/domain';
import { and, eq, isNull } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { memberships, sessions } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';

/**
 * Sessions and people that entries of a course name: of this clinic, and of this client. What they say of the course
 * itself (a measure, a check-in, an insight) is decided under its lock.
 * @throws RefusalError 404 naming the field; foreign and unknown alike
 */
export async function requireCourseReferences(
  scope: ClinicScope,
  patientId: string,
  entries: readonly NewCourseEntry[],
): Promise<void> {
  for (const [index, { data }] of entries.entries()) {
    const at = `entries[${index}].data`;
    if ('sessionId' in data && data.sessionId !== undefined) {
      const found = await scope.tx
        .select({ id: sessions.id })
        .from(sessions)
        .where(
          and(
            scope.own(sessions.clinicId),
            eq(sessions.id, data.sessionId),
            eq(sessions.patientId, patientId),
          ),
        );
      if (found.length === 0) throw refused('not-found', { field: `${at}.sessionId` });
    }
    if ('owner' in data) {
      await requirePerson(scope, data.owner.id, `${at}.owner.id`);
      if (data.deputy !== undefined) await requirePerson(scope, data.deputy.id, `${at}.deputy.id`);
    }
  }
}

async function requirePerson(scope: ClinicScope, id: string, field: string): Promise<void> {
  const found = await scope.tx
    .select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(scope.own(memberships.clinicId), eq(memberships.personId, id), isNull(memberships.disabledAt)),
    );
  if (found.length === 0) throw refused('not-found', { field });
}
