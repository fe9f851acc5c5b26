import type { Draft } from '../draft.ts';
import { recheckOf } from '../vitals.ts';
import type { Twist } from './twist.ts';
import { addSmallThings } from './uneventful.ts';

/** A second, smaller dose is offered and taken (clinical.md 2, redose logic), with a look at the body first. */
export const repeatDose: Twist = { add };

function add(draft: Draft): void {
  const { rng, input, doses, doseIds } = draft;
  const { physician, therapist } = input.people;
  const at = doses.length - 1;
  const [dose, id] = [doses[at], doseIds[at]];
  addSmallThings(draft);
  // Devices of esketamine are one dose in parts, and a low ceiling may leave no room: then nothing repeats.
  if (dose === undefined || id === undefined || !dose.booster) return;
  const minute = dose.offsetMin;
  // Only with MOAA/S of 4 or more and the latest vital signs not red: taken just before.
  const { moaas, ...reading } = draft.readingAt(minute - 2);
  draft.record(physician, 'vital-signs', { ...recheckOf({ moaas, ...reading }), moaas }, minute - 2);
  draft.note(therapist, 'words', 'I am at a door. I would like to go through it.', minute - 3);
  draft.note(physician, 'noticed', 'Second dose offered as planned; client nods and says yes.', minute - 1);
  if (rng.chance(0.35)) addDoubledDose(draft, minute);
}

/** Both the one who gave and the one who watched recorded it; nothing was given twice. */
function addDoubledDose(draft: Draft, minute: number): void {
  const { physician } = draft.input.people;
  const booster = draft.doses.at(-1);
  if (booster === undefined) return;
  const data = { ...booster.data, state: 'already-given' as const, givenById: physician.id };
  const twin = draft.record(physician, 'dose', data, minute + 0.4);
  const reason = 'Recorded twice; the first record stands.';
  draft.record(physician, 'retraction', { entryId: twin, reason, anyGiven: false }, minute + 2);
}
