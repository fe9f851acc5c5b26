import { roleSchema, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

/** What a clinic plans its sessions with: protocols, people, rooms. */

export const protocolSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  version: z.int(),
  basedOn: uuidSchema.nullable(),
  data: z.record(z.string(), z.unknown()),
  /** As Tandem brought it: nobody of this clinic wrote it. */
  example: z.boolean(),
  createdAt: z.string(),
  confirmedAt: z.string().nullable(),
  confirmedBy: z.string().nullable(),
});
export type Protocol = z.infer<typeof protocolSchema>;

export const protocolsReplySchema = z.object({ items: z.array(protocolSchema) });

export const personSchema = z.object({ id: uuidSchema, name: z.string(), roles: z.array(roleSchema) });
export type Person = z.infer<typeof personSchema>;

export const peopleReplySchema = z.object({ items: z.array(personSchema) });

export const roomSchema = z.object({ id: uuidSchema, name: z.string() });
export type Room = z.infer<typeof roomSchema>;

export const roomsReplySchema = z.object({ items: z.array(roomSchema) });
