import postgres, { type Sql } from 'postgres';
import { reconnecting } from '../db/connect.ts';
import type { CommittedStream } from '../log/requests.ts';

const CHANNEL = 'tandem_heads';
/** PostgreSQL refuses a payload of 8000 bytes or more. */
const MAX_PAYLOAD = 7_900;
/** Stands in the place of a seq: who is here has changed. */
const PRESENCE = 'here';
/** Alone in a hint: a write was refused, so every process tries for itself whether the database saves. */
const REFUSED = 'refused';

/** What a hint can say. Every part is only a reason to look: the tables are the truth. */
export interface HintListener {
  entries(clinicId: string, sessionId: string, lastSeq: number): void;
  presence(clinicId: string, sessionId: string): void;
  /** The database refused a write of some process. */
  refused(): void;
  /** Listening began, perhaps anew: hints may have been missed. */
  listening(): void;
}

/**
 * Hints between processes: after a commit, in a statement of its own, one NOTIFY per batch. Inside the write
 * transaction it would take a lock over the whole database (reliability.md, finding 4).
 */
export function sendEntryHint(sql: Sql, streams: readonly CommittedStream[]): Promise<void> {
  const parts = streams.map(
    ({ clinicId, streamId, entries }) => `${clinicId}:${streamId}:${entries.at(-1)?.seq}`,
  );
  return send(sql, parts);
}

export function sendPresenceHint(sql: Sql, clinicId: string, sessionIds: Iterable<string>): Promise<void> {
  return send(
    sql,
    [...sessionIds].map((sessionId) => `${clinicId}:${sessionId}:${PRESENCE}`),
  );
}

export async function sendRefusedHint(sql: Sql): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${REFUSED})`;
}

async function send(sql: Sql, parts: readonly string[]): Promise<void> {
  let payload = '';
  for (const part of parts) {
    // What does not fit is found by the poll within 2 s.
    if (payload.length + part.length >= MAX_PAYLOAD) break;
    payload += `${part} `;
  }
  await sql`select pg_notify(${CHANNEL}, ${payload})`;
}

/** Listens on one connection that is never pooled. @returns how to stop */
export async function listenForHints(appUrl: string, listener: HintListener): Promise<() => Promise<void>> {
  const sql = postgres(appUrl, {
    max: 1,
    connection: { application_name: 'tandem-listen' },
    onnotice: () => {},
    ...reconnecting(),
  });
  const onHint = (payload: string) => {
    if (payload === REFUSED) listener.refused();
    for (const part of payload.split(' ')) {
      const [clinicId, sessionId, what] = part.split(':');
      if (clinicId === undefined || sessionId === undefined) continue;
      if (what === PRESENCE) listener.presence(clinicId, sessionId);
      else listener.entries(clinicId, sessionId, Number(what));
    }
  };
  await sql.listen(CHANNEL, onHint, () => listener.listening());
  return () => sql.end({ timeout: 1 });
}
