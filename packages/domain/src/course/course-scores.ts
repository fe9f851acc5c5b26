import { linesOf } from '../measures/measure-lines.ts';
import { measures } from '../measures/measures.ts';
import { type CourseState, ofCourse } from './course-state.ts';

/** Version of {@link courseScores}: raise it with a change of how a value is made, and rows are made anew. */
export const SCORES_VERSION = 2;

export interface CourseScore {
  /** Of the measure. */
  readonly id: string;
  readonly instrument: string;
  /** `total`, or the question of a measure that is never summed. */
  readonly line: string;
  readonly value: number;
  readonly at: string;
}

/**
 * The numbers that the measures of a course are read by, oldest first: for lists alone, the record holds the answers.
 * A total with a missing answer (MEA-1) and a question without one are left out.
 */
export function courseScores(course: CourseState): CourseScore[] {
  return ofCourse(course, 'measure').flatMap(({ id, happenedAt, data: { instrument, answers } }) => {
    const measure = measures.find(({ key }) => key === instrument);
    const lines = measure === undefined ? [] : linesOf(measure);
    return lines.flatMap((line) => {
      const value = line.of(answers);
      return value === null ? [] : [{ id, instrument, line: line.key, value, at: happenedAt }];
    });
  });
}
