import { exportFormatKeys, exportPurposeKeys, pdfVariants, textTemplateKeys } from '@tandem/domain';
import { z } from 'zod';

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
  })
  .superRefine(({ format, variant, measurements, template }, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (variant !== undefined && format !== 'pdf') issue('variant', 'is for pdf alone');
    if (template !== undefined && format !== 'text') issue('template', 'is for text alone');
    if (measurements !== undefined && variant !== 'client')
      issue('measurements', 'is for the variant client alone');
  });
export type ExportQuery = z.output<typeof exportQuerySchema>;
