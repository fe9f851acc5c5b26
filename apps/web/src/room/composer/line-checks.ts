import {
  type LatestReading,
  latestVitals,
  type SessionState,
  type VitalSignKey,
  type VitalSigns,
  vitalSign,
} from '@tandem/domain';
import { words } from '../../words/in-room.ts';

/** Later than this, and the entry says why (ux.md 2.4). */
export const LATE_AFTER_MS = 10 * 60_000;

/** A step this large from the last set is a slip as often as a change: it is asked once more, never refused. */
const jumps: Partial<Record<VitalSignKey, number>> = { systolic: 30, diastolic: 30, heartRate: 25, spo2: 4 };

/** "Heart rate 118, last was 84"; null when nothing jumps. */
export function jumpOf(typed: VitalSigns, state: SessionState): string | null {
  const last = latestVitals(state);
  const found: string[] = [];
  for (const [key, most] of Object.entries(jumps) as [VitalSignKey, number][]) {
    const value = typed[key];
    const before: LatestReading | undefined = last[key]?.latest;
    if (value === undefined || before === undefined || Math.abs(value - before.value) <= most) continue;
    found.push(words.line.jumpFrom(vitalSign(key).label, String(before.value), String(value)));
  }
  return found.length === 0 ? null : found.join('. ');
}

/** How late an entry is in milliseconds, or null when it needs no reason. A paper record is late as a whole. */
export function lateBy(happenedAtMs: number | null, nowMs: number, state: SessionState): number | null {
  if (happenedAtMs === null || state.origin === 'transcribed') return null;
  const lateMs = nowMs - happenedAtMs;
  return lateMs > LATE_AFTER_MS ? lateMs : null;
}
