import { canonicalJson, type Entry, fold } from '@tandem/domain';
import type { Caller } from '../support/calls.ts';
import type { Book } from './confirmed-ledger-process.ts';
import type { House, StoredEntry } from './house.ts';
import type { Screen } from './screen.ts';

/** What is asked of a house. */
export type Judged = Pick<House, 'ledger' | 'log' | 'brokenLinks'>;

/** Of one log, against what was sent and confirmed. */
interface LogVerdict {
  /** Confirmed to a writer, and not in the log. */
  readonly lost: number;
  /** Confirmed at one seq, and in the log at another. */
  readonly moved: number;
  /** In the log with another time or hash than it was confirmed with, or confirmed twice and not alike. */
  readonly changed: number;
  /** In the log more than once. */
  readonly doubled: number;
  /** In the log, and sent by nobody; the steps of the session aside. */
  readonly unknown: number;
  /** Places where seq does not go on by one. */
  readonly gaps: number;
}

export interface Verdict extends LogVerdict {
  readonly brokenLinks: number;
  /** Screens that did not get every entry once, in order. */
  readonly wrongScreens: number;
  /** Readers whose record, folded anew from what they are served, is not the first one's to the byte. */
  readonly otherReplays: number;
}

export const FLAWLESS: Verdict = {
  lost: 0,
  moved: 0,
  changed: 0,
  doubled: 0,
  unknown: 0,
  gaps: 0,
  brokenLinks: 0,
  wrongScreens: 0,
  otherReplays: 0,
};

/**
 * What was confirmed comes from the ledger, a process of its own: nothing that was killed, frozen or cut off, and
 * not the test either, has touched it.
 * @param sent every id that was ever sent
 * @param steps how many entries of the session no writer sent: planned, started
 * @param readers at least two, best at different processes: each replays the session from the first entry
 * @throws when the ledger is gone or has not heard everything
 */
export async function judge(
  house: Judged,
  session: string,
  { sent }: { readonly sent: ReadonlySet<string> },
  steps: number,
  screens: readonly Screen[] = [],
  readers: readonly Caller[] = [],
): Promise<Verdict> {
  // Before the log is read: what is confirmed later must not look as if it were lost.
  const book = await house.ledger.handOver(session);
  const log = await house.log(session);
  const [first, ...others] = await Promise.all(readers.map((reader) => replayOf(reader, session)));
  const inOrder = JSON.stringify(log.map(({ id, seq }) => [id, seq]));
  return {
    ...compare(log, book, sent, steps),
    brokenLinks: (await house.brokenLinks(session)).length,
    wrongScreens: screens.filter(
      ({ seen }) => JSON.stringify(seen.map(({ id, seq }) => [id, seq])) !== inOrder,
    ).length,
    otherReplays: others.filter((replay) => replay !== first).length,
  };
}

/** @throws when nothing was confirmed: then nothing can be lost, and nothing is shown */
function compare(
  log: readonly StoredEntry[],
  { confirmed, changed: confirmedOtherwise }: Book,
  sent: ReadonlySet<string>,
  steps: number,
): LogVerdict {
  if (confirmed.length === 0) throw new Error('nothing was confirmed: there is nothing to judge');
  const stored = new Map(log.map((entry) => [entry.id, entry]));
  const pairs = confirmed.map((said) => ({ said, entry: stored.get(said.id) }));
  const changed = pairs.filter(
    ({ said, entry }) => entry && (entry.recordedAt !== said.recordedAt || entry.hash !== said.hash),
  );
  return {
    lost: pairs.filter(({ entry }) => entry === undefined).length,
    moved: pairs.filter(({ said, entry }) => entry && entry.seq !== said.seq).length,
    changed: new Set([...confirmedOtherwise, ...changed.map(({ said }) => said.id)]).size,
    doubled: log.length - stored.size,
    unknown: log.filter(({ id }) => !sent.has(id)).length - steps,
    gaps: log.filter(({ seq }, at) => seq !== at + 1).length,
  };
}

const PAGE = 500;

/** Everything that a reader is served of a session, folded, as canonical bytes. */
async function replayOf(reader: Caller, session: string): Promise<string> {
  const entries: Entry[] = [];
  for (;;) {
    const url = `/api/sessions/${session}/entries?limit=${PAGE}&after=${entries.length}`;
    const { body, status } = await reader.get<{ entries: Entry[] }>(url);
    if (status !== 200) throw new Error(`${url}: ${status}`);
    entries.push(...body.entries);
    if (body.entries.length < PAGE) break;
  }
  return canonicalJson({ entries, state: fold(session, entries) });
}
