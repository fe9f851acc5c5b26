import { contradictionsOf } from './contradictions.ts';
import { protocolValuesSchema } from './values.ts';

export type { Band, CheckMode, ProtocolPlan } from './values.ts';

/** A protocol whose values fit each other; those that contradict each other are refused with the field (PRO-2). */
export const protocolPlanSchema = protocolValuesSchema
  .superRefine((plan, context) => {
    for (const { path, message } of contradictionsOf(plan))
      context.addIssue({ code: 'custom', path, message });
  })
  .meta({ description: 'Example limits until a physician confirms this version.' });
