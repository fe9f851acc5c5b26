import { createHash } from 'node:crypto';
import { canonicalJson, formatInstant, may, type SessionStatus } from '@tandem/domain';
import type { Session, SessionSearch } from '@tandem/wire';
import { and, desc, eq, getTableColumns, ilike, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import {
  memberships,
  patients,
  protocols,
  rooms,
  sessionPeople,
  sessions,
  streamHeads,
} from '../db/schema.ts';
import { refused } from '../refusal-error.ts';
import { isFenced, isOpenTo, type Viewer } from './team.ts';

/** One session as `GET /api/sessions/:id` serves it, or null when this clinic has none with this id. */
export async function readSession(scope: ClinicScope, viewer: Viewer, id: string): Promise<Session | null> {
  return (await findSession(scope, viewer, id))?.session ?? null;
}

/** The same, and whether it is open to them as to its team. What they may not read of it is left out. */
export async function findSession(
  scope: ClinicScope,
  viewer: Viewer,
  id: string,
): Promise<{ readonly session: Session; readonly isOpen: boolean } | null> {
  const rows = await select(scope, viewer, [eq(sessions.id, id)], 1);
  const [session] = await withPeople(scope, viewer, rows);
  return session === undefined ? null : { session, isOpen: rows[0]?.isOpen === true };
}

/** May they read a session in this status, by their role and by whose team they are on? */
export function mayRead({ role, settings }: Viewer, status: SessionStatus, isOpen: boolean): boolean {
  const { teamOnly } = settings;
  return may(role, 'session.read', { status, relation: isOpen ? 'team' : 'any', teamOnly });
}

/** Those of these ids that this clinic has, in no order; what this person may not read of each is left out. */
export async function sessionsById(
  scope: ClinicScope,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Session[]> {
  const rows = await select(scope, viewer, [inArray(sessions.id, [...ids])], ids.length);
  return withPeople(scope, viewer, rows);
}

/** Newest `plannedAt` first, then id. The cursor is bound to its filter. @throws RefusalError on a foreign cursor */
export async function searchSessions(
  scope: ClinicScope,
  viewer: Viewer,
  search: SessionSearch,
  timeZone: string,
): Promise<{ items: Session[]; nextCursor: string | null }> {
  const { cursor, limit = 50, ...filter } = search;
  const filterKey = createHash('sha256').update(canonicalJson(filter)).digest('base64url').slice(0, 16);
  const where = filtersOf(scope, filter, timeZone);
  where.push(...withheldFrom(viewer, filter));
  if (cursor !== undefined) where.push(after(cursor, filterKey));
  const rows = await select(scope, viewer, where, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  const nextCursor = more ? encodeCursor([filterKey, last.plannedAt.toISOString(), last.id]) : null;
  return { items: await withPeople(scope, viewer, page), nextCursor };
}

function filtersOf(scope: ClinicScope, filter: Filter, timeZone: string): SQL[] {
  const where: SQL[] = [];
  const day = sql`(${sessions.plannedAt} at time zone ${timeZone})::date`;
  if (filter.status !== undefined) where.push(inArray(sessions.status, filter.status));
  if (filter.origin !== undefined) where.push(inArray(sessions.origin, filter.origin));
  if (filter.from !== undefined) where.push(sql`${day} >= ${filter.from}::date`);
  if (filter.to !== undefined) where.push(sql`${day} <= ${filter.to}::date`);
  if (filter.q !== undefined) {
    // Word by word: "Rivera, Maya", "maya rivera" and "rivera 0042" all name her.
    for (const word of filter.q.split(/[\s,]+/).filter((part) => part !== '')) {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      const columns = [patients.familyName, patients.givenName, patients.mrn];
      where.push(or(...columns.map((column) => ilike(column, pattern))) as SQL);
    }
  }
  if (filter.patientId !== undefined) where.push(eq(sessions.patientId, filter.patientId));
  if (filter.protocolId !== undefined) where.push(eq(sessions.protocolId, filter.protocolId));
  if (filter.roomId !== undefined) where.push(eq(sessions.roomId, filter.roomId));
  if (filter.personId !== undefined) where.push(onTeam(scope, filter.personId));
  return where;
}

type Filter = Omit<SessionSearch, 'cursor' | 'limit'>;

/** Filters by what is withheld of a session (`sessionOf`); its room is shown. */
const whoFilters = ['q', 'patientId', 'protocolId', 'personId'] as const;

/** What is withheld of a session must not be guessable by asking for it. */
function withheldFrom(viewer: Viewer, filter: Filter): SQL[] {
  const asked = whoFilters.filter((key) => filter[key] !== undefined);
  if (asked.length === 0) return [];
  if (!mayRead(viewer, 'in-progress', true)) return [ne(sessions.status, 'in-progress')];
  // The team stands in the row: asking for it tells nothing new.
  return isFenced(viewer) && asked.some((key) => key !== 'personId') ? [isOpenTo(viewer.personId)] : [];
}

/** Sessions whose team somebody is on. */
export function onTeam(scope: ClinicScope, personId: string): SQL {
  const ofTheirs = scope.tx
    .select({ sessionId: sessionPeople.sessionId })
    .from(sessionPeople)
    .where(and(scope.own(sessionPeople.clinicId), eq(sessionPeople.personId, personId)));
  return inArray(sessions.id, ofTheirs);
}

function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function after(cursor: string, filterKey: string): SQL {
  const sentence = 'This page belongs to another search. Start again from the first page.';
  try {
    const [key, plannedAt, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    if (
      key === filterKey &&
      !Number.isNaN(Date.parse(plannedAt as string)) &&
      /^[0-9a-f-]{36}$/.test(id as string)
    ) {
      return sql`(${sessions.plannedAt}, ${sessions.id}) < (${plannedAt}::timestamptz, ${id}::uuid)`;
    }
  } catch {
    // Falls through: whatever it was, it is no cursor of ours.
  }
  throw refused('invalid', { field: 'cursor', detail: sentence });
}

function select(scope: ClinicScope, viewer: Viewer, where: SQL[], limit: number) {
  const fenced = isFenced(viewer);
  return scope.tx
    .select({
      ...getTableColumns(sessions),
      lastSeq: streamHeads.lastSeq,
      patient: patients,
      protocol: {
        id: protocols.id,
        name: protocols.name,
        version: protocols.version,
        confirmedAt: protocols.confirmedAt,
      },
      room: { id: rooms.id, name: rooms.name },
      series: placeInSeries(),
      isOpen: fenced ? isOpenTo(viewer.personId) : sql<boolean>`true`,
      opening: fenced ? openingOf(viewer.personId) : sql<null>`null`,
    })
    .from(sessions)
    .innerJoin(
      streamHeads,
      and(eq(streamHeads.clinicId, sessions.clinicId), eq(streamHeads.streamId, sessions.id)),
    )
    .innerJoin(patients, and(eq(patients.clinicId, sessions.clinicId), eq(patients.id, sessions.patientId)))
    .innerJoin(
      protocols,
      and(eq(protocols.clinicId, sessions.clinicId), eq(protocols.id, sessions.protocolId)),
    )
    .leftJoin(rooms, and(eq(rooms.clinicId, sessions.clinicId), eq(rooms.id, sessions.roomId)))
    .where(and(scope.own(sessions.clinicId), ...where))
    .orderBy(desc(sessions.plannedAt), desc(sessions.id))
    .limit(limit);
}

/**
 * Which session of its series this is, of how many that are planned, by `plannedAt`. Cancelled ones do not count, and
 * have no place themselves.
 */
function placeInSeries() {
  return sql<Session['series']>`(
    select json_build_object(
      'number', count(*) filter (
        where (other.planned_at, other.id) <= (${sessions.plannedAt}, ${sessions.id})
      ),
      'of', count(*)
    )
    from tandem.sessions as other
    where other.clinic_id = ${sessions.clinicId} and other.patient_id = ${sessions.patientId}
      and other.series_id = ${sessions.seriesId} and other.status <> 'cancelled'
      and ${sessions.status} <> 'cancelled'
    having count(*) > 0
  )`;
}

/** What this person has it open with; the one that lasts longest. */
function openingOf(personId: string) {
  return sql<{ reason: string; endsMs: number } | null>`(
    select json_build_object('reason', bg.reason, 'endsMs', (extract(epoch from bg.ends_at) * 1000)::float8)
    from tandem.break_glass bg
    where bg.clinic_id = ${sessions.clinicId} and bg.session_id = ${sessions.id} and bg.person_id = ${personId}
      and bg.ends_at > clock_timestamp()
    order by bg.ends_at desc limit 1
  )`;
}

type Row = Awaited<ReturnType<typeof select>>[number];

async function withPeople(scope: ClinicScope, viewer: Viewer, rows: readonly Row[]): Promise<Session[]> {
  if (rows.length === 0) return [];
  const people = await scope.tx
    .select({
      sessionId: sessionPeople.sessionId,
      personId: sessionPeople.personId,
      role: sessionPeople.role,
      name: memberships.name,
    })
    .from(sessionPeople)
    .innerJoin(
      memberships,
      and(eq(memberships.clinicId, sessionPeople.clinicId), eq(memberships.personId, sessionPeople.personId)),
    )
    .where(
      and(
        scope.own(sessionPeople.clinicId),
        inArray(
          sessionPeople.sessionId,
          rows.map((row) => row.id),
        ),
      ),
    );
  const byName = people.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return rows.map((row) => {
    const team = byName.filter((person) => person.sessionId === row.id);
    return sessionOf(
      row,
      viewer,
      team.map(({ personId, name, role: ownRole }) => ({ personId, name, role: ownRole })),
    );
  });
}

/**
 * A lead sees a session in progress as room, phase and notice count: not who it is (reliability.md 5). Where a clinic
 * shows sessions to their team alone, others see that there is one: where, when and whose. A day with holes in it
 * would be planned into, and who is called into a room has to find its door.
 */
function sessionOf(row: Row, viewer: Viewer, people: Session['people']): Session {
  const { id, familyName, givenName, birthDate, sex, mrn, allergies } = row.patient;
  const named = mayRead(viewer, row.status, row.isOpen);
  const showsTeam = named || isFenced(viewer);
  const { opening } = row;
  return {
    id: row.id,
    status: row.status,
    origin: row.origin,
    patient: named ? { id, familyName, givenName, birthDate, sex, mrn, allergies } : null,
    protocol: named
      ? {
          id: row.protocol.id,
          name: row.protocol.name,
          version: row.protocol.version,
          confirmed: row.protocol.confirmedAt !== null,
        }
      : null,
    plannedAt: row.plannedAt.toISOString(),
    durationMinutes: row.durationMinutes,
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    weightKg: named && row.weightGrams !== null ? row.weightGrams / 1000 : null,
    room: row.room,
    people: showsTeam ? people : [],
    plannedDoses: named ? row.plannedDoses : [],
    // Both lead to the client's other sessions, and so to their name.
    seriesId: named ? row.seriesId : null,
    series: named ? row.series : null,
    setting: row.setting,
    // How somebody left is of the record.
    disposition: named ? row.disposition : null,
    lastSeq: row.lastSeq,
    ...(opening !== null && {
      breakGlass: { reason: opening.reason, endsAt: formatInstant(opening.endsMs) },
    }),
  };
}
