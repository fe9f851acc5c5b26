import { courseKindNames, courseKinds, instantSchema, type NewCourseEntry, uuidSchema } from '@tandem/domain';
import { z } from 'zod';
import { servedEntrySchema } from './entries.ts';

/** What happens between the sessions of a client: measures, plan, check-ins, insights. */

export const newCourseSchema = z.strictObject({
  id: uuidSchema,
  /** Left out: the sessions that belong to no series. */
  seriesId: uuidSchema.optional(),
});

export const courseSchema = z.object({
  id: uuidSchema,
  patientId: uuidSchema,
  seriesId: uuidSchema.nullable(),
});
export type Course = z.infer<typeof courseSchema>;
export const coursesReplySchema = z.object({ items: z.array(courseSchema) });

/** A course with its whole log: it is short. */
export const wholeCourseSchema = z.object({
  course: courseSchema,
  entries: z.array(servedEntrySchema),
  lastSeq: z.int().min(1),
});
export type WholeCourse = z.infer<typeof wholeCourseSchema>;

const newEntries = courseKindNames.map((kind) =>
  z.strictObject({
    id: uuidSchema,
    kind: z.literal(kind),
    happenedAt: instantSchema,
    data: courseKinds[kind],
  }),
);
export const courseEntriesBodySchema = z.strictObject({
  entries: z
    .array(
      z.discriminatedUnion(
        'kind',
        newEntries as unknown as [z.ZodObject<{ kind: z.ZodLiteral<string> }>, ...never[]],
      ) as unknown as z.ZodType<NewCourseEntry>,
    )
    .min(1)
    .max(50),
});

/** What waits in the courses of a clinic: a safety question, or a check-in. */
export const courseTaskSchema = z.object({
  id: uuidSchema,
  courseId: uuidSchema,
  patient: z.object({ id: uuidSchema, familyName: z.string(), givenName: z.string() }),
  kind: z.enum(['safety', 'check-in']),
  /** Of a check-in: how long after the session. */
  step: z.string().nullable(),
  dueAt: z.string().meta({ format: 'date-time' }),
  owner: z.object({ id: uuidSchema, name: z.string() }).nullable(),
  deputy: z.object({ id: uuidSchema, name: z.string() }).nullable(),
});
export type CourseTask = z.infer<typeof courseTaskSchema>;
export const courseTasksReplySchema = z.object({ items: z.array(courseTaskSchema) });
