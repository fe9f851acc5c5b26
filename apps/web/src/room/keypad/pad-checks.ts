import { type SessionState, vitalsDue } from '@tandem/domain';
import { type SetSign, unsaidSigns } from '../panels/missing-signs.ts';
import type { Pad, PadField } from './pad-fields.ts';

/**
 * A value that is keyed half: one digit of a rate, the 1 of a saturation of 100. It reads as a value, and would be a
 * wrong one. A heart rate of 0 is whole.
 */
export function unfinished({ values }: Pad): PadField | null {
  const { systolic, diastolic, heartRate, spo2 } = values;
  const isShort = (text: string) => text !== '' && text.length < (/^[12]/.test(text) ? 3 : 2);
  if (isShort(systolic)) return 'systolic';
  if (isShort(diastolic)) return 'diastolic';
  if (heartRate !== '0' && isShort(heartRate)) return 'heartRate';
  return spo2 !== '' && spo2.length < (spo2.startsWith('1') ? 3 : 2) ? 'spo2' : null;
}

/** The set without the value that is keyed half: what stands whole is drawn while the rest is keyed. */
export function wholeValues(pad: Pad): Pad {
  const short = unfinished(pad);
  return short === null ? pad : { ...pad, values: { ...pad.values, [short]: '' } };
}

export interface DueSet {
  readonly atMs: number;
  readonly isLate: boolean;
  /** Of the five signs of a set: neither recorded in the last minutes nor keyed here. */
  readonly missing: readonly SetSign[];
}

/** The set that is due now, with what it still lacks; null while none is due. */
export function dueSet(state: SessionState, nowMs: number, pad: Pad): DueSet | null {
  const due = vitalsDue(state, nowMs);
  if (due === null || nowMs < Date.parse(due.window.from)) return null;
  const keyed: Readonly<Record<SetSign, boolean>> = {
    bloodPressure: pad.values.systolic !== '' && pad.values.diastolic !== '',
    heartRate: pad.values.heartRate !== '',
    spo2: pad.values.spo2 !== '',
    respiratoryRate: pad.values.respiratoryRate !== '',
    moaas: pad.moaas !== null,
  };
  const atMs = Date.parse(due.at);
  return { atMs, isLate: nowMs > atMs, missing: unsaidSigns(state, nowMs).filter((sign) => !keyed[sign]) };
}
