import { type Notice, noticesOf } from '@tandem/domain';
import { useMemo } from 'react';
import { useNow } from '../../data/clock.ts';
import { useRoom } from '../room-context.ts';

/** Notices of this session now, worst first: rules run here as on the server, so they go on without it. */
export function useNotices(everyMs = 1_000): readonly Notice[] {
  const { view } = useRoom();
  const now = useNow(everyMs);
  return useMemo(() => noticesOf(view.expected, now), [view.expected, now]);
}

/** The worst notice that each entry raised, by entry id: for its row in the log. */
export function useNoticesByEntry(): ReadonlyMap<string, Notice> {
  const notices = useNotices(5_000);
  return useMemo(() => {
    const found = new Map<string, Notice>();
    for (const notice of notices) {
      const { entryId } = notice;
      if (entryId !== null && !found.has(entryId)) found.set(entryId, notice);
    }
    return found;
  }, [notices]);
}
