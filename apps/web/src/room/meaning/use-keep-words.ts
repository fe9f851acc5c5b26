import { type Item, type Note, wordsToKeepSchema } from '@tandem/domain';
import { useCallback, useRef } from 'react';
import { useRoom } from '../room-context.ts';

/** The client's own words, which can be kept. */
export function isSpoken({ entry, data, retraction }: Item): boolean {
  return entry.kind === 'note' && (data as Note | null)?.category === 'words' && retraction === null;
}

/**
 * Keeps the client's words of a note with one tap, at the minute they were said; words that are too long are
 * shortened in the panel.
 */
export function useKeepWords(): (item: Item) => void {
  const room = useRoom();
  // The room of the moment of the tap: it changes with every entry, and the rows that hold this do not.
  const latest = useRef(room);
  latest.current = room;
  return useCallback(({ entry, data, happenedAt }) => {
    const { record, setTask } = latest.current;
    const kept = { text: (data as Note).text, fromEntryId: entry.id };
    if (wordsToKeepSchema.safeParse(kept).success)
      record({ kind: 'words-to-keep', data: kept, happenedAtMs: Date.parse(happenedAt), line: '' });
    else setTask({ type: 'panel', panel: 'keep', prefill: { data: kept, happenedAt } });
  }, []);
}
