import type { MeasureChange } from '@tandem/domain';
import { and, asc, eq, exists, type SQL, sql } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { courseScores, sessionFigures as figures, patients, sessions } from '../db/schema.ts';
import { ofFigures, ofPatient } from './where.ts';

const DAY_MS = 86_400_000;

/**
 * First and last value of each line of a measure in each course of the clients whose sessions these are. A line that
 * was answered once only is left out.
 * @param where conditions over `sessions`, `patients` and `session_figures`
 * @param instrument of this measure alone
 */
export async function measureChanges(
  scope: ClinicScope,
  where: readonly SQL[],
  instrument?: string,
): Promise<MeasureChange[]> {
  const theirs = scope.tx
    .select({ one: sql`1` })
    .from(sessions)
    .innerJoin(patients, ofPatient)
    .leftJoin(figures, ofFigures)
    .where(and(...where, eq(sessions.patientId, courseScores.patientId)));
  const asked = instrument === undefined ? undefined : eq(courseScores.instrument, instrument);
  const scores = await scope.tx
    .select()
    .from(courseScores)
    .where(and(scope.own(courseScores.clinicId), asked, exists(theirs)))
    .orderBy(asc(courseScores.answeredAt), asc(courseScores.id));
  type Score = (typeof scores)[number];
  const ends = new Map<string, { readonly first: Score; readonly latest: Score }>();
  for (const score of scores) {
    const key = `${score.courseId} ${score.instrument} ${score.line}`;
    ends.set(key, { first: ends.get(key)?.first ?? score, latest: score });
  }
  return [...ends.values()]
    .filter(({ first, latest }) => first !== latest)
    .map(({ first, latest }) => ({
      instrument: first.instrument,
      line: first.line,
      first: first.total,
      latest: latest.total,
      days: (latest.answeredAt.getTime() - first.answeredAt.getTime()) / DAY_MS,
    }));
}
