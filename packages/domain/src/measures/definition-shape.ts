import { z } from 'zod';
import { typedText } from '../text.ts';

/**
 * An instrument that a clinic brings along, as the JSON that it writes (docs/instruments.md). Tandem ships no text of
 * a scale whose licence it does not know (clinical.md 3.3, 3.5): the clinic answers for this one.
 */

const WHOLE = 'must be a whole number';
const FARTHEST = 10_000;
const valueSchema = z
  .int(WHOLE)
  .min(-FARTHEST, `must be at least ${-FARTHEST}`)
  .max(FARTHEST, `must be at most ${FARTHEST}`);
const keySchema = z
  .string()
  .max(60, 'must be at most 60 characters')
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'must be small letters, digits and single hyphens, such as sleep-short',
  );
const answersSchema = z
  .array(z.strictObject({ value: valueSchema, words: typedText(120) }))
  .min(2, 'needs at least two answers')
  .max(21, 'may have at most 21 answers')
  .superRefine((answers, context) => {
    for (const [at, { value }] of answers.entries())
      if (answers.findIndex((one) => one.value === value) < at)
        context.addIssue({ code: 'custom', message: `has two answers with the value ${value}` });
  });
const itemSchema = z
  .strictObject({
    key: keySchema,
    text: typedText(500),
    /** In the order in which they are offered; of a slider its two ends, the lower one first. */
    answers: answersSchema,
    slider: z.boolean().optional(),
    reverse: z.boolean().optional(),
  })
  .superRefine(({ slider, answers }, context) => {
    const [first, second] = answers;
    const isLine = answers.length === 2 && (first?.value ?? 0) < (second?.value ?? 0);
    if (slider === true && !isLine)
      context.addIssue({
        code: 'custom',
        path: ['answers'],
        message: 'must be the two ends of the slider, the lower one first',
      });
  });
const bandsSchema = z
  .array(z.strictObject({ from: valueSchema, to: valueSchema, words: typedText(60) }))
  .max(20, 'may have at most 20 bands');

export const definitionShape = z.strictObject({
  key: keySchema,
  version: z.int(WHOLE).min(1, 'must be at least 1').max(9_999, 'must be at most 9999'),
  name: typedText(80),
  /** Read before the questions. */
  intro: typedText(1000).optional(),
  /** Left out where only the total of a paper form is entered. */
  items: z
    .array(itemSchema)
    .min(1, 'needs at least one question')
    .max(100, 'may have at most 100 questions')
    .optional(),
  /** Without items: least and most of the total. With items: left out, or null where they are never summed. */
  total: z.strictObject({ least: valueSchema, most: valueSchema }).nullable().optional(),
  subscales: z
    .array(
      z.strictObject({
        key: keySchema,
        name: typedText(80),
        items: z.array(keySchema).min(1, 'needs at least one question'),
        bands: bandsSchema.optional(),
      }),
    )
    .max(20, 'may have at most 20 subscales')
    .optional(),
  bands: bandsSchema.optional(),
  /** By what right the clinic uses this text, shown under the questions. */
  licence: typedText(600),
  /** Where its scoring was published; without it every value is marked as not validated. */
  source: typedText(300).optional(),
  lookBackDays: z.int(WHOLE).min(1, 'must be at least 1').max(400, 'must be at most 400').optional(),
});
export type InstrumentDefinition = z.output<typeof definitionShape>;
