import { typedText, uuidSchema } from '@tandem/domain';
import { z } from 'zod';
import { roomSchema } from './http.ts';

/** A clinic's rooms as its admin keeps them. */

const roomNameSchema = typedText(60);

export const newRoomSchema = z.strictObject({ id: uuidSchema, name: roomNameSchema });
export const roomChangeSchema = z
  .strictObject({
    name: roomNameSchema.optional(),
    /** No session is planned in it any more; what was in it keeps its name. */
    isRetired: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'must name what changes');
export type RoomChange = z.infer<typeof roomChangeSchema>;

/** Rooms in use, in the order in which they are to stand; those that are not named follow. */
export const roomOrderSchema = z.strictObject({ ids: z.array(uuidSchema).min(1).max(200) });

export const keptRoomSchema = roomSchema.extend({ isRetired: z.boolean() });
export type KeptRoom = z.infer<typeof keptRoomSchema>;
/** In their order; retired ones last. */
export const keptRoomsReplySchema = z.object({ items: z.array(keptRoomSchema) });
