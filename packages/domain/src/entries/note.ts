import { z } from 'zod';
import { typedText } from '../text.ts';
import { defineEntryKind, fromPlanning } from './entry-kind.ts';

/** What a note is about; `prefix` is what a person types in front of it on the entry line (ux.md 2.4). */
export const noteCategories = {
  noticed: { label: 'Noticed', prefix: '' },
  words: { label: 'Words', prefix: '"' },
  theme: { label: 'Theme', prefix: '#' },
  affect: { label: 'Affect', prefix: '~' },
  intention: { label: 'Intention', prefix: '' },
} as const;
export type NoteCategory = keyof typeof noteCategories;

export const noteSchema = z.strictObject({
  text: typedText(4000),
  category: z.enum(Object.keys(noteCategories) as [NoteCategory, ...NoteCategory[]]).default('noticed'),
  themes: z.array(typedText(60)).min(1).max(20).optional(),
});
export type Note = z.output<typeof noteSchema>;

export const noteKind = defineEntryKind({
  kind: 'note',
  version: 1,
  label: 'Note',
  group: 'notes',
  recordableIn: fromPlanning,
  data: noteSchema,
  summarize: (data) => (data.category === 'words' ? `“${data.text}”` : data.text),
});
