import { type Entry, evolve, type SessionState } from '@tandem/domain';
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
  for (const { entry, sessionId, queuedAtMs, status } of pending) {
    if (status === 'refused' || entry.kind === 'amendment' || entry.kind === 'retraction') continue;
    state = evolve(state, {
      id: entry.id,
      sessionId,
      seq: state.lastSeq + 1,
      kind: entry.kind,
      version: 1,
      happenedAt: entry.happenedAt,
      recordedAt: new Date(queuedAtMs).toISOString(),
      author,
      data: entry.data,
      context: entry.context ?? null,
      hash: '',
    });
  }
  return state;
}
