import { may, type Role } from '@tandem/domain';
import { type SQL, sql } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { sessions } from '../db/schema.ts';

/**
 * Whose sessions somebody reads where a clinic shows them to their team alone. Everything that leaves the server asks
 * here: single sessions and lists, the board, open sockets, pre-filled answers and screens on a wall (TEA-2).
 */

/** Who asks. */
export type Viewer = Pick<Login, 'personId' | 'role'> & {
  readonly settings: Pick<Login['settings'], 'teamOnly'>;
};

/** Are there sessions that this role does not read for not being on their team? */
export function isFenced({ role, settings: { teamOnly } }: Pick<Viewer, 'role' | 'settings'>): boolean {
  return isFencedRole(role, teamOnly);
}

export function isFencedRole(role: Role, teamOnly: boolean): boolean {
  return (
    may(role, 'session.read', { relation: 'team', teamOnly }) !==
    may(role, 'session.read', { relation: 'any', teamOnly })
  );
}

/**
 * Is the row of `sessions` open to this person as to its team? Those of the team; to whom it was handed over, also
 * when that was taken back; who planned it, until it starts; and who opened it with a reason, by the database's clock.
 */
export function isOpenTo(personId: string | SQL): SQL<boolean> {
  const clinic = sessions.clinicId;
  return sql<boolean>`(
    exists (
      select from tandem.session_people tm
      where tm.clinic_id = ${clinic} and tm.session_id = ${sessions.id} and tm.person_id = ${personId}
    ) or exists (
      select from tandem.entries he join tandem.entry_payloads hp on hp.clinic_id = he.clinic_id and hp.entry_id = he.id
      where he.clinic_id = ${clinic} and he.stream_id = ${sessions.id} and he.kind = 'handover'
        and hp.data ->> 'toId' = ${personId}::text
    ) or (${sessions.status} = 'planned' and exists (
      select from tandem.entries pe
      where pe.clinic_id = ${clinic} and pe.stream_id = ${sessions.id} and pe.seq = 1 and pe.author_id = ${personId}
    )) or exists (
      select from tandem.break_glass bg
      where bg.clinic_id = ${clinic} and bg.session_id = ${sessions.id} and bg.person_id = ${personId}
        and bg.ends_at > clock_timestamp()
    )
  )`;
}

/** Somebody and a session. */
export interface Pair {
  readonly personId: string;
  readonly sessionId: string;
}

export const pairKey = ({ personId, sessionId }: Pair) => `${personId}:${sessionId}`;

/** Which of these are open, by {@link pairKey}: one question for many screens. */
export async function openPairs(
  { tx, clinicId }: ClinicScope,
  pairs: readonly Pair[],
): Promise<ReadonlySet<string>> {
  if (pairs.length === 0) return new Set();
  const rows = await tx.execute<{ personId: string; sessionId: string }>(sql`
    select asked."personId", asked."sessionId"
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as asked("personId" uuid, "sessionId" uuid)
    join ${sessions} on ${sessions.clinicId} = ${clinicId} and ${sessions.id} = asked."sessionId"
    where ${isOpenTo(sql`asked."personId"`)}`);
  return new Set([...rows].map(pairKey));
}
