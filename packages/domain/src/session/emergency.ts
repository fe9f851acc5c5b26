import type { EmergencyMark } from '../entries/emergency.ts';
import { type Standing, standing } from './select.ts';
import type { SessionState } from './state.ts';

export interface Emergency {
  readonly declaredMs: number;
  /** Stamps since it was declared, oldest first. */
  readonly marks: readonly Standing<'emergency'>[];
  readonly overMs: number | null;
}

/** The emergency of this session that began last, running or over; null without one (EMG-1). */
export function emergencyOf(state: SessionState): Emergency | null {
  const all = standing(state, 'emergency');
  const from = all.findLastIndex(({ data }) => data.mark === 'declared');
  const declared = all[from];
  if (declared === undefined) return null;
  const marks = all.slice(from);
  const ends: readonly EmergencyMark[] = ['over', 'left-with-ems'];
  const over = marks.find(({ data }) => ends.includes(data.mark));
  return {
    declaredMs: Date.parse(declared.happenedAt),
    marks,
    overMs: over === undefined ? null : Date.parse(over.happenedAt),
  };
}
