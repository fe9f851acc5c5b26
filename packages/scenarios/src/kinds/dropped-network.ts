import type { Draft } from '../draft.ts';
import { vitalSlots } from '../schedule.ts';
import type { Twist } from './twist.ts';

/**
 * The clinical tablets lose the network for half an hour. What was recorded meanwhile arrives at once, marked
 * offline, while the therapist's entries have already taken seqs in between.
 */
export const droppedNetwork: Twist = { shape, add };

function shape(draft: Draft): void {
  const { rng, recorder } = draft;
  const from = rng.between(8, 14);
  // At least one set is taken meanwhile, also where the schedule has few.
  const set = vitalSlots(draft.plan, draft.lastSetMin).find((slot) => slot > from + 1) ?? from;
  const back = Math.max(from + rng.between(24, 38), set + 5);
  recorder.offline = { fromMs: draft.ms(from), toMs: draft.ms(back) };
}

function add(draft: Draft): void {
  const { recorder, input } = draft;
  if (recorder.offline === null) return;
  const back = (recorder.offline.toMs - draft.firstDoseMs) / 60_000;
  draft.note(input.people.physician, 'noticed', 'Client comfortable, reading kept on the tablet.', back - 12);
  const text = 'The tablets had no network for a while; entries were kept and have arrived.';
  draft.note(input.people.physician, 'noticed', text, back + 2);
}
