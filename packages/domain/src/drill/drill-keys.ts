import { z } from 'zod';

/** Names of the drills and how fast they are played. Apart from the drills: a plan holds them, and every room reads plans. */
export const drillKeys = ['pressure-rise', 'airway-event', 'dropped-network', 'dose-slip'] as const;
export type DrillKey = (typeof drillKeys)[number];

/** The script is played this many times as fast; what counts as quick stays the same. */
export const drillPaces = [1, 2, 4] as const;
export type DrillPace = (typeof drillPaces)[number];

/** In the plan of a session that is a drill. */
export const drillPlanSchema = z.strictObject({
  key: z.enum(drillKeys),
  pace: z.literal(drillPaces),
});
export type DrillPlan = z.infer<typeof drillPlanSchema>;
