import { may, sessionStatuses } from '@tandem/domain';
import type { PastFilter } from '@tandem/wire';
import { and, eq, gt, gte, ilike, inArray, isNotNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { sessionFigures as figures, patients, sessions } from '../db/schema.ts';
import { mayRead, onTeam } from '../sessions/search.ts';
import { isFenced, isOpenTo, type Viewer } from '../sessions/team.ts';
import { wordsQuery } from './find-words.ts';

/** How the tables hang together that conditions and orders speak of. */
export const ofPatient = and(eq(patients.clinicId, sessions.clinicId), eq(patients.id, sessions.patientId));
export const ofFigures = and(eq(figures.clinicId, sessions.clinicId), eq(figures.sessionId, sessions.id));

/**
 * Conditions over `sessions`, `patients` and `session_figures`. Only what this person may open is found: a list that
 * is filtered by what happened would tell what happened.
 */
export function pastWhere(scope: ClinicScope, viewer: Viewer, filter: PastFilter, timeZone: string): SQL[] {
  const statuses = sessionStatuses.filter((status) => mayRead(viewer, status, true));
  const asked = filter.status ?? statuses;
  return [
    scope.own(sessions.clinicId),
    inArray(sessions.status, [...asked.filter((status) => statuses.includes(status)), NONE]),
    ...(isFenced(viewer) ? [isOpenTo(viewer.personId)] : []),
    ...daysOf(filter, timeZone),
    ...idsOf(scope, filter),
    ...figuresOf(filter),
    ...(filter.text === undefined ? [] : [textOf(viewer, filter.text)]),
  ];
}

/** Those of them that are over, training left out: what every figure is reckoned from. */
export function overWhere(
  scope: ClinicScope,
  viewer: Viewer & { timeZone: string },
  filter: PastFilter,
): SQL[] {
  return [
    ...pastWhere(scope, viewer, filter, viewer.timeZone),
    inArray(sessions.status, ['ended', 'signed', 'cancelled']),
    ne(sessions.origin, 'training'),
  ];
}

/** An empty list is no list in SQL: a status that no session has. */
const NONE = 'none' as never;

/** In instants and not in days: the index on when a session was planned for then finds them. */
function daysOf({ from, to }: PastFilter, timeZone: string): SQL[] {
  const begins = (day: string, later: number) =>
    sql`((${day}::date + ${later}::int)::timestamp at time zone ${timeZone})`;
  return [
    ...(from === undefined ? [] : [sql`${sessions.plannedAt} >= ${begins(from, 0)}`]),
    ...(to === undefined ? [] : [sql`${sessions.plannedAt} < ${begins(to, 1)}`]),
  ];
}

function idsOf(scope: ClinicScope, { patientId, protocolId, roomId, personId }: PastFilter): SQL[] {
  return [
    ...(patientId === undefined ? [] : [eq(sessions.patientId, patientId)]),
    ...(protocolId === undefined ? [] : [eq(sessions.protocolId, protocolId)]),
    ...(roomId === undefined ? [] : [eq(sessions.roomId, roomId)]),
    ...(personId === undefined ? [] : [onTeam(scope, personId)]),
  ];
}

function figuresOf({ route, notices, outsideLimit, gradeFrom }: PastFilter): SQL[] {
  const raised = {
    high: gt(figures.noticesHigh, 0),
    medium: gt(figures.noticesMedium, 0),
    open: gt(figures.noticesOpen, 0),
    none: and(isNotNull(figures.version), lte(figures.noticesHigh, 0), lte(figures.noticesMedium, 0)) as SQL,
  };
  return [
    ...(route === undefined
      ? []
      : [sql`${figures.facts} -> 'given' @> ${JSON.stringify([{ route }])}::jsonb`]),
    ...(notices === undefined ? [] : [raised[notices]]),
    ...(outsideLimit === undefined ? [] : [gt(figures.dosesOutside, 0)]),
    ...(gradeFrom === undefined ? [] : [gte(figures.worstGrade, gradeFrom)]),
  ];
}

/** The client by every word, or every word in one note; notes of those sessions alone whose notes this role reads. */
function textOf({ role }: Viewer, text: string): SQL {
  const named = text
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      const columns = [patients.familyName, patients.givenName, patients.mrn];
      return or(...columns.map((column) => ilike(column, pattern))) as SQL;
    });
  const query = wordsQuery(text);
  if (query === null) return and(...named) as SQL;
  const readable = sessionStatuses.filter((status) => may(role, 'notes.read', status));
  const inNotes = and(
    inArray(sessions.status, [...readable, NONE]),
    sql`${sessions.id} in (select tandem.sessions_with_words(${query}))`,
  );
  return or(and(...named), inNotes) as SQL;
}
