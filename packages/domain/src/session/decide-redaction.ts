import type { DataOf } from '../entries/registry.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { DecideContext, SessionCommand } from './commands.ts';
import { type Item, itemOf, type SessionState } from './state.ts';

type Redact = Extract<SessionCommand, { type: 'redact' }>;

/** Kinds that are words: nothing is counted or decided by them. */
const kindsOfWords: readonly string[] = [
  'note',
  'moment',
  'shift',
  'words-to-keep',
  'handover',
  'handover-accepted',
  'addendum',
];

/**
 * May its text be taken away? Words, and whatever was marked entered in error: a value that counts is corrected, never
 * removed (RED-1).
 */
export function isRedactable({ entry, retraction, redaction, data }: Item): boolean {
  if (redaction !== null || data === null) return false;
  return kindsOfWords.includes(entry.kind) || retraction !== null;
}

/** RED-1, RED-2: what is left in place of the text, or why it stays. */
export function redactionOf(
  { entryId, reason, askedBy, readBy }: Redact,
  state: SessionState,
  { actor }: Pick<DecideContext, 'actor'>,
): DataOf<'redaction'> | Refusal {
  const item = itemOf(state, entryId);
  if (item === undefined) return refuse('not-found', { field: 'entryId' });
  if (askedBy.id === actor.id) {
    return refuse('role-may-not', {
      detail:
        'Text is removed by two people: somebody else decides about what you asked for. Nothing was changed.',
    });
  }
  if (item.redaction !== null) return refuse('already-decided', { field: 'entryId' });
  if (!isRedactable(item)) {
    return refuse('invalid', {
      field: 'entryId',
      detail:
        'Only words can be removed, and what was marked entered in error. Nothing was changed. Correct it instead.',
    });
  }
  const amendmentIds = item.amendments.map(({ id }) => id);
  return {
    entryId,
    reason,
    askedBy,
    ...(amendmentIds.length === 0 ? {} : { amendmentIds }),
    readBy: [...readBy],
  };
}
