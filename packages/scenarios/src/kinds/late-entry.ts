import type { Draft } from '../draft.ts';
import { vitalSlots } from '../schedule.ts';
import { lateReasons } from '../words/special.ts';
import type { Twist } from './twist.ts';

/** Values kept on paper and typed in later: both times are kept, and over 10 minutes the reason (ux.md 2.4). */
export const lateEntry: Twist = { shape, add };

function shape(draft: Draft): void {
  const { rng, lateSlots } = draft;
  const slots = vitalSlots(draft.plan, draft.lastSetMin);
  for (const position of rng.shuffled(slots.map((_, at) => at).slice(0, -1)).slice(0, rng.int(2, 3))) {
    lateSlots.set(position, rng.between(11, 24));
  }
}

function add(draft: Draft): void {
  const { rng, input } = draft;
  const { therapist } = input.people;
  for (const text of ['Hummed along with the second piece.', 'Said the word "enough" twice, smiling.']) {
    const data = { text, category: 'noticed' } as const;
    const options = { afterMin: rng.between(12, 30), lateReason: rng.pick(lateReasons) };
    draft.record(therapist, 'note', data, rng.between(20, 60), options);
  }
}
