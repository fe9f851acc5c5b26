const sessions = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'session' : 'sessions'}`;

/** Sentences of a draft that is tried on past sessions. */
export const trialWords = {
  title: 'Try on past sessions',
  what: (name: string) =>
    `Runs what stands in this form over the past sessions of ${name}, by the rules of today. Nothing is stored.`,
  start: 'Try',
  again: 'Try again',
  stop: 'Stop',
  changed: 'The form was changed since. These numbers are of what stood in it before.',
  reading: (tried: number, total: number | null) =>
    total === null ? 'Looking for sessions…' : `${tried.toLocaleString('en')} of ${sessions(total)} tried`,
  none: (name: string) => `No past session of ${name} can be tried.`,
  wrong: 'Correct what is marked first: a draft that cannot be saved cannot be tried.',
  failed: 'The trial stopped.',
  goOn: 'Go on',
  perSession: 'Notices per session',
  change: (own: string, draft: string) => `${own} → ${draft}`,
  of: (n: number) => `Medium and High, over ${sessions(n)}`,
  high: (own: string, draft: string) => `High alone: ${own} → ${draft}`,
  warned: 'Graded events with a notice in the 15 minutes before',
  warnedOf: (own: number, draft: number, all: number) => `${own} → ${draft} of ${all}`,
  noEvents: 'No event of grade 2 or worse in these sessions.',
  differing: (n: number) => `Most different of ${sessions(n)} that would differ`,
  replay: 'Replay',
  afterwards: 'Save the version to have it confirmed by a second person.',
} as const;
