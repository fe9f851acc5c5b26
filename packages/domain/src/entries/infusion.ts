import { z } from 'zod';
import { drugKeys } from '../drugs/catalog.ts';
import { typedText, uuidSchema } from '../text.ts';
import { formatMg, hasAtMostDecimals, microgramsFromMg } from '../units.ts';
import { approvalFields, drugLabel, drugNameIssue, givingFields } from './dose.ts';
import { defineEntryKind, duringSession } from './entry-kind.ts';

const rateSentence = 'must be from 0 to 10,000 mg/h with at most 3 decimals';

/** mg/h. 0 is a pause. A technical bound, far over any clinical one: the protocol's limits are clinical. */
export const rateMgPerHourSchema = z
  .number(rateSentence)
  .min(0, rateSentence)
  .max(10_000, rateSentence)
  .refine((rate) => hasAtMostDecimals(rate, 3), rateSentence);

const which = {
  /** Made by the device that starts it; names the infusion in its rate changes and its stop. */
  infusionId: uuidSchema,
  drug: z.enum(drugKeys),
  drugName: typedText(80).optional(),
};

export const infusionStartSchema = z
  .strictObject({
    ...which,
    ...givingFields,
    ...approvalFields,
    rateMgPerHour: rateMgPerHourSchema,
    /** What is meant to be given in all; 3 decimals of mg. */
    plannedMg: z.number().positive().max(100_000).optional(),
  })
  .superRefine(drugNameIssue);

export const infusionRateSchema = z
  .strictObject({
    ...which,
    ...approvalFields,
    state: givingFields.state,
    orderedById: givingFields.orderedById,
    rateMgPerHour: rateMgPerHourSchema,
  })
  .superRefine(drugNameIssue);

export const infusionStopSchema = z
  .strictObject({
    ...which,
    rateMgPerHour: z.literal(0, 'must be 0 or left out: a stopped infusion gives nothing').optional(),
    /** Why it was stopped before it was through. */
    reason: typedText(500).optional(),
  })
  .superRefine(drugNameIssue);

/** "12 mg/h". */
export function formatRate(rateMgPerHour: number): string {
  return `${formatMg(microgramsFromMg(rateMgPerHour))}/h`;
}

const kind = { version: 1, group: 'doses', recordableIn: duringSession } as const;

export const infusionStartKind = defineEntryKind({
  kind: 'infusion-start',
  ...kind,
  label: 'Infusion started',
  data: infusionStartSchema,
  summarize: (data) => `${drugLabel(data)} infusion started at ${formatRate(data.rateMgPerHour)} IV`,
});

export const infusionRateKind = defineEntryKind({
  kind: 'infusion-rate',
  ...kind,
  label: 'Infusion rate',
  data: infusionRateSchema,
  summarize: (data) =>
    data.rateMgPerHour === 0
      ? `${drugLabel(data)} infusion paused`
      : `${drugLabel(data)} infusion at ${formatRate(data.rateMgPerHour)}`,
});

export const infusionStopKind = defineEntryKind({
  kind: 'infusion-stop',
  ...kind,
  label: 'Infusion stopped',
  data: infusionStopSchema,
  summarize: (data) =>
    `${drugLabel(data)} infusion stopped${data.reason === undefined ? '' : `: ${data.reason}`}`,
});
