import { type Entry, type SessionState, withExpected } from '@tandem/domain';
import type { OutboxItem } from './outbox-shelf.ts';

/** Ending and signing open entries that were withheld; what was folded without them is read once more. */
export function mustReadAgain(before: SessionState, after: SessionState): boolean {
  if (before.status === after.status) return false;
  if (after.status !== 'ended' && after.status !== 'signed') return false;
  for (const item of after.items) if (item.entry.withheld === true) return true;
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
