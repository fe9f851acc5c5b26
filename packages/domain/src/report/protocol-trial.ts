import { adverseEventLabel } from '../entries/adverse-event.ts';
import type { ProtocolPlan } from '../protocol/plan.ts';
import type { Notice } from '../rules/notice.ts';
import { noticesOf } from '../rules/notices.ts';
import { standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';

/** An event of this grade or worse is one that a notice should have come before (clinic policy). */
export const GRADED_FROM = 2;
/** A notice so long before its onset, or less, would have been a warning (clinic policy). */
export const WARNED_WITHIN_MS = 15 * 60_000;

interface Counted {
  readonly high: number;
  readonly medium: number;
}

/** One past session under its own protocol and under another one, by the rules of today. */
export interface ProtocolTrial {
  readonly own: Counted;
  readonly draft: Counted;
  readonly events: readonly {
    readonly term: string;
    readonly grade: number;
    readonly warnedOwn: boolean;
    readonly warnedDraft: boolean;
  }[];
}

/**
 * Runs the notices of a session that is over again, with the values of another protocol (TRY-1). What people did about
 * the notices of that day changes no count: a notice is raised by values and by the clock.
 * @returns null for a session that was never started
 */
export function protocolTrial(state: SessionState, draft: ProtocolPlan): ProtocolTrial | null {
  const { pins } = state;
  if (pins === null || state.startedAt === null) return null;
  const own = noticesUnder(state, pins.protocol.data as ProtocolPlan);
  const tried = noticesUnder(state, draft);
  return {
    own: counted(own),
    draft: counted(tried),
    events: standing(state, 'adverse-event')
      .filter(({ data }) => data.grade >= GRADED_FROM)
      .map(({ data, happenedAt }) => {
        const onsetMs = Date.parse(data.onsetAt ?? happenedAt);
        return {
          term: adverseEventLabel(data.term),
          grade: data.grade,
          warnedOwn: warned(own, onsetMs),
          warnedDraft: warned(tried, onsetMs),
        };
      }),
  };
}

function noticesUnder(state: SessionState, data: ProtocolPlan): readonly Notice[] {
  const { pins, endedAt, items } = state;
  if (pins === null) return [];
  const last = items.at(items.length - 1)?.entry.recordedAt ?? endedAt ?? '';
  // As it stood before the signatures: these keep the notices of their day, and would answer for any protocol.
  const asEnded: SessionState = {
    ...state,
    status: 'ended',
    closed: null,
    pins: { ...pins, protocol: { ...pins.protocol, data } },
  };
  return noticesOf(asEnded, Date.parse(endedAt ?? last)).filter(({ priority }) => priority !== 'low');
}

const counted = (notices: readonly Notice[]): Counted => ({
  high: notices.filter(({ priority }) => priority === 'high').length,
  medium: notices.filter(({ priority }) => priority === 'medium').length,
});

const warned = (notices: readonly Notice[], onsetMs: number) =>
  notices.some(({ sinceMs }) => sinceMs <= onsetMs && sinceMs >= onsetMs - WARNED_WITHIN_MS);
