import { type SessionState, standing, type VitalSigns } from '@tandem/domain';

/** What a set consists of (clinical.md 1.3). */
export const setSigns = ['bloodPressure', 'heartRate', 'spo2', 'respiratoryRate', 'moaas'] as const;
export type SetSign = (typeof setSigns)[number];

/** Parts of one set may come one after the other: within so long they are taken together. */
const SAME_SET_MS = 5 * 60_000;

/** Signs of a set that the last minutes have neither a value nor a reason for; all of them when nothing is missing. */
export function missingSigns(state: SessionState, nowMs: number): SetSign[] {
  const missing = unsaidSigns(state, nowMs);
  return missing.length === 0 ? [...setSigns] : missing;
}

/** Signs of a set that the last minutes have neither a value nor a reason for. */
export function unsaidSigns(state: SessionState, nowMs: number): SetSign[] {
  const lately = standing(state, 'vital-signs').filter(
    ({ happenedAt }) => nowMs - Date.parse(happenedAt) <= SAME_SET_MS,
  );
  return setSigns.filter((sign) => !lately.some(({ data }) => isSaid(data, sign)));
}

function isSaid(data: VitalSigns, sign: SetSign): boolean {
  const value = sign === 'bloodPressure' ? data.systolic : data[sign];
  return value !== undefined || (data.notMeasured ?? []).some((one) => one.sign === sign);
}
