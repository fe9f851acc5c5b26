import { entryWords, FIGURES_VERSION, type SessionState, sessionFigures } from '@tandem/domain';
import type { PendingQuery, ReservedSql, Row, TransactionSql } from 'postgres';
import type { Touched } from './project.ts';

/**
 * Figures and words of sessions that are over, kept in the transaction of the append. A session that runs has none: a
 * lead does not watch it, and an entry of a running room costs nothing here. Its figures are made when it ends, and
 * anew with each late entry, correction, signature and addendum.
 */
export function projectFigures(
  tx: ReservedSql,
  clinicId: string,
  touched: readonly Touched[],
): PendingQuery<Row[]>[] {
  const states = touched.flatMap(({ fold }) => (fold.type === 'session' ? [fold.state] : []));
  const statement = writeFigures(tx, clinicId, states);
  return statement === null ? [] : [statement];
}

/**
 * One statement for many sessions, the same for an append and for rows that are made anew.
 * @returns null when none of them is over
 */
export function writeFigures(
  tx: ReservedSql | TransactionSql,
  clinicId: string,
  states: readonly SessionState[],
): PendingQuery<Row[]> | null {
  const figures = states.flatMap((state) => {
    const facts = sessionFigures(state);
    return facts === null
      ? []
      : [{ session_id: state.sessionId, version: FIGURES_VERSION, last_seq: state.lastSeq, facts }];
  });
  if (figures.length === 0) return null;
  const over = new Set(figures.map(({ session_id }) => session_id));
  const words = states
    .filter(({ sessionId }) => over.has(sessionId))
    .flatMap((state) =>
      entryWords(state).map(({ entryId, text }) => ({
        session_id: state.sessionId,
        entry_id: entryId,
        // PostgreSQL keeps no NUL in a text.
        text: text.replaceAll('\0', ' '),
      })),
    );
  return tx`
    with made as (
      insert into tandem.session_figures (clinic_id, session_id, version, last_seq, facts)
      select ${clinicId}::uuid, r.session_id, r.version, r.last_seq, r.facts
      from jsonb_to_recordset(${tx.json(figures as never)}::jsonb)
        as r(session_id uuid, version int, last_seq int, facts jsonb)
      on conflict (clinic_id, session_id) do update set
        version = excluded.version, last_seq = excluded.last_seq, facts = excluded.facts
    ), standing as (
      select w.session_id, w.entry_id, strip(to_tsvector('simple', w.text)) as words
      from jsonb_to_recordset(${tx.json(words as never)}::jsonb) as w(session_id uuid, entry_id uuid, text text)
    ), gone as (
      delete from tandem.session_words old
      where old.clinic_id = ${clinicId}::uuid and old.session_id = any(${[...over]}::uuid[])
        and not exists (select from standing s where s.entry_id = old.entry_id)
    )
    insert into tandem.session_words as kept (clinic_id, entry_id, session_id, words)
    select ${clinicId}::uuid, s.entry_id, s.session_id, s.words from standing s
    on conflict (clinic_id, entry_id) do update set words = excluded.words
      where kept.words is distinct from excluded.words`;
}
