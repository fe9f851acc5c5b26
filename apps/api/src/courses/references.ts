import type { NewCourseEntry } from '@tandem/domain';
import { and, eq, isNull } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { memberships, sessions } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';

/**
 * Sessions and people that entries of a course name: of this clinic, and of this client. What they say of the course
 * itself (a measure, a check-in, an insight) is decided under its lock.
 * @returns the entries with every person by the name that this clinic knows them by (INT-4)
 * @throws RefusalError 404 naming the field; foreign and unknown alike
 */
export async function withCourseReferences(
  scope: ClinicScope,
  patientId: string,
  entries: readonly NewCourseEntry[],
): Promise<NewCourseEntry[]> {
  const named: NewCourseEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    const at = `entries[${index}].data`;
    const { data } = entry;
    if ('sessionId' in data && data.sessionId !== undefined)
      await requireSession(scope, patientId, data.sessionId, `${at}.sessionId`);
    if (entry.kind !== 'check-in') named.push(entry);
    else {
      const { owner, deputy } = entry.data;
      const people = {
        owner: await personOf(scope, owner.id, `${at}.owner.id`),
        ...(deputy === undefined ? {} : { deputy: await personOf(scope, deputy.id, `${at}.deputy.id`) }),
      };
      named.push({ ...entry, data: { ...entry.data, ...people } });
    }
  }
  return named;
}

async function requireSession(
  scope: ClinicScope,
  patientId: string,
  id: string,
  field: string,
): Promise<void> {
  const found = await scope.tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(scope.own(sessions.clinicId), eq(sessions.id, id), eq(sessions.patientId, patientId)));
  if (found.length === 0) throw refused('not-found', { field });
}

async function personOf(scope: ClinicScope, id: string, field: string) {
  const [found] = await scope.tx
    .select({ id: memberships.personId, name: memberships.name })
    .from(memberships)
    .where(
      and(scope.own(memberships.clinicId), eq(memberships.personId, id), isNull(memberships.disabledAt)),
    );
  if (found === undefined) throw refused('not-found', { field });
  return found;
}
