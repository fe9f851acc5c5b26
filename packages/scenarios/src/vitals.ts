import type { Author, DataOf } from '@tandem/domain';
import type { Reading } from './body.ts';
import type { Draft } from './draft.ts';
import { lateReasons } from './words/special.ts';

/** A whole set as it is typed: pressure, pulse, saturation, breathing, sedation (clinical.md 1.3). */
export function setOf(reading: Reading, more: Partial<DataOf<'vital-signs'>> = {}): DataOf<'vital-signs'> {
  return { ...reading, ...more };
}

/** Pressure, pulse and saturation only: a quick look between two sets. */
export function recheckOf({ systolic, diastolic, heartRate, spo2 }: Reading): DataOf<'vital-signs'> {
  return { systolic, diastolic, heartRate, spo2 };
}

/** Takes and records a whole set, and remembers it for whatever answers it. */
export function takeSet(draft: Draft, minute: number, more: Partial<DataOf<'vital-signs'>> = {}): void {
  const reading = draft.readingAt(minute);
  const id = draft.record(draft.measurer(), 'vital-signs', setOf(reading, more), minute);
  draft.sets.push({ id, atMin: minute, reading });
}

/** A set of the schedule: mostly plain, now and then without a pressure, mistyped and amended, or late. */
export function takeScheduledSets(draft: Draft, slots: readonly number[]): void {
  const { rng } = draft;
  const mistypedAt = rng.chance(0.55) ? rng.int(0, slots.length - 1) : -1;
  // A rise is told by its readings: there the cuff always works.
  const cuffFails = draft.kind !== 'pressure-rise' && rng.chance(0.15);
  const withoutCuffAt = cuffFails ? rng.int(1, slots.length - 2) : -1;
  for (const [position, slot] of slots.entries()) {
    const last = position === slots.length - 1;
    const minute = slot + rng.between(0, last ? 1 : 2.5);
    const lateMin = draft.lateSlots.get(position);
    if (lateMin !== undefined) takeLate(draft, minute, lateMin);
    else if (position === mistypedAt && onTime(draft, minute)) takeMistyped(draft, minute);
    else if (position === withoutCuffAt && !last) takeWithoutPressure(draft, minute);
    else takeSet(draft, minute);
  }
}

/** An entry that waits for the network cannot be corrected before it is in the log. */
function onTime(draft: Draft, minute: number): boolean {
  const { offline } = draft.recorder;
  const ms = draft.ms(minute);
  return offline === null || ms < offline.fromMs - 300_000 || ms > offline.toMs;
}

function takeLate(draft: Draft, minute: number, lateMin: number): void {
  const reading = draft.readingAt(minute);
  const id = draft.record(draft.measurer(), 'vital-signs', setOf(reading), minute, {
    afterMin: lateMin,
    lateReason: draft.rng.pick(lateReasons),
  });
  draft.sets.push({ id, atMin: minute, reading });
}

function takeWithoutPressure(draft: Draft, minute: number): void {
  const { heartRate, spo2, respiratoryRate, moaas } = draft.readingAt(minute);
  const [reason, outcome] = draft.rng.pick([
    ['Client asked not to be touched just now', 'refused'],
    ['Arm bent under the blanket, cuff gave no reading', 'unable'],
  ] as const);
  const notMeasured = [{ sign: 'bloodPressure', reason, outcome }];
  draft.record(
    draft.measurer(),
    'vital-signs',
    { heartRate, spo2, respiratoryRate, moaas, notMeasured },
    minute,
  );
}

/** The commonest slip: two digits changed places. Seen within minutes and amended by its author. */
function takeMistyped(draft: Draft, minute: number): void {
  const { rng, input } = draft;
  const reading = draft.readingAt(minute);
  const author: Author = draft.measurer();
  const data = setOf(reading);
  const id = draft.record(author, 'vital-signs', { ...data, systolic: swapped(reading.systolic) }, minute);
  draft.sets.push({ id, atMin: minute, reading });
  const corrector = rng.chance(0.3) ? input.people.physician : author;
  const reason = `Mistyped: the cuff read ${reading.systolic}/${reading.diastolic}.`;
  draft.record(corrector, 'amendment', { entryId: id, data, reason }, minute + rng.between(1, 4));
}

/** 128 as 182 where that is a pressure; otherwise a neighbouring key. */
function swapped(systolic: number): number {
  const [hundreds, tens, ones] = String(systolic).padStart(3, '0') as unknown as [string, string, string];
  const candidate = Number(`${hundreds}${ones}${tens}`);
  return candidate > systolic ? candidate : systolic + 10;
}
