import { z } from 'zod';

/** Sessions that are listed behind one number; its page says how many more there are. */
export const MOST_LISTED = 50;

const behind = { ids: z.array(z.string()), all: z.int() };
const insight = z.object({ n: z.int(), value: z.number().nullable(), ...behind });
const gap = z.object(behind);

/** `Insights` of the domain; training sessions are in none of it. Each list of ids is its newest. */
export const insightsSchema = z.object({
  sessions: z.int(),
  rise: insight.extend({
    points: z.array(z.object({ id: z.string(), microgramsPerKg: z.number(), percent: z.number() })),
  }),
  vitalsOnTime: insight,
  notices: insight,
  seen: insight,
  outside: insight,
  goHome: insight,
  events: z.array(insight),
  takenBack: insight,
  /** `line` is `total`, or the question of a measure that is never summed. */
  changes: z.array(
    insight.extend({ instrument: z.string(), line: z.string(), per30Days: z.number().nullable() }),
  ),
  gaps: z.object({ vitals: gap, goingHome: gap, notices: gap, unsigned: gap }),
  /** Every session that is named above. */
  named: z.array(z.object({ id: z.string(), at: z.string(), familyName: z.string(), givenName: z.string() })),
});
export type InsightsReply = z.infer<typeof insightsSchema>;
