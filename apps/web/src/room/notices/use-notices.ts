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
