import {
  checkIns,
  type Entry,
  evolveCourse,
  initialCourse,
  measures,
  type NewCourseEntry,
  uuidSchema,
} from '@tandem/domain';
import {
  type Course,
  courseEntriesBodySchema,
  courseSchema,
  coursesReplySchema,
  courseTasksReplySchema,
  entriesReplySchema,
  newCourseSchema,
  type ServedEntry,
  wholeCourseSchema,
} from '@tandem/wire';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { clinicMeasures } from '../clinic/instruments.ts';
import { calendarFile } from '../courses/calendar.ts';
import { coursesOf, requireCourse, requireOpenClient, tasksDue } from '../courses/read.ts';
import { withCourseReferences } from '../courses/references.ts';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { readEntries } from '../log/read.ts';
import type { Services } from '../services.ts';
import { append } from '../sessions/step.ts';
import type { Viewer } from '../sessions/team.ts';
import { requirePatient } from './consents.ts';

const params = z.object({ id: uuidSchema });
const ALL = { after: 0, limit: 10_000 };

/** The course of a client: measures, plan, check-ins, insights; and what is due in it. */
export function courseRoutes(app: App, services: Services): void {
  const { inClinic } = services;

  app.get(
    '/api/patients/:id/courses',
    {
      config: { access: 'course.read' },
      schema: {
        summary: 'Lists the courses of a client: one per series, and one for sessions without a series',
        params,
        response: { 200: coursesReplySchema },
      },
    },
    async ({ login, params: { id } }) =>
      inClinic(login.clinicId, async (scope) => {
        await requirePatient(scope, id);
        await requireOpenClient(scope, login, id);
        return { items: await coursesOf(scope, id) };
      }),
  );

  app.post(
    '/api/patients/:id/courses',
    {
      config: { access: 'course.write' },
      schema: {
        summary: 'Opens the course of a client for a series',
        description:
          'There is one per series: when it is there, it is answered with 200, under the id that it has.',
        params,
        body: newCourseSchema,
        response: { 200: courseSchema, 201: courseSchema },
      },
    },
    async ({ login, params: { id: patientId }, body }, reply) => {
      const { id, seriesId = null } = body;
      const known = () =>
        inClinic(login.clinicId, async (scope) => {
          await requirePatient(scope, patientId);
          await requireOpenClient(scope, login, patientId);
          return (await coursesOf(scope, patientId)).find((one) => one.seriesId === seriesId);
        });
      // There is one per series: whoever opens it second gets the one that is there.
      const before = await known();
      if (before !== undefined) return reply.code(200).send(before);
      try {
        const { appended } = await append(services, login, id, {
          type: 'open-course',
          id,
          patientId,
          seriesId,
        });
        return reply.code(appended > 0 ? 201 : 200).send({ id, patientId, seriesId });
      } catch (error) {
        if ((error as { constraint_name?: string }).constraint_name !== 'one_course_per_series') throw error;
        return reply.code(200).send((await known()) as Course);
      }
    },
  );

  app.get(
    '/api/courses/:id',
    {
      config: { access: 'course.read' },
      schema: {
        summary: 'Reads a course with its whole log: measures, plan, check-ins, insights',
        params,
        response: { 200: wholeCourseSchema },
      },
    },
    async ({ login, params: { id } }) => inClinic(login.clinicId, (scope) => wholeCourse(scope, login, id)),
  );

  app.post(
    '/api/courses/:id/entries',
    {
      config: { access: 'course.write' },
      schema: {
        summary: 'Appends 1 to 50 entries to a course, all or none',
        description:
          'Each `id` is made by the sender; a repeat is answered as for the entries of a session. Sessions and people that are named must be of this client and this clinic.',
        params,
        body: courseEntriesBodySchema,
        response: { 200: entriesReplySchema, 201: entriesReplySchema },
      },
    },
    async ({ login, params: { id }, body }, reply) => {
      const known = await inClinic(login.clinicId, async (scope) => {
        const { patientId } = await requireCourse(scope, login, id);
        return {
          entries: await withCourseReferences(scope, patientId, body.entries),
          instruments: body.entries.some(isOfClinic) ? await clinicMeasures(scope) : [],
        };
      });
      const { appended, entries } = await append(services, login, id, { type: 'course-append', ...known });
      reply.code(appended > 0 ? 201 : 200);
      return { entries: entries as ServedEntry[] };
    },
  );

  app.get(
    '/api/course-tasks',
    {
      config: { access: 'course.read' },
      schema: {
        summary: 'Lists what waits in the courses of the clinic: questions of safety, then check-ins',
        description: 'Each by when it is due; at most 500.',
        response: { 200: courseTasksReplySchema },
      },
    },
    async ({ login }) => inClinic(login.clinicId, async (scope) => ({ items: await tasksDue(scope, login) })),
  );

  app.get(
    '/api/courses/:id/calendar',
    {
      config: { access: 'course.read' },
      schema: {
        summary: 'Exports the check-ins of a course that wait as a calendar file',
        description: 'Without a clinical word in it.',
        produces: ['text/calendar'],
        params,
      },
    },
    async ({ login, params: { id } }, reply) => {
      const { entries } = await inClinic(login.clinicId, (scope) => wholeCourse(scope, login, id));
      const course = (entries as Entry[]).reduce(evolveCourse, initialCourse(id));
      const waiting = checkIns(course).filter(({ outcome }) => outcome === null);
      reply.type('text/calendar; charset=utf-8');
      reply.header('content-disposition', 'attachment; filename="appointments.ics"');
      return calendarFile(
        waiting.map((one) => ({ id: one.id, atMs: one.dueMs })),
        Date.now(),
      );
    },
  );
}

/** Answers to a questionnaire that does not come with Tandem. */
function isOfClinic({ kind, data }: NewCourseEntry): boolean {
  return kind === 'measure' && !measures.some(({ key }) => key === data.instrument);
}

async function wholeCourse(scope: ClinicScope, viewer: Viewer, id: string) {
  const course = await requireCourse(scope, viewer, id);
  const read = await readEntries(scope, id, ALL);
  return { course, entries: (read?.entries ?? []) as ServedEntry[], lastSeq: read?.lastSeq ?? 1 };
}
