import { uuidSchema } from '@tandem/domain';
import { z } from 'zod';
import { servedEntrySchema } from './entries.ts';

/** Frames of the live socket `GET /api/live`: JSON text, at most 16 KiB from a client. */
export const MAX_CLIENT_FRAME_BYTES = 16_384;
export const MAX_SUBSCRIPTIONS = 64;
/** A page of catch-up holds at most this many entries or bytes. */
export const PAGE_ENTRIES = 500;
export const PAGE_BYTES = 262_144;
/** The server says `current` at least this often; the client's stale curtain falls after STALE_AFTER_MS. */
export const CURRENT_EVERY_MS = 2_000;
export const STALE_AFTER_MS = 5_000;

export const upFrameSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('subscribe'), sessionId: uuidSchema, after: z.int().min(0) }),
  z.strictObject({ type: z.literal('unsubscribe'), sessionId: uuidSchema }),
]);
export type UpFrame = z.infer<typeof upFrameSchema>;

export const downFrameSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    wire: z.int(),
    minWire: z.int(),
    build: z.string(),
    epoch: uuidSchema,
    serverTime: z.string(),
  }),
  z.object({ type: z.literal('entries'), sessionId: uuidSchema, entries: z.array(servedEntrySchema) }),
  z.object({ type: z.literal('current'), sessionId: uuidSchema, lastSeq: z.int() }),
  z.object({
    type: z.literal('error'),
    code: z.string(),
    message: z.string(),
    sessionId: uuidSchema.optional(),
  }),
]);
export type DownFrame = z.infer<typeof downFrameSchema>;

/** Close codes of the socket (interface.md). */
export const closeCodes = {
  policy: 1008,
  tooBig: 1009,
  restart: 1012,
  tooSlow: 1013,
  loginEnded: 4401,
  rightsChanged: 4403,
} as const;
