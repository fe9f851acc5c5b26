import { formatInstant } from '@tandem/domain';
import type { RedactionRequest } from '@tandem/wire';
import { type SQL, sql } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';

/** A request as it is kept, with the entry that it is about. Times in milliseconds since the epoch. */
export interface RequestRow {
  readonly id: string;
  readonly sessionId: string;
  readonly entryId: string;
  readonly reason: string;
  readonly askedById: string;
  readonly askedBy: string;
  readonly askedMs: number;
  readonly decidedBy: string | null;
  readonly decidedMs: number | null;
  readonly agreed: boolean | null;
  readonly kind: string;
  readonly author: string;
  readonly authorId: string;
  readonly happenedMs: number;
  readonly clientName: string;
  readonly sessionMs: number;
  readonly readBy: string[];
}

/** Newest first. Whoever may not decide sees what they asked for themselves. */
export async function requestRows(
  scope: ClinicScope,
  { personId }: Pick<Login, 'personId'>,
  only: { readonly id?: string; readonly own?: boolean } = {},
): Promise<RequestRow[]> {
  const where: SQL[] = [sql`q.clinic_id = ${scope.clinicId}`];
  if (only.id !== undefined) where.push(sql`q.id = ${only.id}`);
  if (only.own === true) where.push(sql`q.asked_by = ${personId}`);
  const ms = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::float8`;
  const rows = await scope.tx.execute<RequestRow & Record<string, unknown>>(sql`
    select q.id, q.session_id "sessionId", q.entry_id "entryId", q.reason, q.agreed,
      q.asked_by "askedById", asker.name "askedBy", ${ms(sql`q.asked_at`)} "askedMs",
      decider.name "decidedBy", ${ms(sql`q.decided_at`)} "decidedMs",
      e.kind, e.author_name author, e.author_id "authorId", ${ms(sql`e.happened_at`)} "happenedMs",
      p.family_name || ', ' || p.given_name "clientName",
      ${ms(sql`coalesce(s.started_at, s.planned_at)`)} "sessionMs",
      array(
        select distinct m.name from tandem.audit a
        join auth.memberships m on m.clinic_id = a.clinic_id and m.person_id = a.actor_id
        where a.clinic_id = q.clinic_id and a.target_id = q.session_id and a.action = 'session.read'
          and a.at >= e.recorded_at - interval '15 minutes' and a.at <= coalesce(q.decided_at, a.at)
        order by m.name
      ) "readBy"
    from tandem.redaction_requests q
    join tandem.entries e on e.clinic_id = q.clinic_id and e.id = q.entry_id
    join tandem.sessions s on s.clinic_id = q.clinic_id and s.id = q.session_id
    join tandem.patients p on p.clinic_id = s.clinic_id and p.id = s.patient_id
    join auth.memberships asker on asker.clinic_id = q.clinic_id and asker.person_id = q.asked_by
    left join auth.memberships decider on decider.clinic_id = q.clinic_id and decider.person_id = q.decided_by
    where ${sql.join(where, sql` and `)}
    order by q.asked_at desc, q.id`);
  return [...rows];
}

export function requestOf(row: RequestRow): RedactionRequest {
  const state = row.agreed === null ? 'asked' : row.agreed ? 'done' : 'refused';
  return {
    id: row.id,
    sessionId: row.sessionId,
    entryId: row.entryId,
    state,
    clientName: row.clientName,
    sessionAt: formatInstant(row.sessionMs),
    kind: row.kind,
    author: row.author,
    happenedAt: formatInstant(row.happenedMs),
    reason: row.reason,
    askedById: row.askedById,
    askedBy: row.askedBy,
    askedAt: formatInstant(row.askedMs),
    decidedBy: row.decidedBy,
    decidedAt: row.decidedMs === null ? null : formatInstant(row.decidedMs),
    readBy: row.readBy,
  };
}
