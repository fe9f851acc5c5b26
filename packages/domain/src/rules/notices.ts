import { standing } from '../session/select.ts';
import { itemOf, type SessionState } from '../session/state.ts';
import { doseNotices } from './dose-notices.ts';
import { dueNotices } from './due-notices.ts';
import { acknowledgementsOf, asNotice, type Notice } from './notice.ts';
import { signNotices } from './sign-notices.ts';
import { stillGoingNotices } from './still-going-notices.ts';

const ranks = { high: 0, medium: 1, low: 2 } as const;

/**
 * Version of the rules that raise notices: stored with every signature. Raise it whenever a change makes an old session
 * show other notices; `notices-kept.test.ts` sees that by a fingerprint.
 *
 * 1: limits, slots, doses, still going (docs/clinical-rules.md).
 */
export const RULES_VERSION = 1;

/**
 * Every notice of a session as it stands at a moment: derived from the log, the protocol and the clock, never logged
 * (NTC-1). Worst first, then by when it was raised last; those that have left the bar are there too.
 * @param nowMs milliseconds since the epoch, by the server's clock
 */
export function noticesOf(state: SessionState, nowMs: number): Notice[] {
  if (state.startedAt === null) return [];
  const kept = keptAtSigning(state);
  if (kept !== null) return [...kept];
  const acknowledgements = acknowledgementsOf(state);
  return [
    ...signNotices(state),
    ...doseNotices(state, nowMs),
    ...dueNotices(state, nowMs),
    ...stillGoingNotices(state, nowMs),
  ]
    .map((raised) => asNotice(raised, acknowledgements, nowMs))
    .sort(
      (a, b) => ranks[a.priority] - ranks[b.priority] || b.raisedMs - a.raisedMs || (a.id < b.id ? -1 : 1),
    );
}

/** What stood when the record was locked: rules of a later version must not rewrite it (NTC-11, clinical.md 1.4). */
function keptAtSigning(state: SessionState): readonly Notice[] | null {
  if (state.status !== 'signed') return null;
  const kept =
    state.closed?.notices ?? standing(state, 'signed').find(({ data }) => data.locks)?.data.notices;
  return kept === undefined ? null : (kept as readonly Notice[]);
}

/**
 * Was a notice of this id ever raised (NTC-10)? One whose value was corrected since counts too: someone may have
 * looked at it in between.
 */
export function wasRaised(state: SessionState, noticeId: string, nowMs: number): boolean {
  if (noticesOf(state, nowMs).some(({ id }) => id === noticeId)) return true;
  const [, entryId = ''] = noticeId.split(':');
  const item = itemOf(state, entryId);
  return item !== undefined && item.lastChangeSeq > item.entry.seq;
}
