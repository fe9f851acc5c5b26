import { formatInstant, may, type Role, type SessionStatus } from '@tandem/domain';
import type { Opened, Opening } from '@tandem/wire';
import { type SQL, sql } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';

/** How many a lead is shown; those that nobody looked at come first. */
const MOST = 200;

/** An opening as it is kept, with what it is about. Times in milliseconds since the epoch. */
interface Row {
  readonly id: string;
  readonly sessionId: string;
  readonly personId: string;
  readonly by: string;
  readonly role: Role;
  readonly reason: string;
  readonly openedMs: number;
  readonly endsMs: number;
  readonly status: SessionStatus;
  readonly clientName: string;
  readonly roomName: string | null;
  readonly sessionMs: number;
  readonly reviewedBy: string | null;
  readonly reviewedMs: number | null;
  readonly word: string | null;
}

/** One by its id, or null. */
export async function openingRow(scope: ClinicScope, id: string): Promise<Row | null> {
  return (await rowsOf(scope, sql`b.id = ${id}`))[0] ?? null;
}

/** Those that nobody has looked at first, the oldest of them on top; then the others, newest first. */
export function listedRows(scope: ClinicScope): Promise<Row[]> {
  return rowsOf(scope, sql`true`);
}

/** Of the whole clinic. */
export async function unreviewed(scope: ClinicScope): Promise<number> {
  const [row] = await scope.tx.execute<{ n: number }>(sql`
    select count(*)::int n from tandem.break_glass
    where clinic_id = ${scope.clinicId} and reviewed_at is null`);
  return row?.n ?? 0;
}

async function rowsOf(scope: ClinicScope, where: SQL): Promise<Row[]> {
  const ms = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::float8`;
  const rows = await scope.tx.execute<Row & Record<string, unknown>>(sql`
    select b.id, b.session_id "sessionId", b.person_id "personId", who.name "by", b.role, b.reason,
      ${ms(sql`b.opened_at`)} "openedMs", ${ms(sql`b.ends_at`)} "endsMs", s.status,
      p.family_name || ', ' || p.given_name "clientName", r.name "roomName",
      ${ms(sql`coalesce(s.started_at, s.planned_at)`)} "sessionMs",
      reviewer.name "reviewedBy", ${ms(sql`b.reviewed_at`)} "reviewedMs", b.word
    from tandem.break_glass b
    join tandem.sessions s on s.clinic_id = b.clinic_id and s.id = b.session_id
    join tandem.patients p on p.clinic_id = s.clinic_id and p.id = s.patient_id
    left join tandem.rooms r on r.clinic_id = s.clinic_id and r.id = s.room_id
    join auth.memberships who on who.clinic_id = b.clinic_id and who.person_id = b.person_id
    left join auth.memberships reviewer on reviewer.clinic_id = b.clinic_id and reviewer.person_id = b.reviewed_by
    where b.clinic_id = ${scope.clinicId} and ${where}
    order by (b.reviewed_at is null) desc, case when b.reviewed_at is null then b.opened_at end,
      b.opened_at desc, b.id
    limit ${MOST}`);
  return [...rows];
}

export function openedOf({ id, sessionId, reason, openedMs, endsMs }: Row): Opened {
  return { id, sessionId, reason, openedAt: formatInstant(openedMs), endsAt: formatInstant(endsMs) };
}

/** As this person may see it: of a session that runs a lead is told no name. */
export function openingOf(row: Row, { role }: Pick<Login, 'role'>): Opening {
  return {
    ...openedOf(row),
    by: row.by,
    byId: row.personId,
    role: row.role,
    clientName: may(role, 'session.read', row.status) ? row.clientName : null,
    roomName: row.roomName,
    sessionAt: formatInstant(row.sessionMs),
    reviewedBy: row.reviewedBy,
    reviewedAt: row.reviewedMs === null ? null : formatInstant(row.reviewedMs),
    word: row.word,
  };
}
