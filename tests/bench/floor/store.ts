import type { JSONValue, Sql } from 'postgres';

/** What was posted, in Tandem's shape. */
export interface Posted {
  readonly id: string;
  readonly kind: string;
  readonly happenedAt: string;
  readonly data: JSONValue;
}
export interface Stored extends Posted {
  readonly sessionId: string;
  readonly seq: number;
}
export interface FloorSession {
  readonly id: string;
  seq: number;
  /** The entry before: the next seq is taken only once it is committed. */
  last: Promise<unknown>;
  readonly screens: Set<{ send(text: string): void }>;
  /** Tells all at once, where the sockets' library does that itself. */
  emit: ((frame: object) => void) | null;
}
export type Append = (session: FloorSession, entry: Posted) => Promise<Stored>;

const MAX_BATCH = 500;

export async function prepare(sql: Sql): Promise<void> {
  await sql`
    create table if not exists entries (
      session_id uuid, seq int, id uuid not null unique, kind text not null, happened_at timestamptz not null,
      recorded_at timestamptz not null default clock_timestamp(), data jsonb not null,
      primary key (session_id, seq))`;
}

function broadcast(session: FloorSession, entries: readonly Stored[]): void {
  const frame = { type: 'entries', sessionId: session.id, entries };
  session.emit?.(frame);
  if (session.screens.size === 0) return;
  const text = JSON.stringify(frame);
  for (const screen of session.screens) screen.send(text);
}

/** One commit per entry: in order within a session, sessions beside each other. */
export function singleAppend(sql: Sql): Append {
  const insert = async (session: FloorSession, entry: Posted): Promise<Stored> => {
    const { id, kind, happenedAt, data } = entry;
    const stored = { sessionId: session.id, seq: session.seq + 1, ...entry };
    await sql`
      insert into entries (session_id, seq, id, kind, happened_at, data)
      values (${session.id}, ${stored.seq}, ${id}, ${kind}, ${happenedAt}, ${sql.json(data)})`;
    session.seq = stored.seq;
    broadcast(session, [stored]);
    return stored;
  };
  return (session, entry) => {
    const stored = session.last.then(() => insert(session, entry));
    session.last = stored.catch(() => {});
    return stored;
  };
}

interface Waiting {
  readonly session: FloorSession;
  readonly entry: Posted;
  readonly resolve: (stored: Stored) => void;
  readonly reject: (error: unknown) => void;
}

/** Group commit: one flush in flight, up to {@link MAX_BATCH} entries of any sessions in it. */
export function batchAppend(sql: Sql): Append {
  const queue: Waiting[] = [];
  let flushing = false;
  const flushAll = async () => {
    flushing = true;
    while (queue.length > 0) {
      const batch = queue.splice(0, MAX_BATCH);
      await flush(sql, batch).catch((error: unknown) => {
        for (const { reject } of batch) reject(error);
      });
    }
    flushing = false;
  };
  return (session, entry) =>
    new Promise((resolve, reject) => {
      queue.push({ session, entry, resolve, reject });
      if (!flushing) void flushAll();
    });
}

async function flush(sql: Sql, batch: readonly Waiting[]): Promise<void> {
  const bySession = new Map<FloorSession, Stored[]>();
  const all: Stored[] = [];
  for (const { session, entry } of batch) {
    const own = bySession.get(session) ?? [];
    bySession.set(session, own);
    const stored = { sessionId: session.id, seq: session.seq + own.length + 1, ...entry };
    own.push(stored);
    all.push(stored);
  }
  await sql`
    insert into entries (session_id, seq, id, kind, happened_at, data)
    select r."sessionId", r.seq, r.id, r.kind, r."happenedAt", r.data
    from jsonb_to_recordset(${sql.json(all as never)}::jsonb)
      as r("sessionId" uuid, seq int, id uuid, kind text, "happenedAt" timestamptz, data jsonb)`;
  for (const [session, own] of bySession) {
    session.seq += own.length;
    broadcast(session, own);
  }
  for (const [at, { resolve }] of batch.entries()) resolve(all[at] as Stored);
}
