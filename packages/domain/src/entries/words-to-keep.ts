import { z } from 'zod';
import { typedText } from '../text.ts';
import { defineEntryKind, duringSession, entryIdSchema } from './entry-kind.ts';

/** Kinds that words to keep may come from. */
export const kindsWithWords: readonly string[] = ['note', 'moment', 'shift'];

/** The client's words that are carried into the weeks after the session. */
export const wordsToKeepSchema = z.strictObject({
  text: typedText(500),
  /** The note, moment or shift of this session that they come from. */
  fromEntryId: entryIdSchema.optional(),
});
export type WordsToKeep = z.output<typeof wordsToKeepSchema>;

export const wordsToKeepKind = defineEntryKind({
  kind: 'words-to-keep',
  version: 1,
  label: 'Words to keep',
  group: 'notes',
  recordedUnder: 'notes.write-any',
  recordableIn: duringSession,
  data: wordsToKeepSchema,
  summarize: ({ text }) => `“${text}”`,
});
