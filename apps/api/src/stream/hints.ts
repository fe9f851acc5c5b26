import postgres, { type Sql } from 'postgres';
import type { CommittedStream } from '../log/requests.ts';
import type { Hub } from './hub.ts';

const CHANNEL = 'tandem_heads';
/** PostgreSQL refuses a payload of 8000 bytes or more. */
const MAX_PAYLOAD = 7_900;

/**
 * Hints between processes: after a commit, in a statement of its own, one NOTIFY per batch. Inside the write
 * transaction it would take a lock over the whole database (reliability.md, finding 4).
 */
export async function sendHint(sql: Sql, streams: readonly CommittedStream[]): Promise<void> {
  let payload = '';
  for (const { clinicId, streamId, entries } of streams) {
    const part = `${clinicId}:${streamId}:${entries.at(-1)?.seq} `;
    // What does not fit is found by the poll within 2 s.
    if (payload.length + part.length > MAX_PAYLOAD) break;
    payload += part;
  }
  await sql`select pg_notify(${CHANNEL}, ${payload})`;
}

/** Listens on one connection that is never pooled; every re-listen reads all heads again. */
export async function listenForHints(appUrl: string, hub: Hub): Promise<() => Promise<void>> {
  const sql = postgres(appUrl, {
    max: 1,
    connect_timeout: 5,
    connection: { application_name: 'tandem-listen' },
    onnotice: () => {},
  });
  const onHint = (payload: string) => {
    for (const part of payload.split(' ')) {
      const [clinicId, sessionId, seq] = part.split(':');
      if (clinicId === undefined || sessionId === undefined) continue;
      hub.hint(clinicId, sessionId, Number(seq));
    }
  };
  await sql.listen(CHANNEL, onHint, () => void hub.poll());
  return () => sql.end({ timeout: 1 });
}
