import type { AnyNewEntry } from '@tandem/domain';
import { formatInstant } from '@tandem/domain';
import { type Rng, rngOf } from './random.ts';

const texts = [
  'Breath slow, hands open.',
  'There is a chair by the window.',
  'Asks for water, drinks two sips.',
  'I was doing my best with what I had.',
] as const;

/**
 * `n` small plausible entries for load: three sets of vital signs to one note, ids of their own, one every
 * `everyMs` from `fromMs` on. Same seed, same entries.
 */
export function* benchEntries(
  seed: number,
  n: number,
  { fromMs = 0, everyMs = 0 }: { readonly fromMs?: number; readonly everyMs?: number } = {},
): Generator<AnyNewEntry, void, undefined> {
  const rng = rngOf('bench', seed);
  for (let at = 0; at < n; at += 1) {
    const happenedAt = formatInstant(fromMs + at * everyMs);
    const id = rng.uuid();
    yield at % 4 === 3
      ? { id, kind: 'note', happenedAt, data: { text: rng.pick(texts), category: 'noticed' } }
      : { id, kind: 'vital-signs', happenedAt, data: vitalSigns(rng) };
  }
}

function vitalSigns(rng: Rng) {
  const systolic = rng.int(108, 158);
  return {
    systolic,
    diastolic: systolic - rng.int(38, 56),
    heartRate: rng.int(58, 104),
    spo2: rng.int(94, 100),
  };
}
