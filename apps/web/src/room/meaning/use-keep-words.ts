import { type Item, type Note, standing, wordsToKeepSchema } from '@tandem/domain';
import { useCallback } from 'react';
import { mayRecord, useRoom } from '../room-context.ts';

/**
 * Keeps the client's words of a note with one tap, at the minute they were said; words that are too long are
 * shortened in the panel. Null where there is nothing to keep, or it is kept already.
 */
export function useKeepWords({ entry, data, happenedAt, retraction }: Item): (() => void) | null {
  const room = useRoom();
  const { record, setTask, view } = room;
  const isSpoken =
    entry.kind === 'note' && (data as Note | null)?.category === 'words' && retraction === null;
  const isKept = isSpoken && standing(view.expected, 'words-to-keep').some(isFrom(entry.id));
  const text = isSpoken ? (data as Note).text : '';
  const { id } = entry;
  const keep = useCallback(() => {
    const kept = { text, fromEntryId: id };
    if (wordsToKeepSchema.safeParse(kept).success)
      record({ kind: 'words-to-keep', data: kept, happenedAtMs: Date.parse(happenedAt), line: '' });
    else setTask({ type: 'panel', panel: 'keep', prefill: { data: kept, happenedAt } });
  }, [record, setTask, text, id, happenedAt]);
  return isSpoken && !isKept && mayRecord(room, 'words-to-keep') ? keep : null;
}

const isFrom = (id: string) => (words: { readonly data: { readonly fromEntryId?: string | undefined } }) =>
  words.data.fromEntryId === id;
