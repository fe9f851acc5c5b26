import { recorderOf } from '../entries/entry-kind.ts';
import type { HandoverSummary } from '../entries/handover.ts';
import type { Notice } from '../rules/notice.ts';
import { noticeSentence } from '../rules/notice-words.ts';
import { noticesOf } from '../rules/notices.ts';
import { vitalsDue } from '../rules/vitals-due.ts';
import { formatInstant } from '../time.ts';
import { studyAdministrations } from './administrations.ts';
import { ketamineGiven } from './ketamine-given.ts';
import { type Standing, standing } from './select.ts';
import type { SessionState } from './state.ts';

/** A handover as it stands now. */
export interface StandingHandover extends Standing<'handover'> {
  /** The receiver's own entry; null while nobody accepted it. */
  readonly accepted: Standing<'handover-accepted'> | null;
}

/** Every handover that was not entered in error, by when it happened, with its acceptance (HOV-3). */
export function handoversOf(state: SessionState): StandingHandover[] {
  const accepted = standing(state, 'handover-accepted');
  return standing(state, 'handover').map((one) => ({
    ...one,
    accepted:
      accepted.find(
        ({ data, item }) => data.handoverId === one.id && recorderOf(item.entry).id === one.data.toId,
      ) ?? null,
  }));
}

/** Those that still wait for their receiver. */
export function openHandovers(state: SessionState): StandingHandover[] {
  return handoversOf(state).filter(({ accepted }) => accepted === null);
}

/** Open notices of priority Medium and High, worst first: what whoever takes over has to know of. */
export function openNoticesOf(state: SessionState, nowMs: number): Notice[] {
  return noticesOf(state, nowMs).filter(
    ({ settled, supersededBy, priority }) => settled === null && supersededBy === null && priority !== 'low',
  );
}

/**
 * What whoever hands over tells, from the record as it stands: totals, the last dose, open notices and what is due
 * next (HOV-5).
 * @param nowMs milliseconds since the epoch, by the server's clock
 */
export function handoverSummary(state: SessionState, nowMs: number): HandoverSummary {
  const { totalMicrograms, microgramsPerKg, doses } = ketamineGiven(state, nowMs);
  const last = studyAdministrations(state, nowMs).at(-1);
  const due = vitalsDue(state, nowMs);
  return {
    totalMg: totalMicrograms / 1000,
    // To the microgram, as the total.
    ...(microgramsPerKg === null ? {} : { totalMgPerKg: Math.round(microgramsPerKg) / 1000 }),
    doses,
    ...(last === undefined
      ? {}
      : { lastDoseAt: formatInstant(last.startMs), lastDoseMg: last.micrograms / 1000 }),
    openNotices: openNoticesOf(state, nowMs)
      .slice(0, 50)
      .map(({ priority, facts }) => `${priority === 'high' ? 'High' : 'Medium'}: ${noticeSentence(facts)}`),
    ...(due === null ? {} : { nextVitalsDueAt: due.at }),
  };
}
