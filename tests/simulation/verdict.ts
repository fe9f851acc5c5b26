import type { LogRow } from '@tandem/api/log/rows.ts';
import type { SealedRow } from '@tandem/api/log/seal.ts';
import { firstBroken } from '@tandem/api/log/verify.ts';
import { readsEverything } from '@tandem/api/log/visible.ts';
import { canonicalJson, type Entry, fold, type Role, type SessionState } from '@tandem/domain';
import { entriesReplySchema } from '@tandem/wire';
import type { Device } from './device.ts';
import type { Ledger } from './ledger.ts';
import type { MemoryLog } from './memory-log.ts';
import type { Page } from './page.ts';
import { SESSION } from './people.ts';
import type { Room } from './room.ts';
import type { World } from './world.ts';

/** What can only be said once everything works again and has had its time. */
export function verdictOf(
  { log, figures }: World,
  ledger: Ledger,
  devices: readonly Device[],
  room: Room,
): string[] {
  const broken: string[] = [];
  if (room.busy > 0) broken.push('a step of the session is not answered yet');
  checkLedger(log, ledger, figures, broken);
  checkOrder(log, ledger, broken);
  const misplaced = log.entries().find(({ seq }, at) => seq !== at + 1);
  if (misplaced === undefined) checkScreens(log, devices, broken);
  else broken.push(`(ii) seq ${misplaced.seq} does not follow the one before it`);
  const { lastSeq } = log;
  const head = { clinicId: log.clinicId, streamId: SESSION, lastSeq, lastHash: log.stream.head.hash };
  const link = firstBroken(head, log.stream.sealed.map(rowOf.bind(null, log)));
  if (link !== null) broken.push(`(v) entry ${link.seq} ${link.what}`);
  return broken;
}

/** (i) What was confirmed is there once; (vii) what was kept was stored, or refused with a sentence. */
function checkLedger(log: MemoryLog, ledger: Ledger, figures: World['figures'], broken: string[]): void {
  const count = new Map<string, number>();
  for (const { id } of log.entries()) count.set(id, (count.get(id) ?? 0) + 1);
  for (const [id, times] of count) if (times > 1) broken.push(`(i) ${id} is in the log ${times} times`);
  for (const [id, { confirmed, refusal, lane }] of ledger.told) {
    const stored = count.has(id);
    if (confirmed && !stored) broken.push(`(i) ${id} of ${lane} was confirmed and is not in the log`);
    if (!stored && refusal === null) broken.push(`(vii) ${id} of ${lane} was kept and never came to an end`);
    if (!stored && refusal === '') broken.push(`(vii) ${id} of ${lane} was refused without a word`);
    if (refusal !== null) figures.refused += 1;
    if (stored && refusal !== null) figures.refusedYetStored += 1;
  }
}

/** (vii) One tab's entries are stored in the order in which they were recorded. */
function checkOrder(log: MemoryLog, ledger: Ledger, broken: string[]): void {
  const seqOf = new Map(log.entries().map(({ id, seq }) => [id, seq]));
  for (const [lane, ids] of ledger.orders()) {
    let before = 0;
    for (const id of ids) {
      const seq = seqOf.get(id);
      // Refused once and taken from a late copy: its place says nothing about the queue.
      if (seq === undefined || ledger.told.get(id)?.refusal !== null) continue;
      if (seq < before) broken.push(`(vii) ${id} of ${lane} has seq ${seq} after ${before}`);
      before = seq;
    }
  }
}

/** (iii) Everyone of one role and a replay of the log see the same, to the byte. */
function checkScreens(log: MemoryLog, devices: readonly Device[], broken: string[]): void {
  const replays = new Map<string, Replay | null>();
  for (const { person, pages } of devices) {
    const { role } = person;
    // Roles that read everything are served the same bytes: one replay for all of them.
    const view = readsEverything(role, 'in-progress') ? 'everything' : role;
    if (!replays.has(view)) replays.set(view, replay(log, role));
    const expected = replays.get(view) ?? null;
    for (const page of pages) checkScreen(page, expected, broken);
  }
}

function checkScreen({ lane, store, outbox }: Page, expected: Replay | null, broken: string[]): void {
  const { confirmed, currency } = store.view();
  const left = outbox.items().filter(({ status }) => status !== 'refused').length;
  if (left > 0) broken.push(`(vii) ${lane} still holds ${left}`);
  if (expected === null) {
    if (confirmed.lastSeq > 0) broken.push(`(iv) ${lane} has ${confirmed.lastSeq} entries`);
    return;
  }
  if (currency.type !== 'current') broken.push(`(vi) ${lane} is ${currency.type} after healing`);
  // Equal text is equal; only another order of keys needs the canonical form.
  if (JSON.stringify(confirmed) === expected.text) return;
  if (canonicalJson(confirmed) !== canonicalJson(expected.state))
    broken.push(
      `(iii) ${lane} at ${confirmed.lastSeq} is not what the log says at ${expected.state.lastSeq}`,
    );
}

interface Replay {
  readonly state: SessionState;
  readonly text: string;
}

function replay(log: MemoryLog, role: Role): Replay | null {
  const page = log.page({ clinicId: log.clinicId, sessionId: SESSION, role, after: 0 });
  if (page === null) return null;
  const served = entriesReplySchema.parse(JSON.parse(JSON.stringify({ entries: page.entries })));
  const state = fold(SESSION, served.entries as Entry[]);
  return { state, text: JSON.stringify(state) };
}

/** A sealed row as the database would give it back. */
function rowOf({ clinicId }: MemoryLog, { row, entry }: SealedRow): LogRow & { salt: Uint8Array } {
  // Bytes stand in the row as PostgreSQL reads them: \x and hex.
  const bytes = (key: string) => Buffer.from((row[key] as string).slice(2), 'hex');
  const or = <T>(value: unknown) => (value ?? null) as T | null;
  const composedAt = or<string>(row.composed_at);
  const asOf = or<string>(row.as_of);
  return {
    clinicId,
    streamId: SESSION,
    seq: entry.seq,
    id: entry.id,
    kind: entry.kind,
    version: entry.version,
    happenedAt: new Date(entry.happenedAt),
    recordedAt: new Date(entry.recordedAt),
    authorId: entry.author.id,
    authorName: entry.author.name,
    authorRole: entry.author.role,
    deviceId: or(row.device_id),
    knownSeq: or(row.known_seq),
    composedAt: composedAt === null ? null : new Date(composedAt),
    clockOffsetMs: or(row.clock_offset_ms),
    offline: or(row.offline),
    asOf: asOf === null ? null : new Date(asOf),
    adoptedFrom: or(row.adopted_from),
    payloadHash: bytes('payload_hash'),
    hash: bytes('hash'),
    salt: bytes('salt'),
    data: entry.data,
    lateReason: or(row.late_reason),
  };
}
