import { type Notice, noticesOf, remembered, type SessionState } from '@tandem/domain';
import { useMemo } from 'react';
import { useClock, useNow } from '../../data/clock.ts';
import { useRoom } from '../room-context.ts';

const SECOND = 1_000;
/** Of each state those of the second asked about last: five parts of a room ask the same. */
const known = remembered((_state: SessionState) => ({ ms: Number.NaN, notices: [] as readonly Notice[] }));

/**
 * Notices of this session now, worst first: rules run here as on the server, so they go on without it.
 * @param everyMs how often the caller is drawn again for them while no entry comes
 */
export function useNotices(everyMs = SECOND): readonly Notice[] {
  const { view } = useRoom();
  const clock = useClock();
  const tick = useNow(everyMs);
  // By the second, whoever asks: what is worked out for one is there for the others.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tick asks again
  return useMemo(() => noticesAt(view.expected, clock()), [view.expected, clock, tick]);
}

function noticesAt(state: SessionState, nowMs: number): readonly Notice[] {
  const ms = Math.floor(nowMs / SECOND) * SECOND;
  const last = known(state);
  if (last.ms !== ms) Object.assign(last, { ms, notices: noticesOf(state, ms) });
  return last.notices;
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
