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

export const doseSchema = z
  .strictObject({
    /** `already-given` is never refused for a clinical limit (product.md, decision 10). */
    state: z.enum(['about-to-give', 'already-given']).default('about-to-give'),
    drug: z.enum(drugKeys),
    /** The drug's name when it is `other`. */
    drugName: typedText(80).optional(),
    route: z.enum(routeKeys),
    amountMg: amountMgSchema,
    /** IV only: over how many minutes it is given. */
    durationMinutes: z.number().positive().max(1440).optional(),
    concentrationMgPerMl: z.number().positive().max(1000).optional(),
    site: typedText(80).optional(),
    lot: typedText(80).optional(),
    vialId: uuidSchema.optional(),
    boosterOf: uuidSchema.optional(),
    orderedById: uuidSchema.optional(),
    givenById: uuidSchema.optional(),
    overrideReason: reasonSchema.optional(),
    approvalId: uuidSchema.optional(),
  })
  .superRefine((data, context) => {
    if (data.durationMinutes !== undefined && data.route !== 'iv') {
      context.addIssue({ code: 'custom', path: ['durationMinutes'], message: 'is for the IV route only' });
    }
    if ((data.drug === 'other') !== (data.drugName !== undefined)) {
      const message =
        data.drug === 'other'
          ? 'is missing: name the drug'
          : 'is for a drug that is not in the list: remove it';
      context.addIssue({ code: 'custom', path: ['drugName'], message });
    }
  });

export type Dose = z.output<typeof doseSchema>;

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
