import { z } from 'zod';
import { drugKeys, routeCatalog, routeKeys } from '../drugs/catalog.ts';
import { typedText } from '../text.ts';
import { formatMg, microgramsFromMg } from '../units.ts';
import { amountMgSchema, drugLabel, drugNameIssue } from './dose.ts';
import { defineEntryKind, duringSession } from './entry-kind.ts';

const reasons = { withheld: 'withheld by the clinician', refused: 'refused by the client' } as const;
type Reason = keyof typeof reasons;

/** A dose that was planned or offered and not given. It counts in no total. */
export const doseNotGivenSchema = z
  .strictObject({
    reason: z.enum(Object.keys(reasons) as [Reason, ...Reason[]]),
    why: typedText(500).optional(),
    drug: z.enum(drugKeys).default('ketamine'),
    drugName: typedText(80).optional(),
    route: z.enum(routeKeys).optional(),
    amountMg: amountMgSchema.optional(),
  })
  .superRefine(drugNameIssue);

export const doseNotGivenKind = defineEntryKind({
  kind: 'dose-not-given',
  version: 1,
  label: 'Dose not given',
  group: 'doses',
  recordableIn: duringSession,
  data: doseNotGivenSchema,
  summarize: (data) => {
    const amount = data.amountMg === undefined ? '' : ` ${formatMg(microgramsFromMg(data.amountMg))}`;
    const route = data.route === undefined ? '' : ` ${routeCatalog[data.route].label}`;
    const why = data.why === undefined ? '' : `: ${data.why}`;
    return `${drugLabel(data)}${amount}${route} ${reasons[data.reason]}${why}`;
  },
});
