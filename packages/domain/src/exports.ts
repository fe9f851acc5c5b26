/** What a session can leave the clinic as, with the type and the ending of its file. */
export const exportFormats = {
  fhir: { label: 'FHIR R4', type: 'application/fhir+json; charset=utf-8', ending: 'fhir.json' },
  csv: { label: 'CSV', type: 'text/csv; charset=utf-8', ending: 'csv' },
  pdf: { label: 'PDF', type: 'application/pdf', ending: 'pdf' },
  text: { label: 'Text', type: 'text/plain; charset=utf-8', ending: 'txt' },
  bundle: { label: 'Bundle to verify', type: 'application/json; charset=utf-8', ending: 'tandem.json' },
  rems: { label: 'REMS summary', type: 'application/json; charset=utf-8', ending: 'rems.json' },
  'rems-csv': { label: 'REMS summary, CSV', type: 'text/csv; charset=utf-8', ending: 'rems.csv' },
} as const;
export type ExportFormat = keyof typeof exportFormats;
export const exportFormatKeys = Object.keys(exportFormats) as [ExportFormat, ...ExportFormat[]];

/** Why somebody takes a copy: kept in the audit and printed on the PDF. */
export const exportPurposes = {
  treatment: 'Treatment',
  'client-request': 'Asked for by the client',
  review: 'Clinic review',
  reporting: 'Report to an authority or registry',
  legal: 'Legal',
} as const;
export type ExportPurpose = keyof typeof exportPurposes;
export const exportPurposeKeys = Object.keys(exportPurposes) as [ExportPurpose, ...ExportPurpose[]];

/**
 * Whom a PDF is for: the chart; the client, without measurements and without what others noted; the way home; a card
 * with words to keep.
 */
export const pdfVariants = ['chart', 'client', 'going-home', 'card'] as const;
export type PdfVariant = (typeof pdfVariants)[number];

/** Templates of the text that every clinic has. */
export const textTemplateKeys = ['physician', 'therapist', 'table'] as const;
export type TextTemplateKey = (typeof textTemplateKeys)[number];
