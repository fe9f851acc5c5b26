import type { Course, CourseTask } from '@tandem/wire';
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { courses, courseTasks, memberships, patients, sessions } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';
import { isFenced, isOpenTo, type Viewer } from '../sessions/team.ts';

const columns = { id: courses.id, patientId: courses.patientId, seriesId: courses.seriesId };

/**
 * TEA-5: where a clinic shows sessions to their team alone, a course is open to whoever has a session of this client
 * open: it holds words of sessions. A client without sessions is nobody's yet.
 */
async function fencedOff(
  scope: ClinicScope,
  viewer: Viewer,
  patientIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!isFenced(viewer) || patientIds.length === 0) return new Set();
  const theirs = and(scope.own(sessions.clinicId), inArray(sessions.patientId, [...patientIds]));
  const clientsWhere = (where: SQL | undefined) =>
    scope.tx.selectDistinct({ id: sessions.patientId }).from(sessions).where(where);
  const fenced = new Set((await clientsWhere(theirs)).map(({ id }) => id));
  for (const { id } of await clientsWhere(and(theirs, isOpenTo(viewer.personId)))) fenced.delete(id);
  return fenced;
}

/** @throws RefusalError `not-on-team` */
export async function requireOpenClient(
  scope: ClinicScope,
  viewer: Viewer,
  patientId: string,
): Promise<void> {
  if ((await fencedOff(scope, viewer, [patientId])).has(patientId)) throw refused('not-on-team');
}

/** @throws RefusalError 404, also for another clinic's; `not-on-team` */
export async function requireCourse(scope: ClinicScope, viewer: Viewer, id: string): Promise<Course> {
  const [found] = await scope.tx
    .select(columns)
    .from(courses)
    .where(and(scope.own(courses.clinicId), eq(courses.id, id)));
  if (found === undefined) throw refused('not-found');
  await requireOpenClient(scope, viewer, found.patientId);
  return found;
}

export function coursesOf(scope: ClinicScope, patientId: string): Promise<Course[]> {
  return scope.tx
    .select(columns)
    .from(courses)
    .where(and(scope.own(courses.clinicId), eq(courses.patientId, patientId)))
    .orderBy(sql`${courses.seriesId} asc nulls first`, asc(courses.id));
}

const owners = alias(memberships, 'owners');
const deputies = alias(memberships, 'deputies');

/** What waits in this clinic, what is due first at the top; safety questions before check-ins. */
export async function tasksDue(scope: ClinicScope, viewer: Viewer): Promise<CourseTask[]> {
  const rows = await scope.tx
    .select({
      id: courseTasks.id,
      courseId: courseTasks.courseId,
      kind: courseTasks.kind,
      step: courseTasks.step,
      dueAt: courseTasks.dueAt,
      patientId: courseTasks.patientId,
      familyName: patients.familyName,
      givenName: patients.givenName,
      ownerId: courseTasks.ownerId,
      ownerName: owners.name,
      deputyId: courseTasks.deputyId,
      deputyName: deputies.name,
    })
    .from(courseTasks)
    .innerJoin(
      patients,
      and(eq(patients.clinicId, courseTasks.clinicId), eq(patients.id, courseTasks.patientId)),
    )
    .leftJoin(
      owners,
      and(eq(owners.clinicId, courseTasks.clinicId), eq(owners.personId, courseTasks.ownerId)),
    )
    .leftJoin(
      deputies,
      and(eq(deputies.clinicId, courseTasks.clinicId), eq(deputies.personId, courseTasks.deputyId)),
    )
    .where(scope.own(courseTasks.clinicId))
    .orderBy(sql`${courseTasks.kind} = 'check-in'`, asc(courseTasks.dueAt), asc(courseTasks.id))
    .limit(500);
  const person = (id: string | null, name: string | null) =>
    id === null || name === null ? null : { id, name };
  const clients = [...new Set(rows.map(({ patientId }) => patientId))];
  const fenced = await fencedOff(scope, viewer, clients);
  // A question of safety is everybody's: that it is open is told, and whoever is called in opens with a reason.
  const shown = rows.filter(({ kind, patientId }) => kind === 'safety' || !fenced.has(patientId));
  return shown.map(({ patientId: id, familyName, givenName, ...row }) => ({
    id: row.id,
    courseId: row.courseId,
    kind: row.kind,
    step: row.step,
    dueAt: row.dueAt.toISOString(),
    patient: { id, familyName, givenName },
    owner: person(row.ownerId, row.ownerName),
    deputy: person(row.deputyId, row.deputyName),
  }));
}

/** MEA-2: has this client an answer about being better off dead that nobody has spoken about? */
export async function isSafetyOpen(scope: ClinicScope, patientId: string): Promise<boolean> {
  const [open] = await scope.tx
    .select({ id: courseTasks.id })
    .from(courseTasks)
    .where(
      and(
        scope.own(courseTasks.clinicId),
        eq(courseTasks.patientId, patientId),
        eq(courseTasks.kind, 'safety'),
      ),
    )
    .limit(1);
  return open !== undefined;
}
