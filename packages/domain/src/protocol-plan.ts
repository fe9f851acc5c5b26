import { z } from 'zod';
import { drugKeys, routeKeys } from './drugs/catalog.ts';
import { typedText } from './text.ts';

/**
 * A clinic's protocol as versioned data. A new version is a new row; a session pins the one it ran under.
 * Every number is the clinic's and an example until a physician confirms the version.
 */
export const protocolPlanSchema = z
  .strictObject({
    drug: z.enum(drugKeys),
    route: z.enum(routeKeys),
    /** Most that may be given in one session; over it asks for a reason. */
    ceilingMg: z.number().positive().max(10_000).optional(),
    ceilingMgPerKg: z.number().positive().max(100).optional(),
    minimumIntervalMinutes: z.int().min(1).max(600).optional(),
    observationMinutes: z.int().min(1).max(1440).optional(),
    /** Vital signs are due this often while the medicine acts. */
    vitalsEveryMinutes: z.int().min(1).max(240).optional(),
    notes: typedText(2000).optional(),
    /** Where the numbers come from, shown beside them. */
    source: typedText(500).optional(),
  })
  .meta({ description: 'Example limits until a physician confirms this version.' });
export type ProtocolPlan = z.output<typeof protocolPlanSchema>;
