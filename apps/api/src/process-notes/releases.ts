import { formatInstant, type ReleaseGround } from '@tandem/domain';
import type { NewRelease, Release } from '@tandem/wire';
import type { Login } from '../auth/login.ts';
import { refused } from '../refusal-error.ts';
import { auditNote, type NotesScope } from './scope.ts';

/** As kept; who and whom by id. Times in milliseconds since the epoch. */
export interface ReleaseRow {
  readonly id: string;
  readonly authorId: string;
  readonly patientId: string;
  readonly ground: ReleaseGround;
  readonly proof: string;
  readonly hours: number;
  readonly askedById: string;
  readonly askedMs: number;
  readonly decidedById: string | null;
  readonly decidedMs: number | null;
  readonly approved: boolean | null;
  readonly expiresMs: number | null;
  readonly ended: boolean;
  readonly expired: boolean;
  readonly authorSeen: boolean;
  readonly sessionIds: readonly string[];
}

/** Newest first; with `id` that one alone. */
export async function releaseRows({ sql, clinicId }: NotesScope, id?: string): Promise<ReleaseRow[]> {
  return sql<ReleaseRow[]>`
    select id, author_id "authorId", patient_id "patientId", ground, proof, hours, asked_by "askedById",
      (extract(epoch from asked_at) * 1000)::float8 "askedMs", decided_by "decidedById",
      (extract(epoch from decided_at) * 1000)::float8 "decidedMs", approved,
      (extract(epoch from expires_at) * 1000)::float8 "expiresMs", ended_at is not null ended,
      coalesce(expires_at <= clock_timestamp(), false) expired, author_seen_at is not null "authorSeen",
      session_ids "sessionIds"
    from notes.releases
    where clinic_id = ${clinicId} ${id === undefined ? sql`` : sql`and id = ${id}`}
    order by asked_at desc, id`;
}

export function releaseState({ approved, ended, expired }: ReleaseRow): Release['state'] {
  if (approved === false) return 'refused';
  if (ended || expired) return 'over';
  return approved === true ? 'open' : 'asked';
}

/** Whom a request concerns: leads, all; who may agree, what waits and what they decided; the author, once it was agreed to. */
export function concerns(row: ReleaseRow, { personId, role }: Login): boolean {
  if (role === 'lead') return true;
  if (row.authorId === personId) return row.approved === true;
  return role === 'physician' && (releaseState(row) === 'asked' || row.decidedById === personId);
}

/** @returns whether it is new @throws RefusalError when the id is another request's */
export async function askRelease(scope: NotesScope, login: Login, body: NewRelease): Promise<boolean> {
  const { sql, clinicId, personId } = scope;
  const { id, authorId, patientId, ground, proof, hours } = body;
  if (authorId === personId) {
    throw refused('invalid', {
      field: 'authorId',
      detail: 'Your own process notes are open to you already. Nothing was asked.',
    });
  }
  const made = await sql`
    insert into notes.releases (clinic_id, id, author_id, patient_id, ground, proof, hours, asked_by)
    values (${clinicId}, ${id}, ${authorId}, ${patientId}, ${ground}, ${proof}, ${hours}, ${personId})
    on conflict (clinic_id, id) do nothing returning id`;
  if (made.length > 0) {
    await auditNote(scope, login, {
      action: 'process-note-release.ask',
      targetId: id,
      detail: { ground, hours },
    });
    return true;
  }
  const [row] = await releaseRows(scope, id);
  const isSame =
    row?.authorId === authorId &&
    row.patientId === patientId &&
    row.ground === ground &&
    row.proof === proof &&
    row.hours === hours &&
    row.askedById === personId;
  if (!isSame) throw refused('entry-id-reused', { field: 'id' });
  return false;
}

/**
 * The second person's word.
 * @param sessionIds of the client, now: what is written about later ones is not in it
 * @throws RefusalError 404; 403 for whoever asked; 409 when it was decided already
 */
export async function decideRelease(
  scope: NotesScope,
  login: Login,
  id: string,
  agree: boolean,
  sessionIds: readonly string[],
): Promise<void> {
  const { sql, clinicId, personId } = scope;
  await sql`select 1 from notes.releases where clinic_id = ${clinicId} and id = ${id} for update`;
  const [row] = await releaseRows(scope, id);
  if (row === undefined) throw refused('not-found');
  if (row.askedById === personId) {
    throw refused('role-may-not', {
      detail: 'A release takes two people: somebody else agrees to what you asked for. Nothing was changed.',
    });
  }
  // The answer to a reply that was lost.
  if (row.decidedById === personId && row.approved === agree) return;
  if (releaseState(row) !== 'asked') throw refused('already-decided');
  await sql`
    update notes.releases set approved = ${agree}, decided_by = ${personId}, decided_at = clock_timestamp(),
      session_ids = ${agree ? [...sessionIds] : []}::uuid[],
      expires_at = ${agree ? sql`clock_timestamp() + hours * interval '1 hour'` : null}
    where clinic_id = ${clinicId} and id = ${id}`;
  await auditNote(scope, login, {
    action: agree ? 'process-note-release.agree' : 'process-note-release.refuse',
    targetId: id,
    detail: agree ? { sessions: sessionIds.length } : {},
  });
}

/** Whoever asked takes it back, or closes it before its time. @throws RefusalError 404 */
export async function endRelease(scope: NotesScope, login: Login, id: string): Promise<void> {
  const { sql, clinicId, personId } = scope;
  const ended = await sql`
    update notes.releases set ended_at = clock_timestamp()
    where clinic_id = ${clinicId} and id = ${id} and asked_by = ${personId} and ended_at is null
      and approved is not false returning id`;
  if (ended.length > 0) {
    await auditNote(scope, login, { action: 'process-note-release.end', targetId: id });
    return;
  }
  const [row] = await releaseRows(scope, id);
  if (row?.askedById !== personId) throw refused('not-found');
}

/** The author has been shown that it was agreed to. @throws RefusalError 404 */
export async function releaseSeen({ sql, clinicId, personId }: NotesScope, id: string): Promise<void> {
  const seen = await sql`
    update notes.releases set author_seen_at = coalesce(author_seen_at, clock_timestamp())
    where clinic_id = ${clinicId} and id = ${id} and author_id = ${personId} and approved returning id`;
  if (seen.length === 0) throw refused('not-found');
}

/** For whoever asked, as long as it is open. @throws RefusalError 404, as for one that never was */
export async function openRelease(scope: NotesScope, id: string): Promise<ReleaseRow> {
  const [row] = await releaseRows(scope, id);
  if (row?.askedById !== scope.personId) throw refused('not-found');
  if (releaseState(row) === 'open') return row;
  throw refused('not-found', { detail: 'This release is not open. Nothing can be read under it.' });
}

export function releaseOf(row: ReleaseRow, names: ReadonlyMap<string, string>): Release {
  const instant = (ms: number | null) => (ms === null ? null : formatInstant(ms));
  const name = (id: string) => names.get(id) ?? '';
  return {
    id: row.id,
    state: releaseState(row),
    authorId: row.authorId,
    authorName: name(row.authorId),
    patientId: row.patientId,
    clientName: name(row.patientId),
    ground: row.ground,
    proof: row.proof,
    hours: row.hours,
    askedBy: name(row.askedById),
    askedById: row.askedById,
    askedAt: formatInstant(row.askedMs),
    decidedBy: row.decidedById === null ? null : name(row.decidedById),
    decidedAt: instant(row.decidedMs),
    expiresAt: instant(row.expiresMs),
    authorSeen: row.authorSeen,
  };
}
