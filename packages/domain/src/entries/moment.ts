import { z } from 'zod';
import { typedText } from '../text.ts';
import { instantSchema } from '../time.ts';
import { defineEntryKind, duringSession } from './entry-kind.ts';

export const MAX_TAGS = 12;

/** Two spellings that are one tag: upper and lower case and the spaces around it do not make another. */
export const tagKey = (tag: string): string => tag.trim().toLowerCase();

export const tagsSchema = z
  .array(typedText(40))
  .min(1)
  .max(MAX_TAGS)
  .superRefine((tags, context) => {
    const keys = tags.map(tagKey);
    const twice = keys.findIndex((key, at) => keys.indexOf(key) !== at);
    if (twice >= 0)
      context.addIssue({ code: 'custom', path: [twice], message: 'stands twice: leave one of them out' });
  });

/** A point on the session's time, or a region of it: it starts at `happenedAt`. */
export const momentSchema = z
  .strictObject({
    text: typedText(500).optional(),
    /** End of a region, after `happenedAt`; left out for a point. */
    endsAt: instantSchema.optional(),
    tags: tagsSchema.optional(),
  })
  .refine(({ text, tags }) => text !== undefined || tags !== undefined, {
    path: ['text'],
    message: 'must be there, or at least one tag',
  });
export type Moment = z.output<typeof momentSchema>;

export const momentKind = defineEntryKind({
  kind: 'moment',
  version: 1,
  label: 'Moment',
  group: 'notes',
  recordedUnder: 'notes.write-any',
  recordableIn: duringSession,
  data: momentSchema,
  summarize: ({ text, tags = [] }) =>
    [...(text === undefined ? [] : [text]), ...tags.map((tag) => `#${tag}`)].join(' '),
});
