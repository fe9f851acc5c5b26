import {
  type CourseState,
  courseScores,
  decideCourse,
  evolveCourse,
  formatInstant,
  initialCourse,
  isRefusal,
  SAFETY_ITEM,
} from '@tandem/domain';
import { describe, expect, test } from 'vitest';
import { input } from './clinic-year.test-support.ts';
import { clinicYear } from './clinic-year.ts';
import { seriesMeasures } from './course-measures.ts';

const year = clinicYear(input);
const series = year.clients
  .flatMap((client) => client.series)
  .filter(({ done }) => done > 0)
  .map(({ id }) => ({ id, held: year.sessions.filter((session) => session.input.seriesId === id) }));

/** Plays the steps through the domain. @throws when one is refused */
function played(id: string, held: (typeof series)[number]['held']): CourseState {
  const { courseId, steps } = seriesMeasures(id, held);
  let state = initialCourse(courseId);
  for (const { atMs, actor, command } of steps) {
    const decided = decideCourse(command, state, {
      sessionId: courseId,
      actor,
      nowMs: atMs,
      known: new Map(),
    });
    if (isRefusal(decided)) throw new Error(JSON.stringify(decided));
    for (const one of decided) {
      if (!('draft' in one)) continue;
      const entry = { ...one.draft, sessionId: courseId, seq: state.lastSeq + 1, author: actor, hash: '' };
      state = evolveCourse(state, { ...entry, recordedAt: formatInstant(atMs) });
    }
  }
  return state;
}

describe('what clients fill in over a clinic year', () => {
  const scores = series.map(({ id, held }) => courseScores(played(id, held)));

  test('[SCN-44] three measures before each session, whole, and by most a lighter PHQ-9 at last', () => {
    for (const [at, { held }] of series.entries())
      for (const line of ['phq-9 total', 'gad-7 total', 'shame-check-in hiding'])
        expect(
          scores[at]?.filter((one) => `${one.instrument} ${one.line}` === line),
          line,
        ).toHaveLength(held.length);
    const changes = scores
      .map((of) => of.filter(({ instrument }) => instrument === 'phq-9').map(({ value }) => value))
      .filter((totals) => totals.length > 1)
      .map((totals) => (totals.at(-1) as number) - (totals[0] as number));
    expect(changes.filter((change) => change < 0).length / changes.length).toBeGreaterThan(0.6);
    expect(changes.some((change) => change >= 0)).toBe(true);
  });

  test('[SCN-44] item 9 is never answered with more than "not at all"; the same series says the same', () => {
    for (const { id, held } of series) {
      const { steps } = seriesMeasures(id, held);
      expect(JSON.stringify(seriesMeasures(id, held).steps)).toBe(JSON.stringify(steps));
      const asked = JSON.stringify(steps).match(new RegExp(`"${SAFETY_ITEM}","value":(\\d)`, 'g')) ?? [];
      expect(asked).toHaveLength(held.length);
      expect(asked.every((one) => one.endsWith(':0'))).toBe(true);
    }
  });
});
