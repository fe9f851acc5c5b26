import { type InsightRow, type Insights, insightsOf } from '@tandem/domain';
import { type InsightsReply, MOST_LISTED, type PastNarrowing } from '@tandem/wire';
import { and, desc, inArray, sql } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { sessionFigures as figures, patients, sessions } from '../db/schema.ts';
import { measureChanges } from './measure-changes.ts';
import { ofFigures, ofPatient, overWhere } from './where.ts';

/** Points of a picture: more would be one grey spot. */
const MOST_POINTS = 2_000;

/** How the sessions that are filtered went, in numbers; a training session is in none of them (ISG-2). */
export async function readInsights(
  scope: ClinicScope,
  login: Login,
  filter: PastNarrowing,
): Promise<InsightsReply> {
  const where = overWhere(scope, login, filter);
  // As one value, like the facts: reading ten thousand rows takes the driver longer than the database.
  const [made] = await scope.tx
    .select({
      rows: sql<InsightRow[] | null>`json_agg(json_build_object(
        'id', ${sessions.id}, 'endedAt', ${sessions.endedAt}, 'figures', ${figures.facts})
        order by ${sessions.plannedAt} desc, ${sessions.id} desc)`,
    })
    .from(sessions)
    .innerJoin(patients, ofPatient)
    .leftJoin(figures, ofFigures)
    .where(and(...where));
  return withNames(scope, insightsOf(made?.rows ?? [], await measureChanges(scope, where)));
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
