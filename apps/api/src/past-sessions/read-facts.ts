import type { PastFacts, PastNarrowing } from '@tandem/wire';
import { and, asc, eq, exists, inArray, ne, sql } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { courseScores, sessionFigures as figures, patients, sessions } from '../db/schema.ts';
import { type FactRow, factsOf, type ScoreLine } from './facts.ts';
import { PHQ9 } from './phq9.ts';
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
  // As one value: ten thousand rows of ten columns each take the driver longer than the database.
  const [made] = await scope.tx
    .select({ rows: sql<Packed[] | null>`json_agg(${packed(login.timeZone)})` })
    .from(sessions)
    .innerJoin(patients, ofPatient)
    .leftJoin(figures, ofFigures)
    .where(and(...where));
  return factsOf((made?.rows ?? []).map(unpacked), await scoreLines(scope, where), nowMs);
}

type Packed = readonly [
  day: string,
  endedMs: number | null,
  lockedAt: string | null,
  toSign: boolean,
  peak: number | null,
  baseline: number | null,
  notify: number | null,
  raised: number,
  open: number,
  seenMs: readonly number[] | null,
];

function packed(timeZone: string) {
  return sql`json_build_array(
    to_char(${sessions.plannedAt} at time zone ${timeZone}, 'YYYY-MM-DD'),
    (extract(epoch from ${sessions.endedAt}) * 1000)::float8,
    ${figures.facts} -> 'lockedAt', ${sessions.status} = 'ended', ${figures.peakSystolic},
    ${figures.facts} #> '{baseline,systolic}', ${figures.notifySystolic},
    coalesce(${figures.noticesHigh} + ${figures.noticesMedium}, 0), coalesce(${figures.noticesOpen}, 0),
    ${figures.facts} #> '{notices,seenMs}')`;
}

function unpacked(row: Packed): FactRow {
  const [day, endedAt, lockedAt, toSign, peak, baseline, notify, raised, open, seenMs] = row;
  return {
    day,
    endedAt,
    lockedAt: lockedAt === null ? null : Date.parse(lockedAt),
    toSign,
    peak,
    baseline,
    notify,
    raised,
    open,
    seenMs: seenMs ?? [],
  };
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
