import type { PastSession, Session } from '@tandem/wire';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { courseScores } from '../db/schema.ts';

export const PHQ9 = 'phq-9';

type Score = { readonly total: number; readonly day: string };

/** By session: the client's first PHQ-9 in its series, and the last one up to its day. None before the first. */
export async function phq9Of(
  scope: ClinicScope,
  rows: readonly Session[],
  timeZone: string,
): Promise<ReadonlyMap<string, NonNullable<PastSession['phq9']>>> {
  const clients = [...new Set(rows.flatMap(({ patient }) => patient?.id ?? []))];
  if (clients.length === 0) return new Map();
  const found = await scope.tx
    .select()
    .from(courseScores)
    .where(
      and(
        scope.own(courseScores.clinicId),
        eq(courseScores.instrument, PHQ9),
        inArray(courseScores.patientId, clients),
      ),
    )
    .orderBy(asc(courseScores.answeredAt), asc(courseScores.id));
  const dayOf = dayIn(timeZone);
  const byCourse = new Map<string, Score[]>();
  for (const { patientId, seriesId, total, answeredAt } of found) {
    const key = courseKey(patientId, seriesId);
    byCourse.set(key, [...(byCourse.get(key) ?? []), { total, day: dayOf(answeredAt) }]);
  }
  return new Map(
    rows.flatMap(({ id, patient, seriesId, plannedAt }) => {
      const day = dayOf(new Date(plannedAt));
      const until = (byCourse.get(courseKey(patient?.id ?? '', seriesId)) ?? []).filter(
        (score) => score.day <= day,
      );
      const [first, latest] = [until[0], until.at(-1)];
      if (first === undefined || latest === undefined) return [];
      return [[id, { first: first.total, latest: latest.total, count: until.length }] as const];
    }),
  );
}

const courseKey = (patientId: string, seriesId: string | null) => `${patientId} ${seriesId ?? ''}`;

/** `YYYY-MM-DD` in the clinic's zone. */
function dayIn(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return (at) => format.format(at);
}
