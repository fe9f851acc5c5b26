import type { BackupProblem } from '@tandem/wire';

const problems: Record<BackupProblem, string> = {
  'no-folder': 'the folder is not there. Is the disk connected?',
  'no-room': 'there is no room left on the disk.',
  'not-allowed': 'the server may not write to the folder.',
  database: 'the database did not answer.',
  damaged: 'what was written could not be read back. The disk may be failing.',
  other: 'the server’s log says why.',
};

/** Sentences of the health page: whether what is confirmed is kept, and can go on being kept. */
export const healthWords = {
  title: 'Health',
  link: 'Database, backups, server',
  intro:
    'Whether what is confirmed is kept, and whether this server can go on keeping it. Asked again every 10 seconds.',
  loading: 'Asking the server.',
  again: 'Try again',
  list: 'Database, backups, server',
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
  disk: {
    what: { data: 'Room for data', backup: 'Room for backups', second: 'Room for copies' },
    free: (free: string, total: string) => `${free} of ${total} free`,
    unknown: 'Not known',
    unknownNote: 'The folder is not there yet, or the server cannot look at it.',
    short: {
      data: 'Under a tenth or under 2 GB is left. Once it is full nothing can be saved: make room on this disk.',
      backup:
        'Under a tenth or under 2 GB is left. Make room, keep fewer (BACKUP_KEEP), or name another folder (BACKUP_DIR).',
      second:
        'Under a tenth or under 2 GB is left. Make room, keep fewer (BACKUP_KEEP), or name another folder (BACKUP_SECOND_DIR).',
    },
    elsewhere: 'The database is on a server of its own, whose disk is not seen from here: watch it there.',
  },
  waiting: {
    what: 'Waiting on devices',
    none: 'Nothing, on devices that are connected',
    some: (devices: number) => (devices === 1 ? 'Entries on 1 device' : `Entries on ${devices} devices`),
    longest: (span: string) => `The longest has said so for ${span} since it connected.`,
    redNote:
      'A connected device sends within seconds, so these were refused or are stuck. In the room, who is here says whose they are; on that device, what is kept there says why.',
    late: (span: string, moment: string) =>
      `Of all that came in during the last 24 hours, one entry had waited ${span}, until ${moment}.`,
    noneLate: 'Nothing came in late during the last 24 hours.',
    blind: 'What waits on a device without a network cannot be known here until it is back.',
  },
  clock: {
    what: 'Server’s clock',
    well: 'Agrees with the database',
    unknown: 'Not known yet',
    ahead: (by: string) => `${by} ahead of the database`,
    behind: (by: string) => `${by} behind the database`,
    redNote:
      'Let this computer set its clock by itself (NTP). Entries keep the database’s time and stay right; backups and certificates go by this clock.',
  },
  certificate: {
    what: 'Certificate',
    none: 'None: plain http',
    noneNote: 'Right on this computer alone, or behind a proxy of yours that speaks https.',
    left: (days: number) => (days === 1 ? '1 day left' : `${days} days left`),
    over: 'Has ended',
    until: (day: string) => `Good until ${day}`,
    soonNote: 'Renew it on the server. Once it has ended, browsers no longer open Tandem.',
    overNote: 'Browsers no longer open Tandem. Renew it on the server.',
  },
  hints: {
    what: 'Between processes',
    well: 'Hints come through',
    silent: 'Hints do not come through',
    unknown: 'Not known while the database does not answer',
    own: (moment: string) => `The server’s own was heard ${moment}.`,
    others: (moment: string) => `Another process was heard ${moment}.`,
    alone: 'No other process was heard since the start.',
    redNote:
      'Screens of another process learn of entries up to 2 seconds later. DATABASE_URL must lead to PostgreSQL itself: a pooler in between loses its notifications.',
  },
  server: {
    what: 'This server',
    build: (build: string) => `Tandem ${build}`,
    epoch: (epoch: string) => `Its database since the last restore: ${epoch}`,
  },
} as const;
