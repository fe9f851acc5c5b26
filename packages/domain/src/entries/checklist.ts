import { z } from 'zod';
import { checkKeySchema, checkRow } from '../checklist/catalog.ts';
import { typedText } from '../text.ts';
import { weightKgSchema } from '../weight.ts';
import { defineEntryKind, fromPlanning, reasonSchema } from './entry-kind.ts';

/** An answer in one word or two. */
export const answerResults = {
  fulfilled: 'yes',
  'not-fulfilled': 'no',
  'not-applicable': 'does not apply',
} as const;
type Result = keyof typeof answerResults;

const answerSchema = z
  .strictObject({
    item: checkKeySchema,
    /** Of the row's statement: true, not true, or of no matter here. */
    result: z.enum(Object.keys(answerResults) as [Result, ...Result[]]),
    note: typedText(500).optional(),
    /** Of `weight-today`: kg with at most 3 decimals, the weight that this session's mg/kg counts with from now on. */
    weightKg: weightKgSchema.optional(),
    /** Of rows about an escort: who it is and how to reach them. */
    person: typedText(120).optional(),
    phone: typedText(40).optional(),
    /** A physician goes on although the row is not fulfilled, and says why. */
    overrideReason: reasonSchema.optional(),
  })
  .superRefine((answer, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const { asks, derived } = checkRow(answer.item);
    if (derived === true && answer.overrideReason === undefined) {
      issue(
        'item',
        'is folded from what is recorded: a physician may go on with overrideReason, nobody answers it',
      );
    }
    if (asks === 'weight' && answer.result === 'fulfilled' && answer.weightKg === undefined) {
      issue('weightKg', 'is missing: the weight of today in kg');
    }
    if (asks !== 'weight' && answer.weightKg !== undefined)
      issue('weightKg', 'belongs to `weight-today` alone');
    if (asks !== 'person' && (answer.person !== undefined || answer.phone !== undefined)) {
      issue('person', 'belongs to the rows about an escort alone');
    }
    if (answer.overrideReason !== undefined && answer.result !== 'not-fulfilled') {
      issue('overrideReason', 'is for a row that is not fulfilled: remove it');
    }
  });

/** Answers to rows of the checklist; a later answer to a row replaces the earlier one. */
export const checklistSchema = z
  .strictObject({ answers: z.array(answerSchema).min(1).max(60) })
  .superRefine(({ answers }, context) => {
    const seen = new Set<string>();
    for (const [at, { item }] of answers.entries()) {
      if (seen.has(item)) {
        context.addIssue({ code: 'custom', path: ['answers', at, 'item'], message: 'is answered twice' });
      }
      seen.add(item);
    }
  });
export type ChecklistAnswer = z.output<typeof answerSchema>;

export const checklistKind = defineEntryKind({
  kind: 'checklist',
  version: 1,
  label: 'Checklist',
  group: 'events',
  recordableIn: fromPlanning,
  data: checklistSchema,
  summarize: ({ answers }) => {
    const [only] = answers;
    if (answers.length > 1 || only === undefined) {
      const open = answers.filter(({ result }) => result === 'not-fulfilled').length;
      return `${answers.length} rows answered${open === 0 ? '' : `, ${open} not fulfilled`}`;
    }
    const weight = only.weightKg === undefined ? '' : `, ${only.weightKg} kg`;
    const person = only.person === undefined ? '' : `, ${only.person}`;
    const reason = only.overrideReason === undefined ? '' : `; goes on: ${only.overrideReason}`;
    return `${checkRow(only.item).statement}: ${answerResults[only.result]}${weight}${person}${reason}`;
  },
});
