import { textTemplateKeys, typedText } from '@tandem/domain';
import { z } from 'zod';

/** Templates of the text that sessions leave as. */

export const textTemplateSchema = z.object({
  key: z.enum(textTemplateKeys),
  text: z.string(),
  /** The clinic wrote it; otherwise it is the one that every clinic has. */
  own: z.boolean(),
  /** Who wrote it last, or went back to the one that every clinic has; null when nobody ever did. */
  changed: z.object({ name: z.string(), at: z.string().meta({ format: 'date-time' }) }).nullable(),
});
export type TextTemplate = z.infer<typeof textTemplateSchema>;

export const textTemplatesReplySchema = z.object({
  items: z.array(textTemplateSchema),
  /** What may stand in a template, as `{{vitals table}}`. */
  places: z.array(z.string()),
  /** What each of them says of an invented session. */
  examples: z.record(z.string(), z.string()),
});
export type TextTemplatesReply = z.infer<typeof textTemplatesReplySchema>;

/** Body of `PUT /api/text-templates/:key`; null goes back to the one that every clinic has. */
export const newTextTemplateSchema = z.strictObject({ text: typedText(20_000).nullable() });
