import type { BackupProblem } from '@tandem/wire';

const problems: Record<BackupProblem, string> = {
  'no-folder': 'the folder is not there. Is the disk connected?',
  'no-room': 'there is no room left on the disk.',
  'not-allowed': 'the server may not write to the folder.',
  database: 'the database did not answer.',
  damaged: 'what was written could not be read back. The disk may be failing.',
  other: 'the server’s log says why.',
};

/** Sentences of the health page: whether what is confirmed is kept. */
export const healthWords = {
  title: 'Health',
  link: 'Database and backups',
  intro: 'Whether what is confirmed is kept. Asked again every 10 seconds.',
  loading: 'Asking the server.',
  again: 'Try again',
  list: 'Database and backups',
  attention: 'Needs someone',
  database: {
    what: 'Database',
    well: 'Answers, and saves',
    wellNote: 'A test write reached its disk.',
    readOnly: 'Answers, but cannot save',
    readOnlyNote: 'Its disk may be full, or it was set to read only. Write on paper until it is mended.',
    silent: 'Does not answer',
    silentNote: 'Nothing can be saved. Write on paper, and call whoever runs the server.',
  },
  backup: {
    what: 'Newest backup',
    ago: (hours: number) => {
      if (hours < 1) return 'Under an hour ago';
      return hours < 72 ? `${Math.floor(hours)} h ago` : `${Math.floor(hours / 24)} days ago`;
    },
    at: (day: string, clock: string) => `${day}, ${clock}`,
    never: 'Never',
    verified: 'Read back and verified',
    unverified: 'Not verified: run npm run verify on the server, and keep the older backups.',
    firstComes:
      'The first one is made about a minute after the start. If none comes, look that its folder can be written.',
    late: 'Backups should be at most a day old. Look that the server runs at night and that its folder can be written, or make one now: npm run backup -- FILE',
    off: 'This server makes none. Set BACKUP_DIR and start it again, or make sure that whoever runs the database does.',
    failed: (problem: BackupProblem) =>
      `The last try failed: ${problems[problem]} It is tried again each hour.`,
  },
  place: {
    what: 'Where',
    nightly: (clock: string) => `Each night at ${clock} by the server’s clock`,
    none: 'Nowhere',
    keys: 'Keys are not in it: keep a copy of them apart.',
  },
  second: {
    what: 'Second place',
    off: 'None',
    offNote:
      'One disk is one fire. BACKUP_SECOND_DIR names another place, such as a disk that leaves the house.',
    'none-yet': 'Nothing copied yet',
    copied: 'Copied',
    failed: 'Not copied',
    failedNote: (problem: BackupProblem) =>
      `The last copy failed: ${problems[problem]} The backup itself is made.`,
  },
} as const;
