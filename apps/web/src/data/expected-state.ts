import { type Entry, type SessionState, withExpected } from '@tandem/domain';
import type { OutboxItem } from './outbox-shelf.ts';

/**
 * Ending and signing open entries that were withheld; what was folded without them is read once more. While the first
 * reading is still under way (`caughtUp` false) the step may be in the same page as what it opens, which then is
 * served as open; what was withheld in an earlier page is not.
 */
export function mustReadAgain(before: SessionState, after: SessionState, caughtUp: boolean): boolean {
  if (before.status === after.status) return false;
  if (after.status !== 'ended' && after.status !== 'signed') return false;
  for (const item of (caughtUp ? after : before).items) if (item.entry.withheld === true) return true;
  return false;
}

/** Pending entries as if they were next in the log, by whom and when they were recorded here. */
export function withAdditions(
  confirmed: SessionState,
  pending: readonly OutboxItem[],
  author: Entry['author'],
): SessionState {
  let state = confirmed;
  for (const { entry, queuedAtMs, status } of pending) {
    if (status === 'refused' || entry.kind === 'amendment' || entry.kind === 'retraction') continue;
    state = withExpected(state, entry, author, queuedAtMs);
  }
  return state;
}
