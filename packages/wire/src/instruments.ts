import { instrumentDefinitionSchema, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

/** Questionnaires that a clinic brings along. */

export const newInstrumentSchema = z.strictObject({
  id: uuidSchema,
  definition: instrumentDefinitionSchema,
  /** Ticked by whoever adds it: the clinic may use this text, as `licence` says. */
  attested: z.literal(true, 'must be true: say that the clinic may use it as the licence says'),
});
export type NewInstrument = z.output<typeof newInstrumentSchema>;

export const instrumentChangeSchema = z.strictObject({
  /** No longer offered; what was answered keeps its questions. */
  isRetired: z.boolean(),
});
export type InstrumentChange = z.output<typeof instrumentChangeSchema>;

export const instrumentSchema = z.object({
  id: uuidSchema,
  /** As it was checked when it was added: it never changes. */
  definition: z.record(z.string(), z.unknown()),
  addedAt: z.string(),
  /** Null where the name is not known here any more. */
  addedBy: z.string().nullable(),
  retiredAt: z.string().nullable(),
});
export type Instrument = z.infer<typeof instrumentSchema>;

/** By name; versions of one key follow each other. */
export const instrumentsReplySchema = z.object({ items: z.array(instrumentSchema) });
