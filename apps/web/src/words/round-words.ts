/** Sentences of the round: every session in progress, the one that is due next first. */
export const roundWords = {
  title: 'Round',
  beside: (count: number) => `${count} in session, next due first`,
  list: 'Sessions in progress',
  none: 'No one is in session. Sessions that are planned are on Today.',
  toToday: 'Back to Today',
  due: {
    in: (minutes: number) => `in ${minutes} min`,
    now: 'due now',
    late: (minutes: number) => `${minutes} min late`,
    at: (clock: string) => `Vitals due ${clock}`,
    none: 'none due',
  },
  born: (day: string) => `Born ${day}`,
  mrn: (mrn: string) => `MRN ${mrn}`,
  noPhase: 'No phase yet',
  notShown: 'Not shown to you',
  noNotice: 'No open notice',
} as const;
