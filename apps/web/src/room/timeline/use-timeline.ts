import { useMemo } from 'react';
import { useClock, useNow } from '../../data/clock.ts';
import { type TimeWindow, timeWindow } from '../../data/time-window.ts';
import type { EstimateView } from '../estimate/estimate-view.ts';
import { useLoadedParts } from '../later-parts.ts';
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
  /** Null where the clinic has it off, and until it is loaded. */
  readonly estimate: EstimateView | null;
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
  const estimate = useEstimate(toMs, now, endedMs);
  const { curve, absent } = estimate ?? { curve: null, absent: null };
  const words = useSameParts(
    useMemo(() => {
      const found = laneWords(parts, layout, plot, live, undefined, absent);
      // They are about mg, which the lane of the estimate does not show.
      return curve === null ? found : { ...found, ketamine: [] };
    }, [parts, layout, plot, live, curve, absent]),
  );
  const obstacles = useMemo(
    () => [...laneMarks(parts, layout, plot), ...Object.values(words).flat()],
    [parts, layout, plot, words],
  );
  return { parts, layout, window, plot, words, estimate, obstacles, live, endedMs };
}

const none: EstimateView = { curve: null, range: null, absent: [] };

/** Worked out anew with each dose and each minute; drawn anew when it says something else. */
function useEstimate(toMs: number, minute: number, endedMs: number | null): EstimateView | null {
  const { view, me } = useRoom();
  const later = useLoadedParts();
  const clock = useClock();
  // The minute tells when, the clock what time it is: a dose of this very minute counts.
  const nowMs = Math.max(minute, clock());
  const on = me.clinic.estimate && later !== null;
  const taken = on ? later.takenWords(view.expected, nowMs) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the session only what was taken counts, not each entry
  const made = useMemo(
    () => (on ? later.estimateView(view.expected, toMs, nowMs, endedMs ?? nowMs) : null),
    [on, later, taken, toMs, minute, endedMs],
  );
  const same = useSameParts(made ?? none);
  return made === null ? null : same;
}
