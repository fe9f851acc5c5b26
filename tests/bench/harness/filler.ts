import { type AnyNewEntry, formatInstant } from '@tandem/domain';
import type { Rng } from '@tandem/scenarios';

const people = ['her mother', 'his brother', 'an old teacher', 'the neighbour', 'a child', 'nobody'];
const things = [
  'the chair by the window',
  'a slow river',
  'the kitchen',
  'a heavy coat',
  'the garden',
  'a door',
];
const feelings = ['grief', 'relief', 'shame', 'tenderness', 'anger', 'quiet', 'longing', 'fear'];
const bodies = ['Breath slow', 'Hands open', 'Jaw soft', 'Tears', 'Shoulders down', 'Eyes closed'];
/** In one note of a thousand: what somebody looks for who remembers a single session. */
const rare = ['lighthouse', 'harmonica', 'gooseberry', 'accordion', 'windmill'];

/** Entries as a long session has them: every other one a note, the rest sets within every limit. */
export function fillerEntries(rng: Rng, count: number, fromMs: number, toMs: number): AnyNewEntry[] {
  return Array.from({ length: count }, (_, at): AnyNewEntry => {
    const happenedAt = formatInstant(fromMs + Math.floor(((toMs - fromMs) * (at + 1)) / (count + 1)));
    const id = rng.uuid();
    return at % 2 === 0
      ? { id, kind: 'note', happenedAt, data: { text: noteText(rng), category: 'noticed' } }
      : {
          id,
          kind: 'vital-signs',
          happenedAt,
          data: {
            systolic: rng.int(112, 138),
            diastolic: rng.int(66, 84),
            heartRate: rng.int(62, 88),
            spo2: rng.int(96, 99),
          },
        };
  });
}

function noteText(rng: Rng): string {
  const remembered = rng.int(1, 1_000) === 1 ? ` A ${rng.pick(rare)}.` : '';
  return `${rng.pick(bodies)}. Speaks of ${rng.pick(people)} and ${rng.pick(things)}, then ${rng.pick(feelings)}.${remembered}`;
}
