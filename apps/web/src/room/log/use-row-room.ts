import { standing, weightGrams } from '@tandem/domain';
import { useMemo } from 'react';
import { useKeepWords } from '../meaning/use-keep-words.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import type { RowRoom } from './log-row.tsx';

/** What every row of a log is drawn with, beside its own entry. */
export function useRowRoom(): {
  readonly room: RowRoom;
  readonly grams: number | null;
  isKept(id: string): boolean;
} {
  const shared = useRoom();
  const { me, status, replay, zone, setTask, view } = shared;
  const keepWords = useKeepWords();
  const mayKeepWords = mayRecord(shared, 'words-to-keep');
  const room = useMemo<RowRoom>(
    () => ({
      me,
      status,
      zone,
      setTask,
      keepWords,
      mayKeepWords,
      ...(replay === undefined ? {} : { replay }),
    }),
    [me, status, replay, zone, setTask, keepWords, mayKeepWords],
  );
  const kept = new Set(standing(view.expected, 'words-to-keep').map(({ data }) => data.fromEntryId));
  return { room, grams: weightGrams(view.confirmed), isKept: (id) => kept.has(id) };
}
