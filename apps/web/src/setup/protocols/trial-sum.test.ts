import { expect, test } from 'vitest';
import { trialSum } from './trial-sum.ts';

const item = (id: string, own: number, draft: number, events: [boolean, boolean][] = []) => ({
  id,
  at: '2026-11-24T10:00:00.000Z',
  own: { high: 0, medium: own },
  draft: { high: 0, medium: draft },
  events: events.map(([warnedOwn, warnedDraft]) => ({ term: 'Nausea', grade: 2, warnedOwn, warnedDraft })),
});

test('[TRY-3] a trial comes to notices per session, warnings before graded events, and what differs most first', () => {
  const sum = trialSum([
    item('a', 1, 2, [[false, true]]),
    item('b', 1, 1, [[true, true]]),
    item('c', 2, 6, [[false, false]]),
  ]);
  expect(sum).toMatchObject({
    sessions: 3,
    own: { medium: 4 },
    draft: { medium: 9 },
    events: { all: 3, own: 1, draft: 2 },
    differ: 2,
  });
  expect(sum.differing.map(({ id }) => id)).toEqual(['c', 'a']);
  expect(trialSum([])).toMatchObject({ sessions: 0, differ: 0, differing: [] });
});
