import { importFields, importProblemCodes, MOST_IMPORT_BYTES, uuidSchema } from '@tandem/domain';
import { z } from 'zod';
import { patientSchema } from './http/patients.ts';

/** Clients from a file. What its cells mean is the domain's `client-import`. */

/** Most bytes of the request: in JSON a quotation mark and a line break take two. */
export const IMPORT_BODY_BYTES = 2 * MOST_IMPORT_BYTES + 10_000;

/** Body of `POST /api/patients/import`. */
export const clientImportSchema = z.strictObject({
  /** The sender's: the same file under the same id again is a retry, and adds nobody twice. */
  id: uuidSchema,
  csv: z
    .string()
    .refine(
      (text) => new TextEncoder().encode(text).length <= MOST_IMPORT_BYTES,
      'must be at most 1 MB. Split the file and import its parts one after the other',
    ),
  /** True: says what would be done, and stores nothing. */
  dryRun: z.boolean(),
});
export type ClientImport = z.output<typeof clientImportSchema>;

const identitySchema = patientSchema.pick({
  familyName: true,
  givenName: true,
  birthDate: true,
  mrn: true,
});
const clientSchema = patientSchema.omit({ id: true, createdAt: true });

/** As a spreadsheet counts it: the header row is 1. */
const row = z.int().min(2);
const rowSchema = z.discriminatedUnion('outcome', [
  /** Of a dry run: would be added. */
  z.object({ row, outcome: z.literal('new'), client: clientSchema }),
  /** By this import, also when it is sent again. */
  z.object({ row, outcome: z.literal('added'), id: uuidSchema, client: clientSchema }),
  /** In this clinic already: skipped. */
  z.object({
    row,
    outcome: z.literal('known'),
    sameBy: z.enum(['mrn', 'person']),
    client: identitySchema,
    known: identitySchema.extend({ id: uuidSchema }),
  }),
  /** Further up in the same file already: skipped. */
  z.object({
    row,
    outcome: z.literal('twice'),
    sameBy: z.enum(['mrn', 'person']),
    client: identitySchema,
    first: identitySchema.extend({ row }),
  }),
  z.object({
    row,
    outcome: z.literal('unreadable'),
    problems: z.array(
      z.object({
        field: z.enum(importFields as [string, ...string[]]).nullable(),
        code: z.enum(importProblemCodes),
        value: z.string(),
        most: z.int().optional(),
        /** What is wrong and the way out, in English. */
        sentence: z.string(),
      }),
    ),
  }),
]);
export type ImportRow = z.infer<typeof rowSchema>;

export const clientImportReplySchema = z.object({
  dryRun: z.boolean(),
  rows: z.array(rowSchema),
  /** Columns that are not known here: nothing of them is stored. */
  ignoredColumns: z.array(z.string()),
});
export type ClientImportReply = z.infer<typeof clientImportReplySchema>;
