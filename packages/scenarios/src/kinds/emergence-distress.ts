import { formatInstant, noticeId } from '@tandem/domain';
import type { Draft } from '../draft.ts';
import { phaseTimes } from '../schedule.ts';
import { recheckOf } from '../vitals.ts';
import { distressLines } from '../words/special.ts';
import type { Twist } from './twist.ts';

/** Fear on the way back (emergence reaction, clinical.md 3.6), met with voice and presence, without medicine. */
export const emergenceDistress: Twist = { shape, add };

const LASTS_MIN = 14;

function startMin(draft: Draft): number {
  return phaseTimes(draft.plan.route, draft.doses).find(({ phase }) => phase === 'return')?.atMin ?? 50;
}

function shape(draft: Draft): void {
  const start = startMin(draft);
  draft.hush = { fromMin: start - 1, toMin: start + LASTS_MIN + 1 };
  draft.pushes.push({
    startMin: start - 3,
    peakMin: start + 3,
    holdMin: start + 7,
    endMin: start + 24,
    systolic: draft.rng.int(14, 22),
    diastolic: draft.rng.int(6, 10),
    heartRate: draft.rng.int(26, 38),
  });
}

function add(draft: Draft): void {
  const { rng, input, doseIds } = draft;
  const { physician, therapist } = input.people;
  const start = startMin(draft);
  for (const [at, [category, text]] of distressLines.entries()) {
    draft.note(therapist, category, text, start + at * 2.4 + rng.between(0, 1));
  }
  const reading = draft.readingAt(start + 4);
  const set = draft.record(draft.measurer(), 'vital-signs', recheckOf(reading), start + 4);
  // clinical.md 1.4: a heart rate over 110 is noticed, once until it is under it again.
  const before = draft.sets.findLast(({ atMin }) => atMin < start + 4);
  if (reading.heartRate > 110 && (before === undefined || before.reading.heartRate <= 110)) {
    const data = {
      noticeId: noticeId('heart-rate-high', set),
      reason: 'Frightened, being held; measuring again.',
    };
    draft.record(physician, 'acknowledgement', data, start + 5);
  }
  draft.record(draft.measurer(), 'vital-signs', recheckOf(draft.readingAt(start + 11)), start + 11);
  const [doseId] = doseIds;
  draft.record(
    physician,
    'adverse-event',
    {
      term: rng.pick(['emergence_reaction', 'panic', 'fear_of_death']),
      grade: 2,
      action: 'Lights up, voice and presence; no medicine',
      onsetAt: formatInstant(draft.ms(start)),
      endedAt: formatInstant(draft.ms(start + LASTS_MIN)),
      serious: false,
      relatedness: 'probable',
      outcome: 'Resolved',
      expected: true,
      ...(doseId === undefined ? {} : { doseId }),
    },
    start + LASTS_MIN + 3,
  );
}
