import type { NewCourseEntry } from '@tandem/domain';
import {
  courseSchema,
  coursesReplySchema,
  courseTasksReplySchema,
  entriesReplySchema,
  wholeCourseSchema,
} from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../data/api.ts';

/** A screen that shows it is at most so old, or says that it is not current. */
const EVERY_MS = 4_000;

export const coursesQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['courses', 'of', patientId],
    queryFn: () => call({ method: 'GET', path: `/patients/${patientId}/courses`, reply: coursesReplySchema }),
    refetchInterval: EVERY_MS,
  });

export const courseQuery = (id: string) =>
  queryOptions({
    queryKey: ['courses', id],
    queryFn: () => call({ method: 'GET', path: `/courses/${id}`, reply: wholeCourseSchema }),
    refetchInterval: EVERY_MS,
  });

export const tasksQuery = queryOptions({
  queryKey: ['courses', 'tasks'],
  queryFn: () => call({ method: 'GET', path: '/course-tasks', reply: courseTasksReplySchema }),
  refetchInterval: EVERY_MS,
});

/** There is one per series: whoever opens it second gets the one that is there. */
export const openCourse = (patientId: string, id: string, epoch: string) =>
  call({ method: 'POST', path: `/patients/${patientId}/courses`, body: { id }, reply: courseSchema, epoch });

/** The same ids again are the same entries. */
export const addToCourse = (id: string, entries: readonly NewCourseEntry[], epoch: string) =>
  call({
    method: 'POST',
    path: `/courses/${id}/entries`,
    body: { entries },
    reply: entriesReplySchema,
    epoch,
  });
