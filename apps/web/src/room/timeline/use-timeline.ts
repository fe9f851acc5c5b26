import { useMemo } from 'react';
import { useNow } from '../../data/clock.ts';
import { type TimeWindow, timeWindow } from '../../data/time-window.ts';
import { useRoom } from '../room-context.ts';
import type { Box } from './box.ts';
import { firstMoment } from './lane-facts.ts';
import type { Layout } from './lane-layout.ts';
import type { Plot } from './lane-scale.ts';
import { type LaneWords, laneWords } from './lane-words.ts';
import { laneMarks } from './marks.ts';
import { type TimelineParts, timelineParts } from './timeline-parts.ts';
import { useSameParts } from './use-same.ts';

export interface TimelineView {
  readonly parts: TimelineParts;
  readonly layout: Layout;
  readonly window: TimeWindow;
  readonly plot: Plot;
  readonly words: LaneWords;
  /** Readings, notes and words: no upright line stands over one. */
  readonly obstacles: readonly Box[];
  /** Planned or running: there is a now. */
  readonly live: boolean;
  /** When the session ended; null while it is planned or runs. */
  readonly endedMs: number | null;
}

/** All that is drawn, each part the same object as before while nothing of it changed. */
export function useTimeline(layoutNow: Layout, width: number): TimelineView {
  const { view, status, zone } = useRoom();
  const { expected, pending } = view;
  const kept = pending.map(({ id }) => id).join(' ');
  const now = useNow(60_000);
  const parts = useSameParts(
    useMemo(
      () => timelineParts(expected, { pending: new Set(kept.split(' ')), zone }),
      [expected, kept, zone],
    ),
  );
  const over = status === 'ended' || status === 'signed';
  const endedMs = over ? (expected.endedAt === null ? now : Date.parse(expected.endedAt)) : null;
  const { layout, window } = useSameParts({
    layout: layoutNow,
    window: timeWindow(firstMoment(expected, now), now, endedMs),
  });
  const { fromMs, toMs } = window;
  const { left, right } = layout;
  const plot = useMemo(
    () => ({ fromMs, toMs, left, width: Math.max(0, width - left - right) }),
    [fromMs, toMs, left, right, width],
  );
  const live = endedMs === null && status !== 'cancelled';
  const words = useSameParts(
    useMemo(() => laneWords(parts, layout, plot, live), [parts, layout, plot, live]),
  );
  const obstacles = useMemo(
    () => [...laneMarks(parts, layout, plot), ...Object.values(words).flat()],
    [parts, layout, plot, words],
  );
  return { parts, layout, window, plot, words, obstacles, live, endedMs };
}
