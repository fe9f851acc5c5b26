import { z } from 'zod';
import { typedText, uuidSchema } from '../text.ts';
import { instantSchema } from '../time.ts';
import { defineEntryKind, duringSession } from './entry-kind.ts';

/** Terms offered on screens and on the entry line (clinical.md 3.6); any other term may be typed. */
export const adverseEventTerms = [
  'nausea',
  'vomiting',
  'hypertension',
  'hypotension',
  'tachycardia',
  'bradycardia',
  'hypoxia',
  'resp_depression',
  'apnea',
  'laryngospasm',
  'airway_obstruction',
  'hypersalivation',
  'syncope',
  'chest_pain',
  'arrhythmia',
  'anxiety',
  'dysphoria',
  'panic',
  'fear_of_death',
  'agitation',
  'emergence_reaction',
  'delirium',
  'hallucination_distressing',
  'sedation_excess',
  'loss_of_consciousness',
  'dizziness',
  'vertigo',
  'headache',
  'diplopia',
  'nystagmus',
  'ataxia',
  'fall',
  'dissociation_distressing',
  'suicidal_ideation_new',
  'self_harm',
  'injection_site',
  'extravasation',
  'hypersensitivity',
  'seizure',
  'lut_symptoms',
] as const;
export type AdverseEventTerm = (typeof adverseEventTerms)[number];

/** The least grade that a term can have: a fall is never mild (clinical.md 3.6). */
export function leastGradeOf(term: string): number {
  return term === 'fall' ? 2 : 1;
}

/** Serious whatever its grade (clinical.md 3.6). */
export function isAlwaysSerious(term: string): boolean {
  return term === 'suicidal_ideation_new' || term === 'self_harm';
}

const fields = z.strictObject({
  term: typedText(80),
  /** CTCAE v5 grade, 1 mild to 5 death (clinical.md 3.6). */
  grade: z
    .int('must be a whole number from 1 to 5')
    .min(1, 'must be a whole number from 1 to 5')
    .max(5, 'must be a whole number from 1 to 5'),
  action: typedText(200).optional(),
  onsetAt: instantSchema.optional(),
  endedAt: instantSchema.optional(),
  serious: z.boolean().optional(),
  seriousCriterion: typedText(200).optional(),
  relatedness: z.enum(['unrelated', 'possible', 'probable', 'definite']).optional(),
  outcome: typedText(200).optional(),
  expected: z.boolean().optional(),
  reporter: typedText(100).optional(),
  remsReportable: z.boolean().optional(),
  /** The dose it followed. */
  doseId: uuidSchema.optional(),
});

export const adverseEventSchema = fields.superRefine(
  ({ term, grade, serious, onsetAt, endedAt }, context) => {
    const issue = (path: keyof z.output<typeof fields>, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const name = adverseEventLabel(term).toLowerCase();
    const least = leastGradeOf(term);
    if (grade < least) issue('grade', `must be ${least} or more: ${name} is never milder`);
    // Left out as well: what is not said must not read as not serious.
    if (isAlwaysSerious(term) && serious !== true)
      issue('serious', `must be true: ${name} is always serious`);
    if (onsetAt !== undefined && endedAt !== undefined && Date.parse(endedAt) < Date.parse(onsetAt))
      issue('endedAt', 'must not be before onsetAt');
  },
);
export type AdverseEvent = z.output<typeof adverseEventSchema>;

/** Terms whose key with spaces is no English. */
const labels: Readonly<Record<string, string>> = {
  resp_depression: 'Respiratory depression',
  hallucination_distressing: 'Distressing hallucination',
  sedation_excess: 'Excessive sedation',
  dissociation_distressing: 'Distressing dissociation',
  suicidal_ideation_new: 'New suicidal ideation',
  injection_site: 'Injection site reaction',
  lut_symptoms: 'Urinary symptoms',
};

/** "chest_pain" as "Chest pain"; a term that was typed freely as it was typed. */
export function adverseEventLabel(term: string): string {
  if (Object.hasOwn(labels, term)) return labels[term] as string;
  const words = term.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const adverseEventKind = defineEntryKind({
  kind: 'adverse-event',
  version: 1,
  label: 'Adverse event',
  group: 'events',
  recordableIn: duringSession,
  data: adverseEventSchema,
  summarize: (data) => `${adverseEventLabel(data.term)}, grade ${data.grade}`,
});
