import { z } from 'zod';
import { roleLabels } from '../roles.ts';
import { typedText, uuidSchema } from '../text.ts';
import { instantSchema } from '../time.ts';
import { formatMg, microgramsFromMg } from '../units.ts';
import { defineEntryKind, duringSession, entryIdSchema } from './entry-kind.ts';

/** Roles that are handed over: those that act in the room. */
export const handoverRoles = ['physician', 'nurse', 'therapist'] as const;

/** What stood on the screen of whoever hands over, kept as it was read. */
export const handoverSummarySchema = z.strictObject({
  /** Ketamine and esketamine given until then, mg. */
  totalMg: z.number().min(0).max(100_000).optional(),
  /** The same by weight; left out where no weight is known. */
  totalMgPerKg: z.number().min(0).max(100_000).optional(),
  doses: z.int().min(0).max(1_000).optional(),
  /** When the last of them began, and its amount in mg; of an infusion what it gave until then. */
  lastDoseAt: instantSchema.optional(),
  lastDoseMg: z.number().min(0).max(100_000).optional(),
  /** Open notices of priority Medium and High, each with its priority, as they were worded. */
  openNotices: z.array(typedText(500)).max(50),
  nextVitalsDueAt: instantSchema.optional(),
});
export type HandoverSummary = z.output<typeof handoverSummarySchema>;

/** Somebody hands their part of the room to somebody else, who accepts it with an entry of their own. */
export const handoverSchema = z
  .strictObject({
    /** Who hands over: the author of the entry. */
    fromId: uuidSchema,
    toId: uuidSchema,
    /** Their name as it stood on the screen; `toId` is what counts. */
    toName: typedText(120).optional(),
    /** The part that is handed over. */
    role: z.enum(handoverRoles),
    text: typedText(2000).optional(),
    summary: handoverSummarySchema,
  })
  .refine(({ fromId, toId }) => fromId !== toId, {
    path: ['toId'],
    message: 'must be somebody else than fromId',
  });
export type Handover = z.output<typeof handoverSchema>;

export const handoverAcceptedSchema = z.strictObject({
  handoverId: entryIdSchema,
  /** Who handed over, as it stood on the screen; the handover itself is what counts. */
  fromName: typedText(120).optional(),
});

const kind = { version: 1, group: 'handovers', recordableIn: duringSession } as const;

export const handoverKind = defineEntryKind({
  kind: 'handover',
  ...kind,
  label: 'Handover',
  data: handoverSchema,
  summarize: ({ role, toName, text, summary: { totalMg, openNotices } }) => {
    const to = toName === undefined ? '' : ` to ${toName}`;
    return [
      `Handed over as ${roleLabels[role].toLowerCase()}${to}`,
      ...(totalMg === undefined ? [] : [`ketamine ${formatMg(microgramsFromMg(totalMg))} given`]),
      openNotices.length === 0 ? 'no notice open' : `open: ${openNotices.join(' ')}`,
      ...(text === undefined ? [] : [text]),
    ].join('; ');
  },
});

export const handoverAcceptedKind = defineEntryKind({
  kind: 'handover-accepted',
  ...kind,
  label: 'Handover accepted',
  data: handoverAcceptedSchema,
  summarize: ({ fromName }) =>
    fromName === undefined ? 'Handover accepted' : `Accepted the handover of ${fromName}`,
});
