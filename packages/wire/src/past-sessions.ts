import { daySchema, routeKeys, sessionStatusSchema, typedText, uuidSchema } from '@tandem/domain';
import { z } from 'zod';
import { sessionSchema } from './http/sessions.ts';

/** Past sessions: found, filtered, sorted, counted and exported. */

/** How the list can be sorted; what is not known stands last. */
export const pastSorts = ['date', 'client', 'dose', 'peak', 'notices'] as const;
export type PastSort = (typeof pastSorts)[number];

/** `high`, `medium`: at least one was raised; `open`: one still has neither a value back in range nor an outcome. */
export const noticeFilters = ['high', 'medium', 'open', 'none'] as const;
export type NoticeFilter = (typeof noticeFilters)[number];

const narrowing = {
  status: z.array(sessionStatusSchema).min(1).optional(),
  /** Days of the clinic, both inclusive, by when a session was planned for. */
  from: daySchema.optional(),
  to: daySchema.optional(),
  patientId: uuidSchema.optional(),
  protocolId: uuidSchema.optional(),
  roomId: uuidSchema.optional(),
  /** Of the team. */
  personId: uuidSchema.optional(),
  /** Something was given by it. */
  route: z.enum(routeKeys).optional(),
  notices: z.enum(noticeFilters).optional(),
  /** A dose outside of ceiling, interval, range or record. */
  outsideLimit: z.literal(true, 'must be true where it is said').optional(),
  /** An adverse event of this grade or a worse one. */
  gradeFrom: z.int('must be a whole number from 1 to 5').min(1).max(5).optional(),
};
/** What the four facts are of: no words, so that looking for some changes no figure. */
export const pastNarrowingSchema = z.strictObject(narrowing);
export type PastNarrowing = z.infer<typeof pastNarrowingSchema>;

export const pastFilterSchema = z.strictObject({
  ...narrowing,
  /** Every word in name or MRN of the client, or every word in one note of the session. */
  text: typedText(100).optional(),
});
export type PastFilter = z.infer<typeof pastFilterSchema>;

/** What a file holds, and in which order. */
export const pastExportSchema = z.strictObject({
  ...pastFilterSchema.shape,
  sort: z.enum(pastSorts).optional(),
  /** From the least to the greatest; otherwise newest, greatest, Z first. */
  up: z.boolean().optional(),
});
export type PastExport = z.infer<typeof pastExportSchema>;

export const pastSearchSchema = z.strictObject({
  ...pastExportSchema.shape,
  cursor: z.string().max(2000).optional(),
  limit: z.int('must be a whole number from 1 to 200').min(1).max(200).optional(),
});
export type PastSearch = z.infer<typeof pastSearchSchema>;

const pressure = z.object({ systolic: z.number(), diastolic: z.number(), at: z.string().nullable() });
const raised = z.object({ raised: z.int(), seen: z.int() });

/** `SessionFigures` of the domain. */
export const sessionFiguresSchema = z.object({
  baseline: pressure.nullable(),
  peak: pressure.nullable(),
  notifySystolic: z.number().nullable(),
  lowestSpo2: z.number().nullable(),
  doseMicrograms: z.number(),
  microgramsPerKg: z.number().nullable(),
  doses: z.int(),
  given: z.array(z.object({ drug: z.string(), route: z.string(), micrograms: z.array(z.number()) })),
  firstDoseAt: z.string().nullable(),
  lastDoseAt: z.string().nullable(),
  dosesOutside: z.int(),
  notices: z.object({ high: raised, medium: raised, open: z.int(), seenMs: z.array(z.number()) }),
  vitals: z.object({ due: z.int(), onTime: z.int() }),
  events: z.object({
    worstGrade: z.int().nullable(),
    byGrade: z.array(z.int()),
    worst: z.array(z.string()),
  }),
  amendments: z.int(),
  retractions: z.object({ all: z.int(), doses: z.int(), quickDoses: z.int() }),
  goingHome: z.object({ met: z.int(), of: z.int() }).nullable(),
  lockedAt: z.string().nullable(),
  closedByLead: z.boolean(),
  toSign: z.array(z.string()),
  addenda: z.int(),
});

export const pastSessionSchema = sessionSchema.extend({
  /** Null while it is planned or runs. */
  figures: sessionFiguresSchema.nullable(),
  /** PHQ-9 of the client in this series: the first one, and the last one up to the day of the session. */
  phq9: z.object({ first: z.int(), latest: z.int(), count: z.int() }).nullable(),
});
export type PastSession = z.infer<typeof pastSessionSchema>;

export const pastReplySchema = z.object({
  items: z.array(pastSessionSchema),
  nextCursor: z.string().nullable(),
  /** Of the whole search. */
  total: z.int(),
});
export type PastReply = z.infer<typeof pastReplySchema>;

/** Training sessions are in none of them. */
export const pastFactsSchema = z.object({
  sessions: z.int(),
  peak: z.object({
    /** Sessions with a pressure after the medicine. */
    measured: z.int(),
    /** At or over the limit of their own protocol. */
    over: z.int(),
    /** Percent of the baseline; null without one. */
    medianRise: z.number().nullable(),
    /** The limit, where all protocols have the same. */
    limit: z.number().nullable(),
    /** How many peaks from so many mmHg on, in steps of 10. */
    steps: z.array(z.object({ from: z.int(), count: z.int(), over: z.boolean() })),
  }),
  notices: z.object({
    raised: z.int(),
    medianSeenMs: z.number().nullable(),
    open: z.int(),
    /** Monday of each week, or the first of each month where there are more than 26 weeks. */
    spans: z.array(z.object({ from: z.string(), count: z.int() })),
    by: z.enum(['week', 'month']),
  }),
  phq9: z.object({
    /** Clients with two or more scores. */
    clients: z.int(),
    first: z.number().nullable(),
    latest: z.number().nullable(),
    /** At most 60 of them, none where fewer than 5 would be told apart. */
    lines: z.array(z.object({ first: z.int(), latest: z.int() })),
  }),
  signed: z.object({
    /** Of what ended more than a day ago, or was signed already. */
    due: z.int(),
    withinDay: z.int(),
    toSign: z.int(),
    oldestMs: z.number().nullable(),
  }),
});
export type PastFacts = z.infer<typeof pastFactsSchema>;
