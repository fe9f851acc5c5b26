import type { DataOf } from '@tandem/domain';
import type { Draft } from '../draft.ts';
import { settle } from './settle.ts';
import type { Twist } from './twist.ts';

/** Nothing that was not expected: at most a little nausea or dizziness, and now and then a slip of the pen. */
export const uneventful: Twist = { add: addSmallThings };

export function addSmallThings(draft: Draft): void {
  const { rng, input } = draft;
  if (rng.chance(0.22)) addNausea(draft);
  if (rng.chance(0.18)) {
    const data = {
      term: 'dizziness',
      grade: 1,
      action: 'Stayed reclined',
      relatedness: 'definite',
      expected: true,
    } as const;
    draft.record(input.people.therapist, 'adverse-event', data, rng.between(40, 52));
  }
  if (rng.chance(0.3)) addDoubledNote(draft);
}

/** Grade 1: no change in eating; grade 2: intake down (clinical.md 3.6). Ondansetron 4 mg: clinic policy. */
function addNausea(draft: Draft): void {
  const { rng, input, lastSetMin } = draft;
  const { physician } = input.people;
  const grade = rng.chance(0.6) ? 1 : 2;
  const minute = Math.min(rng.between(34, 62), lastSetMin - 15);
  const action = grade === 1 ? 'Fresh air, observed' : 'Ondansetron given';
  const doseId = draft.doseIds[0];
  const data: DataOf<'adverse-event'> = {
    term: 'nausea',
    grade,
    action,
    serious: false,
    relatedness: 'probable',
    expected: true,
    ...(doseId === undefined ? {} : { doseId }),
  };
  const event = draft.record(physician, 'adverse-event', data, minute);
  if (grade === 1) return;
  settle(draft, event, data, lastSetMin - 6);
  const dose = { state: 'about-to-give', drug: 'ondansetron', route: 'po', amountMg: 4 } as const;
  draft.record(physician, 'dose', { ...dose, givenById: physician.id }, minute + 2);
}

/** Sent twice by an impatient thumb, then marked entered in error. */
function addDoubledNote(draft: Draft): void {
  const { rng, input } = draft;
  const { therapist } = input.people;
  const minute = rng.between(18, 34);
  const text = 'Music changed to the second playlist.';
  draft.note(therapist, 'noticed', text, minute);
  const twin = draft.note(therapist, 'noticed', text, minute + 0.3);
  draft.record(therapist, 'retraction', { entryId: twin, reason: 'Entered twice.' }, minute + 1.5);
}
