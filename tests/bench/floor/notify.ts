import type { Sql } from 'postgres';
import type { Append, FloorSession, Posted, Stored } from './store.ts';

const CHANNEL = 'floor_entries';

/**
 * The plain way to tell other processes: each entry is a transaction of its own with its NOTIFY, which carries the whole
 * of it, and every process sends to its viewers what it hears, its own entries too.
 */
export async function notifyAppend(sql: Sql, sessionOf: (id: string) => FloorSession): Promise<Append> {
  await sql.listen(CHANNEL, (payload) => {
    const { sessionId } = JSON.parse(payload) as Stored;
    const frame = `{"type":"entries","sessionId":"${sessionId}","entries":[${payload}]}`;
    for (const screen of sessionOf(sessionId).screens) screen.send(frame);
  });
  const insert = async (session: FloorSession, entry: Posted): Promise<Stored> => {
    const { id, kind, happenedAt, data } = entry;
    const stored = { sessionId: session.id, seq: session.seq + 1, ...entry };
    await sql`
      with stored as (
        insert into entries (session_id, seq, id, kind, happened_at, data)
        values (${session.id}, ${stored.seq}, ${id}, ${kind}, ${happenedAt}, ${sql.json(data)})
        returning 1)
      select pg_notify(${CHANNEL}, ${JSON.stringify(stored)}) from stored`;
    session.seq = stored.seq;
    return stored;
  };
  return (session, entry) => {
    const stored = session.last.then(() => insert(session, entry));
    session.last = stored.catch(() => {});
    return stored;
  };
}
