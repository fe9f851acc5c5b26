import type { EmergencyMark } from '../entries/emergency.ts';
import { type Standing, standing } from './select.ts';
import type { SessionState } from './state.ts';

export interface Emergency {
  readonly declaredMs: number;
  /** Stamps since it was declared, oldest first. */
  readonly marks: readonly Standing<'emergency'>[];
  readonly overMs: number | null;
}

const ends: readonly EmergencyMark[] = ['over', 'left-with-ems'];

/**
 * The emergency of this session that began last, running or over; null without one (EMG-1). Declared by two people at
 * once it is one: its clock counts from the first of them (EMG-2).
 */
export function emergencyOf(state: SessionState): Emergency | null {
  let found: { declaredMs: number; marks: Standing<'emergency'>[]; overMs: number | null } | null = null;
  for (const stamp of standing(state, 'emergency')) {
    const { mark } = stamp.data;
    const atMs = Date.parse(stamp.happenedAt);
    if (mark === 'declared' && (found === null || found.overMs !== null))
      found = { declaredMs: atMs, marks: [], overMs: null };
    if (found === null) continue;
    found.marks.push(stamp);
    if (ends.includes(mark)) found.overMs ??= atMs;
  }
  return found;
}
