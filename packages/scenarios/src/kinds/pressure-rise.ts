import { noticeId } from '@tandem/domain';
import type { Draft, TakenSet } from '../draft.ts';
import { vitalSlots } from '../schedule.ts';
import { recheckOf } from '../vitals.ts';
import type { Twist } from './twist.ts';

/**
 * Pressure rises over the amber, often over the red limit (>= 160/100, >= 180/110, clinical.md 1.4), without
 * symptoms, is measured again within 5 minutes and comes down by itself: asymptomatic transient hypertension
 * is watched, not chased [S14].
 */
export const pressureRise: Twist = { shape, add };

/** mmHg, clinical.md 1.4. */
const AMBER = { systolic: 160, diastolic: 100 };

/** Minutes after the first dose at which the rise is at its height: a slot, so that a set shows it. */
function heightMin(draft: Draft): number {
  const slots = vitalSlots(draft.plan, draft.lastSetMin);
  return slots.find((slot) => slot >= 15) ?? 15;
}

function shape(draft: Draft): void {
  const { rng, pushes } = draft;
  const height = heightMin(draft);
  // Measured against this client's own course, so that a low and a high resting pressure both get there.
  const calm = draft.calmReadingAt(height);
  pushes.push({
    startMin: height - 12,
    peakMin: height,
    holdMin: height + 7,
    endMin: height + 38,
    systolic: rng.int(168, 188) - calm.systolic,
    diastolic: rng.int(100, 109) - calm.diastolic,
    heartRate: rng.int(6, 14),
  });
}

function add(draft: Draft): void {
  const { rng, input } = draft;
  const { physician, therapist } = input.people;
  // The notice is raised by the first reading over a limit, and that is the one measured again.
  const over = ({ systolic, diastolic }: TakenSet['reading']) =>
    systolic >= AMBER.systolic || diastolic >= AMBER.diastolic;
  const high = draft.sets.find((set) => over(set.reading)) ?? highest(draft);
  const notice = noticeId('bp-high', high.id);
  draft.record(
    physician,
    'acknowledgement',
    { noticeId: notice, reason: 'No headache, no chest pain; measuring again.' },
    high.atMin + 1.2,
  );
  draft.note(therapist, 'noticed', 'Cuff inflates again; client not disturbed by it.', high.atMin + 4);
  for (const after of [3.5, 8.5, 14]) {
    const minute = high.atMin + after;
    const reading = draft.readingAt(minute);
    const id = draft.record(draft.measurer(), 'vital-signs', recheckOf(reading), minute);
    draft.sets.push({ id, atMin: minute, reading });
  }
  const { systolic, diastolic } = highest(draft).reading;
  const outcome = `Back in range without medicine; highest ${systolic}/${diastolic}.`;
  draft.record(physician, 'acknowledgement', { noticeId: notice, outcome }, high.atMin + 40);
  if (rng.chance(0.6)) addEvent(draft, high);
}

/** Grade 2 by the physician's judgement: CTCAE grades persistence, a short peak is not automatically one. */
function addEvent(draft: Draft, high: TakenSet): void {
  const onsetAt = new Date(draft.ms(high.atMin)).toISOString();
  const endedAt = new Date(draft.ms(high.atMin + 36)).toISOString();
  const action = 'Head raised, measured every 5 minutes';
  const data = {
    term: 'hypertension',
    grade: 2,
    action,
    onsetAt,
    endedAt,
    serious: false,
    relatedness: 'definite',
    outcome: 'Resolved',
  } as const;
  draft.record(draft.input.people.physician, 'adverse-event', data, high.atMin + 42);
}

function highest(draft: Draft): TakenSet {
  return draft.sets.reduce((top, set) => (set.reading.systolic > top.reading.systolic ? set : top));
}
