import { z } from 'zod';

// In a file of its own: only the health page loads it.

/** What stopped a backup or its copy. */
export const backupProblems = [
  'no-folder',
  'no-room',
  'not-allowed',
  'database',
  'damaged',
  'other',
] as const;
export const backupProblemSchema = z.enum(backupProblems);
export type BackupProblem = z.infer<typeof backupProblemSchema>;

/** How the installation stands; of the whole server, not of one clinic, and without anything of a client. */
export const healthSchema = z.object({
  at: z.string(),
  database: z.object({
    reachable: z.boolean(),
    /** A commit reached the disk. */
    writable: z.boolean(),
  }),
  backup: z.object({
    /** Null: this server makes none. */
    directory: z.string().nullable(),
    /** Time of night by the server's own clock, `02:30`. */
    nightlyAt: z.string().nullable(),
    newest: z
      .object({
        at: z.string(),
        ageHours: z.number(),
        /** It was read back after it was written, and every record in it holds. */
        verified: z.boolean(),
      })
      .nullable(),
    /** Why the last try failed; null: it did not. */
    problem: backupProblemSchema.nullable(),
    /** The newest is older than 26 hours, or there is none. */
    red: z.boolean(),
  }),
  second: z.object({
    state: z.enum(['off', 'none-yet', 'copied', 'failed']),
    directory: z.string().nullable(),
    /** Of the last copy that reached it. */
    at: z.string().nullable(),
    problem: backupProblemSchema.nullable(),
  }),
});
export type Health = z.infer<typeof healthSchema>;
