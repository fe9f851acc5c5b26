import {
  type CourseState,
  evolveCourse,
  FIGURES_VERSION,
  fold,
  initialCourse,
  SCORES_VERSION,
} from '@tandem/domain';
import type { Sql, TransactionSql } from 'postgres';
import type { Database } from '../db/connect.ts';
import { writeScores } from './project-courses.ts';
import { writeFigures } from './project-figures.ts';
import { entryOf, LOG_COLUMNS, LOG_SOURCE, type LogRow } from './rows.ts';

/** Sessions per transaction: their heads are locked meanwhile, and nobody waits long for a past one. */
const AT_ONCE = 20;
/** A line of progress for each so many. */
const SAY_EVERY = 500;

/**
 * Makes figures, words and scores anew where they are missing, of an older version or behind their log: after an
 * update, and after a restore of an older backup. Beside a running server: each stream is held as an append holds it,
 * and what another process holds is left to it.
 * @param isOver asked between two steps; true ends it early
 * @returns how many sessions and courses were made anew
 */
export async function refreshFigures(
  { app, auth }: Pick<Database, 'app' | 'auth'>,
  say: (line: string) => void,
  isOver: () => boolean = () => false,
): Promise<number> {
  const clinics = await auth<{ id: string }[]>`select id from tandem.clinics order by id`;
  let made = 0;
  for (const { id } of clinics) {
    for (const { stale, refresh } of kinds) {
      const waiting = await inClinic(app, id, (tx) => stale(tx, id));
      for (let at = 0; at < waiting.length; at += AT_ONCE) {
        if (isOver()) return made;
        const part = waiting.slice(at, at + AT_ONCE);
        await inClinic(app, id, (tx) => refresh(tx, id, part));
        const before = made;
        made += part.length;
        if (Math.floor(made / SAY_EVERY) > Math.floor(before / SAY_EVERY))
          say(`Figures of past sessions: ${made} made anew so far.`);
      }
    }
  }
  if (made > 0) say(`Figures of past sessions: ${made} made anew.`);
  return made;
}

interface Kind {
  stale(tx: TransactionSql, clinicId: string): Promise<string[]>;
  refresh(tx: TransactionSql, clinicId: string, ids: readonly string[]): Promise<void>;
}

const sessionKind: Kind = {
  async stale(tx, clinicId) {
    const rows = await tx<{ id: string }[]>`
      select s.id from tandem.sessions s
      join tandem.stream_heads h on h.clinic_id = s.clinic_id and h.stream_id = s.id
      left join tandem.session_figures f on f.clinic_id = s.clinic_id and f.session_id = s.id
      where s.clinic_id = ${clinicId} and s.status in ('ended', 'signed', 'cancelled')
        and (f.version is distinct from ${FIGURES_VERSION} or f.last_seq <> h.last_seq)
      order by s.planned_at desc`;
    return rows.map(({ id }) => id);
  },
  async refresh(tx, clinicId, ids) {
    const logs = await lockedLogs(tx, clinicId, ids);
    const states = [...logs].map(([id, rows]) => fold(id, rows.map(entryOf)));
    await writeFigures(tx, clinicId, states);
  },
};

const courseKind: Kind = {
  async stale(tx, clinicId) {
    const rows = await tx<{ id: string }[]>`
      select id from tandem.courses where clinic_id = ${clinicId} and scores_version <> ${SCORES_VERSION}`;
    return rows.map(({ id }) => id);
  },
  async refresh(tx, clinicId, ids) {
    const logs = await lockedLogs(tx, clinicId, ids);
    const courses = [...logs].map(([id, rows]) =>
      rows.map(entryOf).reduce<CourseState>(evolveCourse, initialCourse(id)),
    );
    for (const statement of writeScores(tx, clinicId, courses)) await statement;
    await tx`
      update tandem.courses set scores_version = ${SCORES_VERSION}
      where clinic_id = ${clinicId} and id = any(${courses.map(({ courseId }) => courseId)}::uuid[])`;
  },
};

const kinds: readonly Kind[] = [sessionKind, courseKind];

/** Logs of those streams that nobody writes to now, by id, each in seq order. */
async function lockedLogs(
  tx: TransactionSql,
  clinicId: string,
  ids: readonly string[],
): Promise<Map<string, LogRow[]>> {
  const heads = await tx<{ id: string }[]>`
    select stream_id id from tandem.stream_heads
    where clinic_id = ${clinicId} and stream_id = any(${[...ids]}::uuid[])
    order by stream_id for no key update skip locked`;
  const held = heads.map(({ id }) => id);
  const rows = await tx<LogRow[]>`
    select ${tx.unsafe(LOG_COLUMNS)} from ${tx.unsafe(LOG_SOURCE)}
    where e.clinic_id = ${clinicId} and e.stream_id = any(${held}::uuid[]) order by e.stream_id, e.seq`;
  const logs = new Map<string, LogRow[]>(held.map((id) => [id, []]));
  for (const row of rows) logs.get(row.streamId)?.push(row);
  return logs;
}

function inClinic<T>(sql: Sql, clinicId: string, work: (tx: TransactionSql) => Promise<T>): Promise<T> {
  return sql.begin(async (tx) => {
    await tx`select set_config('tandem.clinic_id', ${clinicId}, true)`;
    return work(tx);
  }) as Promise<T>;
}
