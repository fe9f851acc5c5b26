import { z } from 'zod';
import { type DrugKey, drugKeys, drugRow, routeCatalog, routeKeys } from '../drugs/catalog.ts';
import { typedText, uuidSchema } from '../text.ts';
import { formatMg, hasAtMostDecimals, microgramsFromMg } from '../units.ts';
import { defineEntryKind, duringSession, reasonSchema } from './entry-kind.ts';

const amountSentence = 'must be more than 0 mg with at most 3 decimals';

export const amountMgSchema = z
  .number(amountSentence)
  .positive(amountSentence)
  // A technical bound, far over any clinical one (Ketalar label: 13 mg/kg IM). Limits belong to the protocol.
  .max(100_000, 'must be at most 100,000 mg')
  .refine((mg) => hasAtMostDecimals(mg, 3), amountSentence);

/** How something is given, whatever its shape. */
export const givingFields = {
  /** `already-given` is never refused for a clinical limit (product.md, decision 10). */
  state: z.enum(['about-to-give', 'already-given']).default('about-to-give'),
  concentrationMgPerMl: z.number().positive().max(1000).optional(),
  site: typedText(80).optional(),
  lot: typedText(80).optional(),
  vialId: uuidSchema.optional(),
  orderedById: uuidSchema.optional(),
  givenById: uuidSchema.optional(),
};

/** Why, and on whose second word, it is given outside of what the protocol says. */
export const approvalFields = {
  overrideReason: reasonSchema.optional(),
  approvalId: uuidSchema.optional(),
};

/** What became of a lozenge: what is absorbed depends on it. */
export const lozengeEnds = {
  held: 'held under the tongue',
  swallowed: 'swallowed',
  spat: 'spat out',
} as const;
export type LozengeEnd = keyof typeof lozengeEnds;

export const doseSchema = z
  .strictObject({
    ...givingFields,
    ...approvalFields,
    drug: z.enum(drugKeys),
    /** The drug's name when it is `other`. */
    drugName: typedText(80).optional(),
    route: z.enum(routeKeys),
    amountMg: amountMgSchema,
    /** IV only: over how many minutes it is given. */
    durationMinutes: z.number().positive().max(1440).optional(),
    /** The dose that this one follows as a booster. */
    boosterOf: uuidSchema.optional(),
    /** The amount typed again, where it lies in an anaesthetic range. */
    amountAgainMg: z.number().optional(),
    /** The dose by somebody else, a moment ago, that this one is apart from. */
    separateFrom: uuidSchema.optional(),
    /** SL only: minutes it was held, and what then became of it. */
    heldMinutes: z.number().min(0).max(120).optional(),
    lozenge: z.enum(Object.keys(lozengeEnds) as [LozengeEnd, ...LozengeEnd[]]).optional(),
  })
  .superRefine((data, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (data.durationMinutes !== undefined && data.route !== 'iv') {
      issue('durationMinutes', 'is for the IV route only');
    }
    if (data.heldMinutes !== undefined && data.route !== 'sl')
      issue('heldMinutes', 'is for the SL route only');
    if (data.lozenge !== undefined && data.route !== 'sl') issue('lozenge', 'is for the SL route only');
    drugNameIssue(data, context);
  });

export type Dose = z.output<typeof doseSchema>;

/** The name goes with `other` and with nothing else. */
export function drugNameIssue(
  data: { drug: DrugKey; drugName?: string | undefined },
  context: z.RefinementCtx,
): void {
  if ((data.drug === 'other') === (data.drugName !== undefined)) return;
  const message =
    data.drug === 'other' ? 'is missing: name the drug' : 'is for a drug that is not in the list: remove it';
  context.addIssue({ code: 'custom', path: ['drugName'], message });
}

/** The drug in full: never an abbreviation (ux.md 2.4). */
export function drugLabel(dose: { drug: DrugKey; drugName?: string | undefined }): string {
  return dose.drugName ?? drugRow(dose.drug).label;
}

/** "Ketamine 40 mg IM, left deltoid". */
export function summarizeDose(data: Dose): string {
  const parts = [
    `${drugLabel(data)} ${formatMg(microgramsFromMg(data.amountMg))} ${routeCatalog[data.route].label}`,
  ];
  if (data.durationMinutes !== undefined) parts.push(`over ${data.durationMinutes} min`);
  if (data.site !== undefined) parts.push(data.site);
  if (data.heldMinutes !== undefined) parts.push(`held ${data.heldMinutes} min`);
  if (data.lozenge !== undefined) parts.push(lozengeEnds[data.lozenge]);
  return parts.join(', ');
}

export const doseKind = defineEntryKind({
  kind: 'dose',
  version: 1,
  label: 'Dose',
  group: 'doses',
  recordableIn: duringSession,
  data: doseSchema,
  summarize: summarizeDose,
});
