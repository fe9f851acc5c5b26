import { type CourseState, checkIns, courseScores, SCORES_VERSION, safetyTasks } from '@tandem/domain';
import type { PendingQuery, ReservedSql, Row, TransactionSql } from 'postgres';
import type { Touched } from './project.ts';

/**
 * Courses and what is due in them, kept in the transaction of the append: lists and Today read these rows. A course is
 * short and changes seldom, so its tasks are written anew each time.
 */
export function projectCourses(
  tx: ReservedSql,
  clinicId: string,
  touched: readonly Touched[],
): PendingQuery<Row[]>[] {
  const courses = touched.flatMap(({ fold }) =>
    fold.type === 'course' && fold.state.opened !== null ? [fold.state] : [],
  );
  if (courses.length === 0) return [];
  const rows = courses.map(({ courseId, opened }) => ({
    id: courseId,
    patient_id: opened?.patientId,
    series_id: opened?.seriesId,
    scores_version: SCORES_VERSION,
  }));
  const ids = rows.map(({ id }) => id);
  return [
    tx`
      insert into tandem.courses (clinic_id, id, patient_id, series_id, scores_version)
      select ${clinicId}, r.* from jsonb_to_recordset(${tx.json(rows as never)}::jsonb)
        as r(id uuid, patient_id uuid, series_id uuid, scores_version int)
      on conflict (clinic_id, id) do update set scores_version = excluded.scores_version
        where courses.scores_version <> excluded.scores_version`,
    ...writeScores(tx, clinicId, courses),
    tx`delete from tandem.course_tasks where clinic_id = ${clinicId} and course_id = any(${ids}::uuid[])`,
    tx`
      insert into tandem.course_tasks (clinic_id, id, course_id, patient_id, kind, step, due_at, owner_id, deputy_id)
      select ${clinicId}, r.* from jsonb_to_recordset(${tx.json(courses.flatMap(tasksOf) as never)}::jsonb)
        as r(id uuid, course_id uuid, patient_id uuid, kind text, step text, due_at timestamptz, owner_id uuid,
          deputy_id uuid)`,
  ];
}

/** What measures are read by, written anew each time like the tasks. */
export function writeScores(
  tx: ReservedSql | TransactionSql,
  clinicId: string,
  courses: readonly CourseState[],
): PendingQuery<Row[]>[] {
  const scores = courses.flatMap((course) =>
    courseScores(course).map(({ id, instrument, line, value, at }) => ({
      id,
      course_id: course.courseId,
      patient_id: course.opened?.patientId,
      series_id: course.opened?.seriesId,
      instrument,
      line,
      total: value,
      answered_at: at,
    })),
  );
  const ids = courses.map(({ courseId }) => courseId);
  return [
    tx`delete from tandem.course_scores where clinic_id = ${clinicId} and course_id = any(${ids}::uuid[])`,
    tx`
      insert into tandem.course_scores (clinic_id, id, course_id, patient_id, series_id, instrument, line, total, answered_at)
      select ${clinicId}, r.* from jsonb_to_recordset(${tx.json(scores as never)}::jsonb)
        as r(id uuid, course_id uuid, patient_id uuid, series_id uuid, instrument text, line text,
          total int, answered_at timestamptz)`,
  ];
}

/** What waits for somebody. What is settled is told by the log. */
function tasksOf(course: CourseState) {
  const common = { course_id: course.courseId, patient_id: course.opened?.patientId };
  return [
    ...safetyTasks(course)
      .filter(({ outcome }) => outcome === null)
      .map(({ measureId, dueMs }) => ({
        ...common,
        id: measureId,
        kind: 'safety',
        due_at: new Date(dueMs).toISOString(),
      })),
    ...checkIns(course)
      .filter(({ outcome }) => outcome === null)
      .map(({ id, dueMs, data }) => ({
        ...common,
        id,
        kind: 'check-in',
        step: data.step,
        due_at: new Date(dueMs).toISOString(),
        owner_id: data.owner.id,
        deputy_id: data.deputy?.id,
      })),
  ];
}
