import { canonicalJson, type Entry, fold } from '@tandem/domain';
import type { Caller } from '../support/api.ts';
import type { House } from './house.ts';
import type { Screen } from './screen.ts';
import type { Written } from './writers.ts';

export interface Verdict {
  /** Confirmed to a writer, and not in the log. */
  readonly lost: number;
  /** In the log more than once. */
  readonly doubled: number;
  /** In the log, and sent by nobody; the steps of the session aside. */
  readonly unknown: number;
  /** Places where seq does not go on by one. */
  readonly gaps: number;
  readonly brokenLinks: number;
  /** Screens that did not get every entry once, in order. */
  readonly wrongScreens: number;
  /** Readers whose record, folded anew from what they are served, is not the first one's to the byte. */
  readonly otherReplays: number;
}

export const FLAWLESS: Verdict = {
  lost: 0,
  doubled: 0,
  unknown: 0,
  gaps: 0,
  brokenLinks: 0,
  wrongScreens: 0,
  otherReplays: 0,
};

/**
 * The ledger of what was confirmed is the test's own: no process that was killed, frozen or cut off has touched it.
 * @param steps how many entries of the session no writer sent: planned, started
 * @param readers at least two, best at different processes: each replays the session from the first entry
 */
export async function judge(
  house: House,
  session: string,
  { sent, confirmed }: Written,
  steps: number,
  screens: readonly Screen[] = [],
  readers: readonly Caller[] = [],
): Promise<Verdict> {
  const log = await house.log(session);
  const ids = new Set(log.map(({ id }) => id));
  const [first, ...others] = await Promise.all(readers.map((reader) => replayOf(reader, session)));
  const inOrder = JSON.stringify(log.map(({ id, seq }) => [id, seq]));
  return {
    lost: [...confirmed].filter((id) => !ids.has(id)).length,
    doubled: log.length - ids.size,
    unknown: log.filter(({ id }) => !sent.has(id)).length - steps,
    gaps: log.filter(({ seq }, at) => seq !== at + 1).length,
    brokenLinks: (await house.brokenLinks(session)).length,
    wrongScreens: screens.filter(
      ({ seen }) => JSON.stringify(seen.map(({ id, seq }) => [id, seq])) !== inOrder,
    ).length,
    otherReplays: others.filter((replay) => replay !== first).length,
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
