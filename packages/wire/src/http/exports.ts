import {
  exportFormatKeys,
  exportPurposeKeys,
  MOST_ON_A_CARD,
  pdfVariants,
  textTemplateKeys,
} from '@tandem/domain';
import { z } from 'zod';

const ids = /^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/i;

/** Query of `GET /api/sessions/:id/export`. */
export const exportQuerySchema = z
  .strictObject({
    format: z.enum(exportFormatKeys),
    /** Why a copy is made: kept in the audit, printed on the PDF. */
    purpose: z.enum(exportPurposeKeys).optional(),
    /** Of `pdf`: whom it is for; the chart when left out. */
    variant: z.enum(pdfVariants).optional(),
    /** Of the client's PDF: with measurements, because the client asked for them. */
    measurements: z.literal('1').optional(),
    /** Of `text`: which template; the physician's when left out. */
    template: z.enum(textTemplateKeys).optional(),
    /** Of the card: ids of what stands on it, in this order, with commas between them. */
    keep: z
      .string()
      .max(37 * MOST_ON_A_CARD)
      .regex(ids, 'must be ids with commas between them')
      .optional(),
  })
  .superRefine(({ format, variant, measurements, template, keep }, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (variant !== undefined && format !== 'pdf') issue('variant', 'is for pdf alone');
    if (template !== undefined && format !== 'text') issue('template', 'is for text alone');
    if (measurements !== undefined && variant !== 'client')
      issue('measurements', 'is for the variant client alone');
    if (variant === 'card' && keep === undefined) issue('keep', 'must say what stands on the card');
    if (variant !== 'card' && keep !== undefined) issue('keep', 'is for the variant card alone');
  });
export type ExportQuery = z.output<typeof exportQuerySchema>;
