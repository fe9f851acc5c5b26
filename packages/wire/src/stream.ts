import { phases, roleSchema, uuidSchema } from '@tandem/domain';
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
/** Servers of this version of the wire and later take a ping and tell it back. */
export const ECHO_SINCE_WIRE = 6;

/** Pressures of a session on the board: a set every 5 minutes for two hours. */
export const BOARD_PRESSURES = 24;

/** What someone is typing at this moment: never the text. */
export const writingSchema = z.enum(['vital-signs', 'dose', 'note']);
export type Writing = z.infer<typeof writingSchema>;

export const upFrameSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('subscribe'), sessionId: uuidSchema, after: z.int().min(0) }),
  z.strictObject({ type: z.literal('unsubscribe'), sessionId: uuidSchema }),
  z.strictObject({ type: z.literal('subscribe-board') }),
  z.strictObject({ type: z.literal('unsubscribe-board') }),
  /** Only for a session that this socket follows. */
  z.strictObject({
    type: z.literal('presence'),
    sessionId: uuidSchema,
    writing: writingSchema.nullable(),
    /** Entries kept on this device that the server has not confirmed. */
    pending: z.int().min(0).max(100_000),
  }),
  /** Answered by nothing: the next `current` tells it back. `n` grows on one socket. */
  z.strictObject({ type: z.literal('ping'), n: z.int().min(1) }),
]);
export type UpFrame = z.infer<typeof upFrameSchema>;

/** One session in progress as the board shows it. A lead gets room, phase and notices: no values (reliability.md 5). */
export const boardSessionSchema = z.object({
  sessionId: uuidSchema,
  lastSeq: z.int(),
  phase: z.enum(phases).nullable(),
  /** When vital signs are due next by the protocol pinned at the start; null without one. */
  nextDueAt: z.string().nullable(),
  worstNotice: z
    .object({
      noticeId: z.string(),
      priority: z.enum(['low', 'medium', 'high']),
      sentence: z.string(),
      /** Of an unseen High: 1 calls every physician and nurse of the clinic, 2 says to fetch the physician. */
      escalation: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    })
    .nullable(),
  /** The last set taken: its time and, by their catalogue keys, the signs that were measured. */
  lastVitals: z.object({ happenedAt: z.string() }).catchall(z.number()).nullable(),
  /** The last pressures in mmHg, oldest first, at most BOARD_PRESSURES: the small picture of a card. */
  pressures: z.array(z.object({ happenedAt: z.string(), systolic: z.int(), diastolic: z.int() })),
});
export type BoardSession = z.infer<typeof boardSessionSchema>;

export const presentPersonSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  role: roleSchema,
  writing: writingSchema.nullable(),
  pending: z.int(),
  /** Their last sign of use: subscribing, typing, touching; not the heartbeat of a tablet left on a table. */
  lastSeenAt: z.string(),
});
export type PresentPerson = z.infer<typeof presentPersonSchema>;

/** False while the database refuses writes: what is shown is current, and nothing new can be kept. Else left out. */
const savingSchema = z.boolean().optional();
/**
 * The `n` of the last ping of this socket that had come when the reading was asked for on which this rests, 0 for
 * none: everything that was stored when that ping was sent is there. Servers before ECHO_SINCE_WIRE leave it out.
 */
const heardSchema = z.int().min(0).optional();

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
  z.object({
    type: z.literal('current'),
    sessionId: uuidSchema,
    lastSeq: z.int(),
    saving: savingSchema,
    heard: heardSchema,
  }),
  z.object({ type: z.literal('board'), sessions: z.array(boardSessionSchema) }),
  /** The board last sent is what the database said within the last 2 s: the board's `current`. */
  z.object({ type: z.literal('board-current'), saving: savingSchema, heard: heardSchema }),
  z.object({ type: z.literal('presence'), sessionId: uuidSchema, people: z.array(presentPersonSchema) }),
  z.object({
    type: z.literal('error'),
    code: z.string(),
    message: z.string(),
    sessionId: uuidSchema.optional(),
    /** Asking again gets the same answer: nothing more comes for this session. */
    lasting: z.literal(true).optional(),
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
