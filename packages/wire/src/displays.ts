import { phases, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

/**
 * Screens on a wall. A screen shows a code, a person types it in Tandem; from then on the screen has a login of its
 * own kind, bound to one room (decision 0012).
 */

/** No look-alikes (0 O Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V) and no vowels, which would make words on a wall. */
export const CODE_LETTERS = '3479CDFHJKMNPRTWXY';
export const CODE_LENGTH = 6;
export const displayCodeSchema = z
  .string()
  .regex(
    new RegExp(`^[${CODE_LETTERS}]{${CODE_LENGTH}}$`),
    'must be the six characters that the screen shows',
  );

/** `calm`: phase and clock. `staff-side`: values as well. `off`: the clock. */
export const displaySettings = ['calm', 'staff-side', 'off'] as const;
export const displaySettingSchema = z.enum(displaySettings);
export type DisplaySetting = z.infer<typeof displaySettingSchema>;

export const newDisplaySchema = z.strictObject({
  id: uuidSchema,
  roomId: uuidSchema,
  code: displayCodeSchema,
  setting: displaySettingSchema,
});
export type NewDisplay = z.infer<typeof newDisplaySchema>;
export const displayChangeSchema = z.strictObject({ setting: displaySettingSchema });

/** As staff see it. */
export const displaySchema = z.object({
  id: uuidSchema,
  roomId: uuidSchema,
  roomName: z.string(),
  setting: displaySettingSchema,
  pairedAt: z.string(),
  pairedBy: z.string(),
  /** When it last asked; kept once a minute. */
  seenAt: z.string(),
});
export type Display = z.infer<typeof displaySchema>;
export const displaysReplySchema = z.object({
  items: z.array(displaySchema),
  rooms: z.array(z.object({ id: uuidSchema, name: z.string() })),
});
export type DisplaysReply = z.infer<typeof displaysReplySchema>;

export const shownCodeSchema = z.object({ code: z.string(), expiresAt: z.string() });
export type ShownCode = z.infer<typeof shownCodeSchema>;

const reading = z.object({
  value: z.int(),
  at: z.string(),
  /** From then on it says nothing about now. */
  oldFrom: z.string(),
});
const calmSession = {
  phase: z.enum(phases).nullable(),
  /** Of the worst notice that is open; what it is about is told to staff alone. */
  notice: z.enum(['low', 'medium', 'high']).nullable(),
  lastSeq: z.int(),
};
const everywhere = { roomName: z.string(), timeZone: z.string(), serverTime: z.string() };

/** What a paired screen is told: no name, no id, no note and no dose ever; no value unless it is `staff-side`. */
export const displayViewSchema = z.discriminatedUnion('shows', [
  z.object({ shows: z.literal('code'), serverTime: z.string(), ...shownCodeSchema.shape }),
  z.object({ shows: z.literal('off'), ...everywhere }),
  z.object({ shows: z.literal('calm'), ...everywhere, session: z.object(calmSession).nullable() }),
  z.object({
    shows: z.literal('staff-side'),
    ...everywhere,
    session: z
      .object({
        ...calmSession,
        nextDueAt: z.string().nullable(),
        pressure: reading.omit({ value: true }).extend({ systolic: z.int(), diastolic: z.int() }).nullable(),
        heartRate: reading.nullable(),
        spo2: reading.nullable(),
        /** Oldest first, at most BOARD_PRESSURES. */
        pressures: z.array(z.object({ at: z.string(), systolic: z.int(), diastolic: z.int() })),
      })
      .nullable(),
  }),
]);
export type DisplayView = z.infer<typeof displayViewSchema>;
export type StaffSideSession = NonNullable<Extract<DisplayView, { shows: 'staff-side' }>['session']>;
