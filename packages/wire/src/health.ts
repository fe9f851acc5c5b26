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

/** What a folder of the server is for. */
export const diskFolders = ['data', 'backup', 'second'] as const;

const diskSchema = z.object({
  of: z.enum(diskFolders),
  directory: z.string(),
  /** Free for this server, and whole; null: the folder could not be looked at. */
  freeBytes: z.number().nullable(),
  totalBytes: z.number().nullable(),
  /** Under a tenth, or under 2 GB. */
  red: z.boolean(),
});
export type DiskHealth = z.infer<typeof diskSchema>;

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
  disks: z.object({
    /** The database's own files lie in the data folder; false: on a server whose disk is not seen from here. */
    holdDatabase: z.boolean(),
    folders: z.array(diskSchema),
  }),
  /** Of the computer that answers, against the database's. */
  clock: z.object({
    /** How far it is ahead, ms; null: not known yet. */
    differsByMs: z.number().nullable(),
    /** Over 2 s, either way. */
    red: z.boolean(),
  }),
  /** Hints between processes, by which screens of another process learn at once instead of within 2 s. */
  hints: z.object({
    /** One that this process sent itself came back. */
    heard: z.boolean(),
    /** When the last one of this process, and of another, was heard here; null: none since the start. */
    ownAt: z.string().nullable(),
    othersAt: z.string().nullable(),
    /** Not heard, although the database answers. */
    red: z.boolean(),
  }),
  /** Entries that were recorded and are not in the log. Of this process; a device without a network is not seen. */
  waiting: z.object({
    /** Connected devices that say so now. */
    devices: z.number(),
    /** For how long the longest of them has said so since it connected; null where there is none. */
    longestSeconds: z.number().nullable(),
    /** Of what came in during the last 24 hours: what had waited longest, and when it came; null: nothing did. */
    late: z.object({ waitedSeconds: z.number(), at: z.string() }).nullable(),
    /** A connected device has waited for over 5 minutes. */
    red: z.boolean(),
  }),
  /** Null: the server speaks plain http. */
  certificate: z
    .object({
      notAfter: z.string(),
      /** Whole days that are left, rounded down; negative once it is over. */
      daysLeft: z.number(),
      /** Under 14 days. */
      red: z.boolean(),
    })
    .nullable(),
  build: z.string(),
  /** Of this database since its last restore. */
  epoch: z.string(),
});
export type Health = z.infer<typeof healthSchema>;
