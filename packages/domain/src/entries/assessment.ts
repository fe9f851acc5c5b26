import { z } from 'zod';
import {
  type InstrumentKey,
  instrumentKeys,
  instruments,
  missingItems,
  scoreOf,
  scoreWords,
} from '../scales/instruments.ts';
import { typedText } from '../text.ts';
import { defineEntryKind, duringSession } from './entry-kind.ts';

/**
 * MOAA/S is the vital sign `moaas` and nothing else: one fact has one place, where the rules of sedation and the slots
 * of vital signs see it.
 */
const keys = instrumentKeys.filter((key) => key !== 'moaas') as [InstrumentKey, ...InstrumentKey[]];
const isMoaas = (issue: { input?: unknown }) =>
  issue.input === 'moaas' ? 'moaas is a vital sign: record it as moaas in vital-signs' : undefined;

export const assessmentSchema = z
  .strictObject({
    instrument: z.enum(keys, { error: isMoaas }),
    answers: z
      .array(z.strictObject({ item: typedText(40), value: z.int('must be a whole number') }))
      .min(1, 'needs an answer to each item')
      .max(20),
    /** Of the instrument's layout; 1 when left out. */
    version: z.int('must be a whole number').optional(),
  })
  .superRefine(({ instrument, answers, version }, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const row = instruments[instrument];
    if ((version ?? 1) !== row.version) issue(['version'], `must be ${row.version}: no other is known here`);
    for (const [at, { item, value }] of answers.entries()) {
      const found = row.items.find((one) => one.item === item);
      if (found === undefined) {
        issue(['answers', at, 'item'], `must be one of ${row.items.map((one) => one.item).join(', ')}`);
      } else if (answers.findIndex((one) => one.item === item) !== at) {
        issue(['answers', at, 'item'], `stands twice: ${item}`);
      } else if (value < found.min || value > found.max) {
        const range = found.min === found.max ? `${found.min}` : `from ${found.min} to ${found.max}`;
        issue(['answers', at, 'value'], `must be ${range} for ${item}`);
      }
    }
    const missing = missingItems(instrument, answers);
    if (missing.length > 0)
      issue(['answers'], `has none for ${missing.join(', ')}: nothing is taken for normal`);
  });
export type Assessment = z.output<typeof assessmentSchema>;

/** "Aldrete 9 of 10", "RASS -2". */
export function summarizeAssessment({ instrument, answers }: Assessment): string {
  const score = scoreOf(instrument, answers);
  return `${instruments[instrument].label} ${score === null ? 'not scored' : scoreWords(instrument, score)}`;
}

export const assessmentKind = defineEntryKind({
  kind: 'assessment',
  version: 1,
  label: 'Assessment',
  // Whoever takes vital signs scores: recovery and sedation are watched with them.
  group: 'vitals',
  recordableIn: duringSession,
  data: assessmentSchema,
  summarize: summarizeAssessment,
});
