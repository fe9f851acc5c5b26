import type { CourseKind } from '@tandem/domain';
import type { CourseShown } from '../course/course-record.ts';
import { errorWords } from '../course/course-words.ts';
import type { FhirContext, Reference } from './context.ts';

/** What an entry of the course is exported as, when it stands and when it was entered in error. */
export const courseStatus = <Status extends string>(
  { error }: CourseShown<CourseKind>,
  standing: Status,
): Status | 'entered-in-error' => (error === null ? standing : 'entered-in-error');

/** The Encounter, where the entry says that it belongs to this very session: the others are not in the document. */
export function ofThisSession(
  { record, encounter }: FhirContext,
  { data }: CourseShown<CourseKind>,
): { encounter?: Reference } {
  return 'sessionId' in data && data.sessionId === record.session.id ? { encounter } : {};
}

/** Why it was entered in error, as a note; none while it stands. */
export function errorNotes(
  { record, time }: FhirContext,
  shown: CourseShown<CourseKind>,
): { text: string; time?: string }[] {
  const words = errorWords(shown, record);
  return words === null || shown.error === null
    ? []
    : [{ text: `${words} (${shown.error.by.name})`, time: time.offset(shown.error.at) }];
}
