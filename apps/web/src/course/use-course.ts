import {
  type CourseDataOf,
  type CourseKind,
  type CourseState,
  type Entry,
  evolveCourse,
  initialCourse,
  type NewCourseEntry,
} from '@tandem/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { serverNowMs } from '../data/clock.ts';
import { useMay, useMe } from '../data/me.ts';
import { addToCourse, courseQuery, coursesQuery, openCourse } from './course-calls.ts';

/** Older than this it is said that the page is not current. */
const STALE_MS = 5_000;

export type CourseDraft = {
  [Kind in CourseKind]: { readonly kind: Kind; readonly data: CourseDataOf<Kind> };
}[CourseKind];

/** The course of a client as the server has it, and how to write into it; opened with the first entry. */
export function useCourse(patientId: string) {
  const me = useMe();
  const may = useMay();
  const queryClient = useQueryClient();
  const courses = useQuery(coursesQuery(patientId));
  const first = courses.data?.items[0];
  const whole = useQuery({ ...courseQuery(first?.id ?? ''), enabled: first !== undefined });
  const read = useMemo<CourseState | null>(() => {
    if (whole.data === undefined)
      return courses.data === undefined || first !== undefined ? null : initialCourse('');
    return (whole.data.entries as Entry[]).reduce(evolveCourse, initialCourse(whole.data.course.id));
  }, [whole.data, courses.data, first]);
  // With its first entry a course comes into being: until it is read, the empty page stays, and what is open on it.
  const [state, setState] = useState<CourseState | null>(read);
  if (read !== null && read !== state) setState(read);
  const readMs = Math.min(
    courses.dataUpdatedAt,
    first === undefined ? Number.POSITIVE_INFINITY : whole.dataUpdatedAt,
  );

  async function send(drafts: readonly (NewCourseEntry | CourseDraft)[]): Promise<void> {
    const id = first?.id ?? (await openCourse(patientId, crypto.randomUUID(), me.epoch)).id;
    const happenedAt = new Date(serverNowMs()).toISOString();
    const entries = drafts.map((draft) => ({
      id: crypto.randomUUID(),
      happenedAt,
      ...draft,
    })) as NewCourseEntry[];
    await addToCourse(id, entries, me.epoch);
    await queryClient.invalidateQueries({ queryKey: ['courses'] });
  }

  return {
    state,
    error: courses.error ?? whole.error,
    readMs,
    isStale: (nowMs: number) => nowMs - readMs > STALE_MS,
    mayWrite: may('course.write'),
    send,
  };
}
export type Course = ReturnType<typeof useCourse>;

/** One form: its ids are made once, so that pressed twice or sent again after silence it is one entry. */
export function useAdd(course: Pick<Course, 'send'>, onDone?: () => void) {
  const [id, setId] = useState(() => crypto.randomUUID());
  const happenedAt = useRef<string | null>(null);
  return useMutation({
    mutationFn: (draft: CourseDraft) => {
      happenedAt.current ??= new Date(serverNowMs()).toISOString();
      return course.send([{ id, happenedAt: happenedAt.current, ...draft } as NewCourseEntry]);
    },
    onSuccess: () => {
      happenedAt.current = null;
      setId(crypto.randomUUID());
      onDone?.();
    },
  });
}
