import postgres, { type Sql } from 'postgres';
import { reconnecting } from '../db/connect.ts';
import type { CommittedStream } from '../log/requests.ts';

/** Also by its name in `tandem.append_at_heads`. */
const CHANNEL = 'tandem_heads';
/** PostgreSQL refuses a payload of 8000 bytes or more. */
const MAX_PAYLOAD = 7_900;
/** Stands in the place of a seq: who is here has changed. */
const PRESENCE = 'here';
/** In the place of all else: a write was refused, so every process tries for itself whether the database saves. */
const REFUSED = 'refused';

export type HintFrom = 'own' | 'others';

/** What a hint can say. Every part is only a reason to look: the tables are the truth. */
export interface HintListener {
  entries(clinicId: string, sessionId: string, lastSeq: number): void;
  presence(clinicId: string, sessionId: string): void;
  /** The database refused a write of some process. */
  refused(): void;
  /** Anything came over the line. `own`: this process sent it itself. */
  heard(from: HintFrom): void;
  /** Listening began, perhaps anew: hints may have been missed. */
  listening(): void;
}

/**
 * Hints between processes: after a commit, in a statement of its own, one NOTIFY per batch. Inside the write
 * transaction it would take a lock over the whole database (reliability.md, finding 4).
 */
export function sendEntryHint(sql: Sql, from: string, streams: readonly CommittedStream[]): Promise<void> {
  return send(sql, entryHint(from, streams));
}

/**
 * What a commit is told by; `tandem.append_at_heads` sends it itself, after its commit.
 * @param from which process: it tells its own screens from memory, and its hint may be back before its answer is
 */
export function entryHint(from: string, streams: readonly CommittedStream[]): string {
  return payloadOf([
    signOf(from),
    ...streams.map(({ clinicId, streamId, entries }) => `${clinicId}:${streamId}:${entries.at(-1)?.seq}`),
  ]);
}

const signOf = (from: string) => `@${from}`;

export function sendPresenceHint(
  sql: Sql,
  from: string,
  clinicId: string,
  sessionIds: Iterable<string>,
): Promise<void> {
  const parts = [...sessionIds].map((sessionId) => `${clinicId}:${sessionId}:${PRESENCE}`);
  return send(sql, payloadOf([signOf(from), ...parts]));
}

export function sendRefusedHint(sql: Sql, from: string): Promise<void> {
  return send(sql, payloadOf([signOf(from), REFUSED]));
}

/** Says nothing but who sent it: whoever hears their own knows that the line is up. */
export function sendEcho(sql: Sql, from: string): Promise<void> {
  return send(sql, payloadOf([signOf(from)]));
}

function payloadOf(parts: readonly string[]): string {
  let payload = '';
  for (const part of parts) {
    // What does not fit is found by the poll within 2 s.
    if (payload.length + part.length >= MAX_PAYLOAD) break;
    payload += `${part} `;
  }
  return payload;
}

async function send(sql: Sql, payload: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${payload})`;
}

/**
 * Listens on one connection that is never pooled.
 * @param self whose hints of entries are not heard here
 * @returns how to stop
 */
export async function listenForHints(
  appUrl: string,
  self: string,
  listener: HintListener,
): Promise<() => Promise<void>> {
  const sql = postgres(appUrl, {
    max: 1,
    connection: { application_name: 'tandem-listen' },
    onnotice: () => {},
    ...reconnecting(),
  });
  const onHint = (payload: string) => {
    const [sign, ...parts] = payload.split(' ');
    const isOwn = sign === signOf(self);
    listener.heard(isOwn ? 'own' : 'others');
    for (const part of parts) {
      if (part === REFUSED) listener.refused();
      const [clinicId, sessionId, what] = part.split(':');
      if (clinicId === undefined || sessionId === undefined) continue;
      if (what === PRESENCE) listener.presence(clinicId, sessionId);
      else if (!isOwn) listener.entries(clinicId, sessionId, Number(what));
    }
  };
  await sql.listen(CHANNEL, onHint, () => listener.listening());
  return () => sql.end({ timeout: 1 });
}
