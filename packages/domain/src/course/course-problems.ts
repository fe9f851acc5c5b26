import { fieldPath } from '../issues.ts';
import { findMeasure } from '../measures/clinic-measure.ts';
import type { Measure } from '../measures/measure.ts';
import { answerProblems } from '../measures/measures.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { CourseDataOf, NewCourseEntry } from './course-kinds.ts';
import { type CourseState, checkIns, ofCourse, safetyTasks } from './course-state.ts';

/** What stands against an entry in this course, or null. */
export function problemOf(
  entry: NewCourseEntry,
  state: CourseState,
  actorId: string,
  measures: readonly Measure[],
): Refusal | null {
  switch (entry.kind) {
    case 'measure':
      return measureProblem(entry.data, measures);
    case 'safety-outcome': {
      const task = safetyTasks(state).find(({ measureId }) => measureId === entry.data.measureId);
      if (task === undefined) return refuse('not-found', { field: 'data.measureId' });
      return null;
    }
    case 'check-in-outcome': {
      const one = checkIns(state).find(({ id }) => id === entry.data.checkInId);
      if (one === undefined) return refuse('not-found', { field: 'data.checkInId' });
      return one.outcome === null ? null : refuse('already-settled', { field: 'data.checkInId' });
    }
    case 'insight-approval':
      return ofCourse(state, 'insight').some(({ id }) => id === entry.data.insightId)
        ? null
        : refuse('not-found', { field: 'data.insightId' });
    case 'withdrawal':
      return withdrawable(state, entry.data.entryId, actorId);
    default:
      return null;
  }
}

/**
 * Any version that was ever here is taken, also one that is no longer offered: whoever began to answer it gave those
 * answers to those questions.
 */
function measureProblem(data: CourseDataOf<'measure'>, measures: readonly Measure[]): Refusal | null {
  const versions = measures.filter(({ key }) => key === data.instrument).map(({ version }) => version);
  if (versions.length === 0) return invalid('data.instrument', 'is no measure that this clinic has');
  const measure = findMeasure(measures, data);
  if (measure === undefined)
    return invalid('data.version', `must be ${versions.join(' or ')}: no other is known here`);
  const [first] = answerProblems(measure, data.answers);
  return first === undefined ? null : invalid(`data.${fieldPath(first.path)}`, first.message);
}

/** MEA-3: one's own, once; a measure that opened a safety task only with its outcome written. */
function withdrawable(state: CourseState, entryId: string, actorId: string): Refusal | null {
  const target = state.entries.find(({ id }) => id === entryId);
  if (target === undefined || target.kind === 'course-opened' || target.kind === 'withdrawal')
    return refuse('not-found', { field: 'data.entryId' });
  if (state.withdrawn.has(entryId)) return refuse('already-settled', { field: 'data.entryId' });
  if (target.author.id !== actorId) return refuse('not-yours', { field: 'data.entryId' });
  const open = safetyTasks(state).some(({ measureId, outcome }) => measureId === entryId && outcome === null);
  return open ? refuse('safety-open', { field: 'data.entryId' }) : null;
}

const invalid = (field: string, message: string) =>
  refuse('invalid', { field, detail: `${field} ${message}. Nothing was stored.` });
