import {
  PROCESS_NOTE_MAX,
  RELEASE_HOURS_MAX,
  releaseGroundKeys,
  typedText,
  uuidSchema,
} from '@tandem/domain';
import { z } from 'zod';

/**
 * Process notes: read by their author alone. They are in no log, on no socket, in no search and no export, and only
 * these calls lead to them.
 */

export const processNoteTextSchema = typedText(PROCESS_NOTE_MAX);

/** One save, of the whole text. */
export const saveProcessNoteSchema = z.strictObject({
  sessionId: uuidSchema,
  text: processNoteTextSchema,
  /** Of this window in which the note is written: as long as it stays the same, no new revision is made. */
  editId: uuidSchema,
  /** The revision that this window began with or saved last; 0 for a new note. */
  seenRevision: z.int().min(0),
});
export type SaveProcessNote = z.infer<typeof saveProcessNoteSchema>;

const standing = {
  id: uuidSchema,
  sessionId: uuidSchema,
  revision: z.int(),
  createdAt: z.string(),
  savedAt: z.string(),
};
export const savedProcessNoteSchema = z.object(standing);
export type SavedProcessNote = z.infer<typeof savedProcessNoteSchema>;

export const processNotesQuerySchema = z.strictObject({ sessionId: uuidSchema.optional() });
/** As listed: whose session, and no word of the note. */
export const processNoteRowSchema = z.object({
  ...standing,
  clientName: z.string(),
  sessionAt: z.string(),
  /** False when the key that it was sealed with is not on this computer. */
  readable: z.boolean(),
});
export type ProcessNoteRow = z.infer<typeof processNoteRowSchema>;
export const processNotesReplySchema = z.object({ items: z.array(processNoteRowSchema) });

export const processNoteSchema = z.object({
  ...standing,
  text: z.string(),
  /** What it said in windows before, newest first. */
  earlier: z.array(z.object({ revision: z.int(), savedAt: z.string(), text: z.string() })),
});
export type ProcessNote = z.infer<typeof processNoteSchema>;

/** Asks that somebody's process notes about one client be opened to the one who asks. */
export const newReleaseSchema = z.strictObject({
  id: uuidSchema,
  authorId: uuidSchema,
  patientId: uuidSchema,
  ground: z.enum(releaseGroundKeys),
  /** What allows it, and where it is kept. */
  proof: typedText(1000),
  hours: z.int().min(1).max(RELEASE_HOURS_MAX),
});
export type NewRelease = z.infer<typeof newReleaseSchema>;

export const releaseStates = ['asked', 'refused', 'open', 'over'] as const;
export const releaseSchema = z.object({
  id: uuidSchema,
  state: z.enum(releaseStates),
  authorId: uuidSchema,
  authorName: z.string(),
  patientId: uuidSchema,
  clientName: z.string(),
  ground: z.enum(releaseGroundKeys),
  proof: z.string(),
  hours: z.int(),
  askedBy: z.string(),
  askedById: uuidSchema,
  askedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  /** Whether the author has been shown it. */
  authorSeen: z.boolean(),
});
export type Release = z.infer<typeof releaseSchema>;
export const releasesReplySchema = z.object({ items: z.array(releaseSchema) });
export const releaseDecisionSchema = z.strictObject({ agree: z.boolean() });
export const releasedNotesSchema = z.object({
  /** Text null: sealed with a key that is not on this computer. */
  items: z.array(z.object({ ...standing, sessionAt: z.string(), text: z.string().nullable() })),
});
export type ReleasedNotes = z.infer<typeof releasedNotesSchema>;
