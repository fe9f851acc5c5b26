import { describe, expect, test } from 'vitest';
import { measureFrom } from '../measures/clinic-measure.ts';
import { exampleDefinition } from '../measures/example-definition.ts';
import { isRefusal, type Refusal } from '../refusals.ts';
import type { DecideContext, Decided, KnownEntry } from '../session/commands.ts';
import { formatInstant } from '../time.ts';
import type { NewCourseEntry } from './course-kinds.ts';
import {
  type CourseState,
  everyOf,
  evolveCourse,
  initialCourse,
  ofCourse,
  withdrawalOf,
} from './course-state.ts';
import { decideCourse } from './decide-course.ts';

const NOW = Date.parse('2026-11-24T10:00:00.000Z');
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const COURSE = uuid(1);
const jonas = { id: uuid(11), name: 'Jonas Reed', role: 'therapist' } as const;
const ada = { id: uuid(12), name: 'Dr Ada Fell', role: 'physician' } as const;
const sleep = measureFrom(exampleDefinition);
const second = measureFrom({ ...exampleDefinition, version: 2 });

/** A course as entries make it; each `add` is one entry by one person. */
function given() {
  let state: CourseState = initialCourse(COURSE);
  const known = new Map<string, KnownEntry>();
  const place = (decided: Decided, author: DecideContext['actor']) => {
    for (const one of decided) {
      if (!('draft' in one)) continue;
      const { draft } = one;
      const entry = { ...draft, sessionId: COURSE, seq: state.lastSeq + 1, author, hash: '' };
      state = evolveCourse(state, { ...entry, recordedAt: formatInstant(NOW) });
      known.set(draft.id, { ...draft, sessionId: COURSE, authorId: author.id });
    }
  };
  const add = (
    entry: Pick<NewCourseEntry, 'id' | 'kind' | 'data'>,
    actor: DecideContext['actor'] = jonas,
    instruments: (typeof sleep)[] = [],
  ): Refusal | null => {
    const entries = [{ happenedAt: formatInstant(NOW), ...entry } as NewCourseEntry];
    const context = { sessionId: COURSE, actor, nowMs: NOW, known };
    const decided = decideCourse({ type: 'course-append', entries, instruments }, state, context);
    if (isRefusal(decided)) return decided;
    place(decided, actor);
    return null;
  };
  place(
    decideCourse({ type: 'open-course', id: COURSE, patientId: uuid(2), seriesId: null }, state, {
      sessionId: COURSE,
      actor: jonas,
      nowMs: NOW,
      known,
    }) as Decided,
    jonas,
  );
  return { add, state: () => state };
}

const filled = (
  n: number,
  instrument: string,
  version: number,
  answers: { item: string; value: number }[],
) => ({
  id: uuid(n),
  kind: 'measure' as const,
  data: { instrument, version, filledBy: 'client' as const, answers },
});
const slept = [{ item: 'waking', value: 2 }];
const ninth = (value: number) => [{ item: 'q9', value }];

describe("[INS-3] a clinic's instrument in its course", () => {
  test('is recorded with key and version, and only where the clinic has it', () => {
    const course = given();
    expect(course.add(filled(20, 'sleep-week', 1, slept))).toMatchObject({
      refused: 'invalid',
      field: 'entries[0].data.instrument',
    });
    expect(course.add(filled(20, 'sleep-week', 1, slept), jonas, [sleep])).toBeNull();
    expect(ofCourse(course.state(), 'measure')[0]?.data).toMatchObject({
      instrument: 'sleep-week',
      version: 1,
    });
  });

  test('answers to an earlier version are taken as such: they were given to those questions', () => {
    const course = given();
    expect(course.add(filled(20, 'sleep-week', 1, slept), jonas, [sleep, second])).toBeNull();
    expect(course.add(filled(21, 'sleep-week', 2, slept), jonas, [sleep, second])).toBeNull();
    const refused = course.add(filled(22, 'sleep-week', 3, slept), jonas, [sleep, second]);
    expect(refused?.field).toBe('entries[0].data.version');
    expect(refused?.detail).toContain('must be 1 or 2');
  });

  test('answers that it does not offer are refused by their place', () => {
    const refused = given().add(filled(20, 'sleep-week', 1, [{ item: 'waking', value: 4 }]), jonas, [sleep]);
    expect(refused?.field).toBe('entries[0].data.answers[0].value');
  });
});

describe('[MEA-3] a measure that was entered in error', () => {
  const withdraw = (n: number, of: number, reason = 'Wrong client.') => ({
    id: uuid(n),
    kind: 'withdrawal' as const,
    data: { entryId: uuid(of), reason },
  });

  test('counts no more and stays, with why, by whom and when', () => {
    const course = given();
    course.add(filled(20, 'gad-7', 1, [{ item: 'q1', value: 3 }]));
    expect(course.add(withdraw(21, 20))).toBeNull();
    expect(ofCourse(course.state(), 'measure')).toEqual([]);
    expect(everyOf(course.state(), 'measure').map(({ id }) => id)).toEqual([uuid(20)]);
    expect(withdrawalOf(course.state(), uuid(20))).toEqual({
      reason: 'Wrong client.',
      by: 'Jonas Reed',
      at: formatInstant(NOW),
    });
    expect(withdrawalOf(course.state(), uuid(21))).toBeNull();
  });

  test('is withdrawn once, and by who entered it', () => {
    const course = given();
    course.add(filled(20, 'gad-7', 1, [{ item: 'q1', value: 3 }]));
    expect(course.add(withdraw(21, 20), ada)?.refused).toBe('not-yours');
    expect(course.add(withdraw(21, 20))).toBeNull();
    expect(course.add(withdraw(22, 20))?.refused).toBe('already-settled');
    expect(course.add(withdraw(22, 99))?.refused).toBe('not-found');
  });

  test('with a safety question only once it was spoken about', () => {
    const course = given();
    course.add(filled(20, 'phq-9', 1, ninth(1)));
    expect(course.add(withdraw(21, 20))?.refused).toBe('safety-open');
    const outcome = { measureId: uuid(20), outcome: 'Mistyped; asked her, none.' };
    expect(course.add({ id: uuid(22), kind: 'safety-outcome', data: outcome })).toBeNull();
    expect(course.add(withdraw(21, 20))).toBeNull();
  });
});

test('[INT-4] a check-in sent again after its owner changed their name is the same one', () => {
  const course = given();
  const checkIn = (owner: { id: string; name?: string }, deputy?: { id: string; name?: string }) => ({
    id: uuid(30),
    kind: 'check-in' as const,
    data: {
      step: '24h' as const,
      dueAt: formatInstant(NOW),
      owner,
      ...(deputy === undefined ? {} : { deputy }),
    },
  });
  expect(course.add(checkIn({ id: jonas.id, name: 'Jonas Reed' }))).toBeNull();
  expect(course.add(checkIn({ id: jonas.id, name: 'Jonas Reed-Fell' }))).toBeNull();
  expect(course.add(checkIn({ id: ada.id, name: 'Jonas Reed' }))?.refused).toBe('entry-id-reused');
  expect(course.add(checkIn({ id: jonas.id }, { id: ada.id }))?.refused).toBe('entry-id-reused');
  expect(ofCourse(course.state(), 'check-in')).toHaveLength(1);
});
