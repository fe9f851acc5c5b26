import { measures, totalOf } from '../measures/measures.ts';
import { type CourseState, ofCourse } from './course-state.ts';

/** Version of {@link courseScores}: raise it with a change of how a total is made, and rows are made anew. */
export const SCORES_VERSION = 1;

export interface CourseScore {
  /** Of the measure. */
  readonly id: string;
  readonly instrument: string;
  readonly total: number;
  readonly at: string;
}

/**
 * Totals of the measures of a course that have one, oldest first: for lists alone, the record holds the answers. One
 * with a missing answer has no total (MEA-1) and is left out.
 */
export function courseScores(course: CourseState): CourseScore[] {
  return ofCourse(course, 'measure').flatMap(({ id, happenedAt, data }) => {
    const measure = measures.find(({ key }) => key === data.instrument);
    const total = measure === undefined ? null : totalOf(measure, data.answers);
    return total === null ? [] : [{ id, instrument: data.instrument, total, at: happenedAt }];
  });
}
