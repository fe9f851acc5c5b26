import { daySchema } from '@tandem/domain';
import { z } from 'zod';

/** Query of `GET /api/paper-forms`: the day in the clinic's zone, and the language that the form speaks. */
export const paperFormsQuerySchema = z.strictObject({
  date: daySchema,
  language: z.enum(['en', 'de']).optional(),
});

/** Headers of the answer: forms for clients, without the empty one; sessions of the day that are not shown to this person. */
export const PAPER_FORMS_HEADER = 'tandem-forms';
export const PAPER_LEFT_OUT_HEADER = 'tandem-left-out';
