import type { PastFacts, PastNarrowing } from '@tandem/wire';
import { and, asc, eq, exists, inArray, ne, sql } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { courseScores, sessionFigures as figures, patients, sessions } from '../db/schema.ts';
import { type FactRow, factsOf, type ScoreLine } from './facts.ts';
import { dayIn, PHQ9 } from './phq9.ts';
import { ofFigures, ofPatient, pastWhere } from './where.ts';

const over = ['ended', 'signed', 'cancelled'] as const;

/** The four facts of what is filtered; a training session is in none of them. */
export async function readFacts(
  scope: ClinicScope,
  login: Login,
  filter: PastNarrowing,
  nowMs: number,
): Promise<PastFacts> {
  const where = [
    ...pastWhere(scope, login, filter, login.timeZone),
    inArray(sessions.status, [...over]),
    ne(sessions.origin, 'training'),
  ];
  const path = (...keys: string[]) => sql`${figures.facts} #> ${`{${keys.join(',')}}`}::text[]`;
  const rows = await scope.tx
    .select({
      plannedAt: sessions.plannedAt,
      endedAt: sessions.endedAt,
      status: sessions.status,
      peak: figures.peakSystolic,
      notify: figures.notifySystolic,
      raised: sql<number>`coalesce(${figures.noticesHigh} + ${figures.noticesMedium}, 0)`,
      open: sql<number>`coalesce(${figures.noticesOpen}, 0)`,
      baseline: sql<number | null>`${path('baseline', 'systolic')}`,
      seenMs: sql<number[] | null>`${path('notices', 'seenMs')}`,
      lockedAt: sql<string | null>`${path('lockedAt')}`,
    })
    .from(sessions)
    .innerJoin(patients, ofPatient)
    .leftJoin(figures, ofFigures)
    .where(and(...where));
  const dayOf = dayIn(login.timeZone);
  return factsOf(
    rows.map(
      ({ plannedAt, endedAt, status, seenMs, lockedAt, ...row }): FactRow => ({
        ...row,
        day: dayOf(plannedAt),
        endedAt: endedAt?.getTime() ?? null,
        toSign: status === 'ended',
        seenMs: seenMs ?? [],
        lockedAt: lockedAt === null ? null : Date.parse(lockedAt),
      }),
    ),
    await scoreLines(scope, where),
    nowMs,
  );
}

/** First and last PHQ-9 of every client with two or more in one series, among those whose sessions these are. */
async function scoreLines(
  scope: ClinicScope,
  where: readonly ReturnType<typeof sql>[],
): Promise<ScoreLine[]> {
  const theirs = scope.tx
    .select({ one: sql`1` })
    .from(sessions)
    .innerJoin(patients, ofPatient)
    .leftJoin(figures, ofFigures)
    .where(and(...where, eq(sessions.patientId, courseScores.patientId)));
  const scores = await scope.tx
    .select({ courseId: courseScores.courseId, total: courseScores.total })
    .from(courseScores)
    .where(and(scope.own(courseScores.clinicId), eq(courseScores.instrument, PHQ9), exists(theirs)))
    .orderBy(asc(courseScores.answeredAt), asc(courseScores.id));
  const byCourse = new Map<string, number[]>();
  for (const { courseId, total } of scores)
    byCourse.set(courseId, [...(byCourse.get(courseId) ?? []), total]);
  return [...byCourse.values()].flatMap((totals) => {
    const [first, latest] = [totals[0], totals.at(-1)];
    return totals.length < 2 || first === undefined || latest === undefined ? [] : [{ first, latest }];
  });
}
