import type { Draft } from '../draft.ts';
import { rngOf } from '../random.ts';
import { leavingLines } from '../words/special.ts';
import { settle } from './settle.ts';
import type { Twist } from './twist.ts';

/**
 * The client wants to stop. Either they go before observation is over (clinical.md 6, item 1) and cannot be
 * kept, or they agree to rest until it is.
 */
export const earlyLeave: Twist = { shape, add };

/** Minutes after the first dose at which the wish to go is said. */
function wishMin({ input }: Draft): number {
  return rngOf('wish', input.seed, input.sessionId).int(64, 78);
}

function shape(draft: Draft): void {
  const leaves = draft.rng.chance(0.6);
  draft.disposition = leaves ? 'left-against-advice' : 'stopped-early';
  const wish = wishMin(draft);
  if (!leaves) {
    draft.hush = { fromMin: wish - 1, toMin: wish + 12 };
    return;
  }
  draft.lastSetMin = wish + 13;
  // Whoever leaves has said what they will say today: the story breaks off where the wish begins.
  draft.saidByMin = wish - 1;
}

function add(draft: Draft): void {
  const { input, rng, disposition, lastSetMin } = draft;
  const { physician, therapist } = input.people;
  const start = wishMin(draft);
  for (const [at, [category, text]] of leavingLines.entries()) {
    draft.note(therapist, category, text, start + at * 2.4);
  }
  const data = {
    term: 'anxiety',
    grade: 2,
    action: 'Talked through; no further dose',
    serious: false,
    relatedness: 'possible',
  } as const;
  const event = draft.record(physician, 'adverse-event', data, start + 3);
  const advice =
    disposition === 'left-against-advice'
      ? 'Advised to stay until observation is over; client declines, understands the risk, has capacity.'
      : 'Stopped by agreement: no more music and no more dose; client rests here until observation is over.';
  draft.note(physician, 'noticed', advice, start + 11);
  draft.note(
    physician,
    'noticed',
    'Escort arrives; told what to look for and whom to ring.',
    lastSetMin + 2.5,
  );
  if (disposition === 'stopped-early') settle(draft, event, data, lastSetMin - 4);
  if (rng.chance(0.5))
    draft.note(therapist, 'theme', 'Leaving as a way of staying in charge.', lastSetMin + 3);
}
