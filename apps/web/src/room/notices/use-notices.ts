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

/** What the log says of notices: beside the entry that raised one, and beside each that answers one. */
export interface NoticesInLog {
  /** The worst notice that each entry raised, by entry id. */
  readonly byEntry: ReadonlyMap<string, Notice>;
  readonly byId: ReadonlyMap<string, Notice>;
}

export function useNoticesInLog(): NoticesInLog {
  const notices = useNotices(5_000);
  return useMemo(() => {
    const byEntry = new Map<string, Notice>();
    for (const notice of notices) {
      const { entryId } = notice;
      if (entryId !== null && !byEntry.has(entryId)) byEntry.set(entryId, notice);
    }
    return { byEntry, byId: new Map(notices.map((notice) => [notice.id, notice])) };
  }, [notices]);
}
