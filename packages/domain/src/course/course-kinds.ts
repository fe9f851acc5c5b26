import { z } from 'zod';
import { typedText, uuidSchema } from '../text.ts';
import { instantSchema } from '../time.ts';

/**
 * Kinds of the course of a client: what happens between sessions. A list of its own beside that of the sessions
 * (entries/registry.ts): a room never loads it, and nothing of it can be appended to a session.
 */

/** How a client keeps what came up: the forms of the essay that Tandem came from, and one's own. */
export const planForms = {
  journaling: 'Journaling',
  'quiet-walk': 'A quiet walk',
  'trusted-conversation': 'A trusted conversation',
  'ongoing-therapy': 'Ongoing therapy',
  own: 'In their own way',
} as const;
export type PlanForm = keyof typeof planForms;
const planFormSchema = z.enum(Object.keys(planForms) as [PlanForm, ...PlanForm[]]);

/** When somebody asks how it goes on, counted from the session (product.md; clinic policy). */
export const checkInSteps = {
  '24h': { label: '24 hours', hours: 24 },
  '72h': { label: '72 hours', hours: 72 },
  '1wk': { label: '1 week', hours: 7 * 24 },
  '2wk': { label: '2 weeks', hours: 14 * 24 },
  '1mo': { label: '1 month', hours: 30 * 24 },
  '3mo': { label: '3 months', hours: 91 * 24 },
} as const;
export type CheckInStep = keyof typeof checkInSteps;
const stepSchema = z.enum(Object.keys(checkInSteps) as [CheckInStep, ...CheckInStep[]]);

/** The name is the server's, by the id; one that is sent is not kept (INT-4). */
const personSchema = z.strictObject({ id: uuidSchema, name: typedText(120).optional() });

export const courseKinds = {
  /** A self-report measure, whole or with gaps; its total is never stored, only its answers. */
  measure: z.strictObject({
    instrument: typedText(60),
    version: z.int('must be a whole number').min(1),
    answers: z
      .array(z.strictObject({ item: typedText(60), value: z.int('must be a whole number') }))
      .min(1, 'needs at least one answer')
      .max(100),
    /** Who put the answers in. */
    filledBy: z.enum(['client', 'staff']),
    /** Before or after a session, or in between. */
    timing: z.enum(['before', 'after', 'between']).optional(),
    sessionId: uuidSchema.optional(),
  }),
  /** What was done about thoughts of being better off dead, in words: ends the task that the answer opened. */
  'safety-outcome': z.strictObject({ measureId: uuidSchema, outcome: typedText(1000) }),
  /** In the client's words, before or after a session. */
  story: z.strictObject({
    from: typedText(500).optional(),
    to: typedText(500).optional(),
    sessionId: uuidSchema.optional(),
  }),
  /** What the client wants to do; a later one replaces it as a whole. */
  'integration-plan': z.strictObject({
    items: z
      .array(z.strictObject({ form: planFormSchema, text: typedText(500), when: typedText(120).optional() }))
      .max(20),
    sessionId: uuidSchema.optional(),
  }),
  /** Somebody asks how it goes on, at this time. */
  'check-in': z.strictObject({
    step: stepSchema,
    dueAt: instantSchema,
    owner: personSchema,
    deputy: personSchema.optional(),
    sessionId: uuidSchema.optional(),
  }),
  'check-in-outcome': z
    .strictObject({
      checkInId: uuidSchema,
      outcome: z.enum(['done', 'missed', 'moved']),
      movedTo: instantSchema.optional(),
      text: typedText(2000).optional(),
    })
    .superRefine(({ outcome, movedTo }, context) => {
      if ((outcome === 'moved') !== (movedTo !== undefined)) {
        const message =
          outcome === 'moved' ? 'must say to when it is moved' : 'is only for one that is moved';
        context.addIssue({ code: 'custom', path: ['movedTo'], message });
      }
    }),
  /** What came of a moment of a session. */
  insight: z.strictObject({
    text: typedText(2000),
    sessionId: uuidSchema,
    /** The moment, note or shift that it came from, with its minute as it stood. */
    entryId: uuidSchema.optional(),
    at: instantSchema.optional(),
  }),
  /** The client agrees that it says what they mean, and that it may be carried on. */
  'insight-approval': z.strictObject({
    insightId: uuidSchema,
    how: z.enum(['in-person', 'by-phone', 'in-writing']),
    approvedAt: instantSchema,
  }),
  /** Entered in error: it stays, marked. */
  withdrawal: z.strictObject({ entryId: uuidSchema, reason: typedText(500) }),
} as const;

export type CourseKind = keyof typeof courseKinds;
export type CourseDataOf<Kind extends CourseKind> = z.output<(typeof courseKinds)[Kind]>;
export const courseKindNames = Object.keys(courseKinds) as [CourseKind, ...CourseKind[]];

/** Opens a course; written by its own call. */
export const courseOpenedSchema = z.strictObject({
  patientId: uuidSchema,
  /** Null: the sessions that belong to no series. */
  seriesId: uuidSchema.nullable(),
});
export type CourseOpened = z.output<typeof courseOpenedSchema>;

/** An entry of a course as a device sends it. */
export type NewCourseEntry = {
  [Kind in CourseKind]: {
    readonly id: string;
    readonly kind: Kind;
    readonly happenedAt: string;
    readonly data: CourseDataOf<Kind>;
  };
}[CourseKind];
