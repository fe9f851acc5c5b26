import {
  type InsightRow,
  type Insights,
  insightsOf,
  type MeasureChange,
  type SessionFigures,
} from '@tandem/domain';
import { type InsightsReply, MOST_LISTED, type PastNarrowing } from '@tandem/wire';
import { and, asc, desc, eq, exists, inArray, ne, sql } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { courseScores, sessionFigures as figures, patients, sessions } from '../db/schema.ts';
import { ofFigures, ofPatient, pastWhere } from './where.ts';

const over = ['ended', 'signed', 'cancelled'] as const;
const DAY_MS = 86_400_000;
/** Points of a picture: more would be one grey spot. */
const MOST_POINTS = 2_000;

/** How the sessions that are filtered went, in numbers; a training session is in none of them (ISG-2). */
export async function readInsights(
  scope: ClinicScope,
  login: Login,
  filter: PastNarrowing,
): Promise<InsightsReply> {
  const where = [
    ...pastWhere(scope, login, filter, login.timeZone),
    inArray(sessions.status, [...over]),
    ne(sessions.origin, 'training'),
  ];
  const rows = await scope.tx
    .select({
      id: sessions.id,
      endedAt: sessions.endedAt,
      figures: sql<SessionFigures | null>`${figures.facts}`,
    })
    .from(sessions)
    .innerJoin(patients, ofPatient)
    .leftJoin(figures, ofFigures)
    .where(and(...where))
    .orderBy(desc(sessions.plannedAt), desc(sessions.id));
  const known = rows.map(
    ({ endedAt, ...row }): InsightRow => ({ ...row, endedAt: endedAt?.toISOString() ?? null }),
  );
  return withNames(scope, insightsOf(known, await changes(scope, where)));
}

/** First and last total of each measure in each course of the clients whose sessions these are. */
async function changes(
  scope: ClinicScope,
  where: readonly ReturnType<typeof sql>[],
): Promise<MeasureChange[]> {
  const theirs = scope.tx
    .select({ one: sql`1` })
    .from(sessions)
    .innerJoin(patients, ofPatient)
    .leftJoin(figures, ofFigures)
    .where(and(...where, eq(sessions.patientId, courseScores.patientId)));
  const scores = await scope.tx
    .select()
    .from(courseScores)
    .where(and(scope.own(courseScores.clinicId), exists(theirs)))
    .orderBy(asc(courseScores.answeredAt), asc(courseScores.id));
  const groups = new Map<string, typeof scores>();
  for (const score of scores) {
    const key = `${score.courseId} ${score.instrument}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(score);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, latest] = [group[0], group.at(-1)];
    if (first === undefined || latest === undefined || group.length < 2) return [];
    const days = (latest.answeredAt.getTime() - first.answeredAt.getTime()) / DAY_MS;
    return [{ instrument: first.instrument, first: first.total, latest: latest.total, days }];
  });
}

async function withNames(scope: ClinicScope, found: Insights): Promise<InsightsReply> {
  const listed = new Set<string>();
  function cut<Of extends { readonly ids: readonly string[] }>(of: Of) {
    const ids = of.ids.slice(0, MOST_LISTED);
    for (const id of ids) listed.add(id);
    return { ...of, ids, all: of.ids.length };
  }
  const gap = (ids: readonly string[]) => cut({ ids });
  const { rise, gaps } = found;
  const points = rise.points.slice(0, MOST_POINTS);
  const reply = {
    sessions: found.sessions,
    rise: { ...cut(rise), points: [...points] },
    vitalsOnTime: cut(found.vitalsOnTime),
    notices: cut(found.notices),
    seen: cut(found.seen),
    outside: cut(found.outside),
    goHome: cut(found.goHome),
    events: found.events.map(cut),
    takenBack: cut(found.takenBack),
    changes: found.changes.map(cut),
    gaps: {
      vitals: gap(gaps.vitals),
      goingHome: gap(gaps.goingHome),
      notices: gap(gaps.notices),
      unsigned: gap(gaps.unsigned),
    },
  };
  const named = await scope.tx
    .select({
      id: sessions.id,
      at: sessions.plannedAt,
      familyName: patients.familyName,
      givenName: patients.givenName,
    })
    .from(sessions)
    .innerJoin(patients, ofPatient)
    .where(and(scope.own(sessions.clinicId), inArray(sessions.id, [...listed])))
    .orderBy(desc(sessions.plannedAt));
  return { ...reply, named: named.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) };
}
