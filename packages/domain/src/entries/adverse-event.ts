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

export const adverseEventSchema = z.strictObject({
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

/** "chest_pain" as "Chest pain". */
export function adverseEventLabel(term: string): string {
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
