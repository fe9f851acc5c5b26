import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entry, therapist } from '../session/given.test-support.ts';
import { formatInstant } from '../time.ts';
import { drillKeys, drillPaces } from './drill-keys.ts';
import { drillSeconds, drills } from './drills.ts';
import { played, type TeamAct } from './played.test-support.ts';
import { drillScore, pointsFor } from './score.ts';
import { playedCues } from './script.ts';
import { teams } from './teams.test-support.ts';

describe('the score of a drill', () => {
  test.each(drillKeys)('[DRL-1] %s: given nobody who reacts, then it scores 0 at every pace', (key) => {
    for (const pace of drillPaces) {
      const state = played(key, [], pace);
      expect(playedCues(state)?.every(({ atMs }) => atMs !== null)).toBe(true);
      expect(state.status).toBe('ended');
      expect(drillScore(state)?.points).toBe(0);
      expect(drillScore(state)?.steps.map(({ answer }) => answer)).toEqual(drills[key].steps.map(() => null));
    }
  });

  test.each(drillKeys)('[DRL-2] %s: given a scripted team, then it scores as its script says', (key) => {
    const { acts, points } = teams[key];
    expect(drillScore(played(key, acts))?.points).toBe(points);
  });

  test.each(drillKeys)('[DRL-3] %s: every number names the entry it came from', (key) => {
    const state = played(key, teams[key].acts);
    const ids = new Set([...state.items].map(({ entry }) => entry.id));
    for (const { cue, answer, points } of drillScore(state)?.steps ?? []) {
      expect(ids.has(cue?.entryId ?? '')).toBe(true);
      if (points > 0) expect(ids.has(answer?.item.entry.id ?? '')).toBe(true);
      if (answer !== null && cue !== null) expect(answer.seconds).toBe((answer.atMs - cue.atMs) / 1000);
    }
  });

  test('[DRL-4] whoever reacts earlier never scores less', () => {
    const step = fc.constantFrom(...drillKeys.flatMap((key) => drills[key].steps));
    fc.assert(
      fc.property(step, fc.nat(900), fc.nat(900), (one, a, b) => {
        expect(pointsFor(one, Math.min(a, b))).toBeGreaterThanOrEqual(pointsFor(one, Math.max(a, b)));
      }),
    );
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...drillKeys),
        fc.array(share, { minLength: 6, maxLength: 6 }),
        (key, shares) => {
          const { acts, points } = teams[key];
          const earlier = acts.map((act, n) =>
            // An entry without a line has its own moment.
            key === 'dropped-network' && n === 0
              ? act
              : { ...act, afterS: Math.ceil(act.afterS * (shares[n] as number)) },
          );
          expect(drillScore(played(key, earlier))?.points).toBeGreaterThanOrEqual(points);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('[DRL-5] given an answer that was taken back, then it counts for nothing', () => {
    const note = entry('note', { text: 'Her head hurts.', category: 'noticed' });
    const told: TeamAct = { cue: 'headache', afterS: 10, actor: therapist, entry: () => note };
    expect(drillScore(played('pressure-rise', [told]))?.points).toBe(10);
    const back: TeamAct = {
      ...told,
      afterS: 20,
      entry: () => entry('retraction', { entryId: note.id, reason: 'Wrong room.' }),
    };
    expect(drillScore(played('pressure-rise', [told, back]))?.points).toBe(0);
  });

  test('[DRL-5] given a time that was typed back, then an entry counts from when it was recorded', () => {
    const late: TeamAct = {
      cue: 'headache',
      afterS: 170,
      actor: therapist,
      entry: ({ nowMs }) =>
        entry(
          'note',
          { text: 'Her head hurts.', category: 'noticed' },
          { happenedAt: formatInstant(nowMs - 160_000) },
        ),
    };
    expect(drillScore(played('pressure-rise', [late]))?.points).toBe(5);
  });
});

describe('the drills as they are published', () => {
  test.each(drillKeys)(
    '[DRL-6] %s: its steps are worth 100, name a cue, a source and growing limits',
    (key) => {
      const { steps, cues, debrief } = drills[key];
      expect(steps.reduce((sum, { points }) => sum + points, 0)).toBe(100);
      expect(new Set(steps.map((step) => step.key)).size).toBe(steps.length);
      for (const { cue, withinS, lateS, source } of steps) {
        expect(cues.map((one) => one.key)).toContain(cue);
        expect(lateS).toBeGreaterThan(withinS);
        expect(source).not.toBe('');
      }
      expect(steps.map(({ type }) => type)).toEqual(expect.arrayContaining(['notice', 'act']));
      expect(debrief.length).toBeGreaterThan(2);
    },
  );

  test.each(drillKeys)(
    '[DRL-6] %s: it lasts until the slowest reaction that counts, at every pace',
    (key) => {
      const drill = drills[key];
      for (const pace of drillPaces) {
        for (const { cue, lateS } of drill.steps) {
          const atS = (drill.cues.find((one) => one.key === cue)?.atS ?? 0) / pace;
          expect(atS + lateS).toBeLessThanOrEqual(drillSeconds(drill, pace));
        }
      }
    },
  );
});
