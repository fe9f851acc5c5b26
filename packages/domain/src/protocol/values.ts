import { z } from 'zod';
import { type CheckKey, checkKeys } from '../checklist/catalog.ts';
import { drugKeys, routeKeys } from '../drugs/catalog.ts';
import { amountMgSchema } from '../entries/dose.ts';
import { phases } from '../entries/phase.ts';
import { signsWithLimits } from '../rules/limits.ts';
import { typedText } from '../text.ts';

const limitValueSchema = z.number('must be a number in the unit of the sign').min(0).max(400);
/** Outside is below `low` or above `high`, in the unit of the sign. An end that is left out is not limited. */
export const bandSchema = z.strictObject({
  low: limitValueSchema.optional(),
  high: limitValueSchema.optional(),
});
export type Band = z.output<typeof bandSchema>;

type Sign = (typeof signsWithLimits)[number];
function perSign<Schema extends z.ZodType>(schema: Schema) {
  const shape = Object.fromEntries(signsWithLimits.map((sign) => [sign, schema.optional()]));
  return z.strictObject(shape as Record<Sign, z.ZodOptional<Schema>>);
}

const minute = z.int('must be a whole number of minutes');

/** How a row of the checklist counts before a dose: it holds it, it is asked, or it is not asked. */
export const checkModeSchema = z.enum(['block', 'ask', 'off']);
export type CheckMode = z.output<typeof checkModeSchema>;
const checklistSchema = z.strictObject(
  Object.fromEntries(checkKeys.map((key) => [key, checkModeSchema.optional()])) as Record<
    CheckKey,
    z.ZodOptional<typeof checkModeSchema>
  >,
);

/** When a second person confirms a dose with a PIN of their own. */
export const secondPersonSchema = z.enum(['never', 'outside-limits', 'every-dose']);

/**
 * A clinic's protocol as versioned data. A new version is a new row; a session pins the one it ran under.
 * Every number is the clinic's and an example until a physician confirms the version. What is left out stands at
 * its default (`protocolOf`). Whether they fit each other is asked by `protocolPlanSchema`.
 */
export const protocolValuesSchema = z.strictObject({
  drug: z.enum(drugKeys),
  route: z.enum(routeKeys),
  /** Doses a session usually has: mg, or mg for each kg, and minutes after the first one. */
  usualDoses: z
    .array(
      z
        .strictObject({
          amountMg: amountMgSchema.optional(),
          mgPerKg: z.number().positive().max(100).optional(),
          atMinute: minute.min(0).max(1440),
          /** IV only: over how long it is given. */
          durationMinutes: minute.min(1).max(1440).optional(),
        })
        .refine(
          ({ amountMg, mgPerKg }) => (amountMg === undefined) !== (mgPerKg === undefined),
          'needs either amountMg or mgPerKg, not both',
        ),
    )
    .max(20)
    .optional(),
  /** Most that may be given in one session; over it asks for a reason. */
  ceilingMg: z.number().positive().max(10_000).optional(),
  ceilingMgPerKg: z.number().positive().max(100).optional(),
  minimumIntervalMinutes: minute.min(1, 'must be at least 1 minute').max(600).optional(),
  /** From the first dose until somebody may go home. */
  observationMinutes: minute.min(1).max(1440).optional(),
  /** From the last dose until somebody may go home; an infusion counts from its end. */
  observationAfterLastMinutes: minute.min(1).max(1440).optional(),
  /** The same where the last dose was a booster. */
  observationAfterBoosterMinutes: minute.min(1).max(1440).optional(),
  /** Vital signs are due at these minutes after the first dose ... */
  vitalsAtMinutes: z.array(minute.min(1).max(1440)).min(1).max(60).optional(),
  /** ... and this often before it and after the last of them. */
  vitalsEveryMinutes: minute.min(1).max(240).optional(),
  /** From here on a value is noticed: Medium and High, per sign. A sign named here replaces its example row. */
  limits: perSign(z.strictObject({ medium: bandSchema, high: bandSchema })).optional(),
  /** Outside it, a first dose waits for a reason. */
  hold: perSign(bandSchema).optional(),
  /** The same for every later dose. */
  boosterHold: perSign(bandSchema).optional(),
  secondPerson: secondPersonSchema.optional(),
  checklist: checklistSchema.optional(),
  /** Scores from which somebody is fit to go home, of 10. */
  aldreteFrom: z.int().min(0).max(10).optional(),
  padssFrom: z.int().min(0).max(10).optional(),
  /** Phases expected, by minutes after the first dose: drawn dashed until a person sets them. */
  arc: z
    .array(z.strictObject({ phase: z.enum(phases), fromMinute: minute.min(-240).max(1440) }))
    .max(12)
    .optional(),
  /** Timers and fields of the Spravato REMS patient monitoring form [S1, S3]. */
  rems: z.boolean().optional(),
  notes: typedText(2000).optional(),
  /** Where the numbers come from, shown beside them. */
  source: typedText(500).optional(),
  /** The same per field, by its name here ("ceilingMgPerKg"): shown beside that value. */
  sources: z.record(z.string().max(60), typedText(200)).optional(),
});
export type ProtocolPlan = z.output<typeof protocolValuesSchema>;
