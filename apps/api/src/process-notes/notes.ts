import { createHash } from 'node:crypto';
import { formatInstant } from '@tandem/domain';
import type { ProcessNote, SavedProcessNote, SaveProcessNote } from '@tandem/wire';
import type { Login } from '../auth/login.ts';
import { seal, unseal } from '../cipher.ts';
import { refused } from '../refusal-error.ts';
import type { AuthorKeys } from './author-keys.ts';
import { auditNote, type NotesScope } from './scope.ts';

/** A note as it is kept. Times in milliseconds since the epoch. */
export interface NoteRow {
  readonly id: string;
  readonly authorId: string;
  readonly sessionId: string;
  readonly keyId: string;
  readonly revision: number;
  readonly editId: string;
  readonly ciphertext: Buffer;
  readonly createdMs: number;
  readonly savedMs: number;
}

/** Notes of one author that this scope may see: their own, or those of a release. */
export async function noteRows(
  { sql, clinicId }: NotesScope,
  authorId: string,
  sessionId?: string,
): Promise<NoteRow[]> {
  return sql<NoteRow[]>`
    select ${columns(sql)} from notes.process_notes
    where clinic_id = ${clinicId} and author_id = ${authorId}
      ${sessionId === undefined ? sql`` : sql`and session_id = ${sessionId}`}
    order by saved_at desc, id`;
}

/** One of one's own, with what it said before. @throws RefusalError 404, or when its key is not here */
export async function readNote(scope: NotesScope, keys: AuthorKeys, id: string): Promise<ProcessNote> {
  const { sql, clinicId, personId } = scope;
  const [row] = await sql<NoteRow[]>`
    select ${columns(sql)} from notes.process_notes
    where clinic_id = ${clinicId} and id = ${id} and author_id = ${personId}`;
  if (row === undefined) throw refused('not-found');
  const earlier = await sql<NoteRow[]>`
    select note_id id, author_id "authorId", session_id "sessionId", key_id "keyId", revision, ciphertext,
      ${ms(sql, 'saved_at')} "savedMs"
    from notes.earlier_revisions where clinic_id = ${clinicId} and note_id = ${id} order by revision desc`;
  const open = await keys.toRead(scope, personId);
  const textOf = (one: NoteRow) => noteText(clinicId, open, one);
  return {
    ...standingOf(row),
    text: textOf(row),
    earlier: earlier.map((one) => ({
      revision: one.revision,
      savedAt: formatInstant(one.savedMs),
      text: textOf(one),
    })),
  };
}

/** The words of a note. @throws RefusalError `process-notes-sealed` when its key is not here, or does not open it */
export function noteText(clinicId: string, keys: ReadonlyMap<string, Buffer>, row: NoteRow): string {
  const key = keys.get(row.keyId);
  if (key === undefined) throw refused('process-notes-sealed');
  try {
    return unseal(key, Buffer.from(row.ciphertext), placeOf(clinicId, row)).toString('utf8');
  } catch {
    throw refused('process-notes-sealed', {
      detail:
        'This note does not open with its key: it was changed or damaged outside of Tandem. Ask your admin to look for it in a backup.',
    });
  }
}

/**
 * Stores a whole text. From the same window it takes the place of what that window saved before; another window makes
 * a new revision, and only from the newest.
 * @returns whether the note is new, and how it stands
 * @throws RefusalError when it was changed in another window meanwhile, or the id is somebody else's
 */
export async function saveNote(
  scope: NotesScope,
  keys: AuthorKeys,
  login: Login,
  id: string,
  body: SaveProcessNote,
): Promise<{ readonly made: boolean; readonly saved: SavedProcessNote }> {
  const { sql, clinicId, personId } = scope;
  const [before] = await sql<NoteRow[]>`
    select ${columns(sql)} from notes.process_notes
    where clinic_id = ${clinicId} and id = ${id} and author_id = ${personId} for update`;
  const revision = nextRevision(before, body);
  const { id: keyId, key } = await keys.toWrite(scope, personId);
  const place = placeOf(clinicId, { id, authorId: personId, sessionId: body.sessionId, revision });
  const ciphertext = seal(key, Buffer.from(body.text, 'utf8'), place);
  if (before !== undefined && revision > before.revision) {
    await sql`
      insert into notes.earlier_revisions
        (clinic_id, note_id, revision, author_id, session_id, key_id, ciphertext, saved_at)
      select clinic_id, id, revision, author_id, session_id, key_id, ciphertext, saved_at
      from notes.process_notes where clinic_id = ${clinicId} and id = ${id}`;
  }
  const [row] =
    before === undefined
      ? await sql<NoteRow[]>`
          insert into notes.process_notes (clinic_id, id, author_id, session_id, key_id, edit_id, ciphertext)
          values (${clinicId}, ${id}, ${personId}, ${body.sessionId}, ${keyId}, ${body.editId}, ${ciphertext})
          on conflict (clinic_id, id) do nothing returning ${columns(sql)}`
      : await sql<NoteRow[]>`
          update notes.process_notes
          set key_id = ${keyId}, revision = ${revision}, edit_id = ${body.editId}, ciphertext = ${ciphertext},
            saved_at = clock_timestamp()
          where clinic_id = ${clinicId} and id = ${id} returning ${columns(sql)}`;
  if (row === undefined) throw refused('entry-id-reused', { field: 'id' });
  await auditNote(scope, login, {
    action: 'process-note.save',
    targetId: id,
    detail: {
      revision,
      bytes: ciphertext.length,
      sha256: createHash('sha256').update(ciphertext).digest('hex'),
    },
  });
  return { made: before === undefined, saved: standingOf(row) };
}

function nextRevision(
  before: NoteRow | undefined,
  { sessionId, editId, seenRevision }: SaveProcessNote,
): number {
  if (before === undefined) {
    if (seenRevision > 0) throw refused('not-found');
    return 1;
  }
  if (before.sessionId !== sessionId) throw refused('entry-id-reused', { field: 'sessionId' });
  if (before.editId === editId) return before.revision;
  if (before.revision === seenRevision) return before.revision + 1;
  throw refused('entry-changed', {
    detail:
      'This note was changed in another window since it was opened here. Nothing was saved; what you typed is kept. Open it anew beside this one.',
  });
}

export const standingOf = ({ id, sessionId, revision, createdMs, savedMs }: NoteRow): SavedProcessNote => ({
  id,
  sessionId,
  revision,
  createdAt: formatInstant(createdMs),
  savedAt: formatInstant(savedMs),
});

type Place = Pick<NoteRow, 'id' | 'authorId' | 'sessionId' | 'revision'>;
const placeOf = (clinicId: string, { id, authorId, sessionId, revision }: Place) =>
  `process-note ${clinicId} ${id} ${authorId} ${sessionId} ${revision}`;

const ms = (sql: NotesScope['sql'], column: string) =>
  sql`(extract(epoch from ${sql(column)}) * 1000)::float8`;
const columns = (sql: NotesScope['sql']) => sql`
  id, author_id "authorId", session_id "sessionId", key_id "keyId", revision, edit_id "editId", ciphertext,
  ${ms(sql, 'created_at')} "createdMs", ${ms(sql, 'saved_at')} "savedMs"`;
