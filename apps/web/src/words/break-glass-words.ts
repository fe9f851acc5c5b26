/** Sentences about opening a session without being on its team. */
export const breakGlassWords = {
  title: 'Not your team',
  intro:
    'Your clinic shows a session to its team alone. Say why you need this one, and it opens at once, for 60 minutes.',
  told: 'A lead sees that you opened it, and why.',
  place: (room: string, team: string) => (team === '' ? room : `${room}: ${team}`),
  noRoom: 'No room yet',
  quick: 'One press opens it',
  reasons: ['Emergency in the room', 'The team called me in', 'I take over for somebody of the team'],
  other: 'Another reason',
  otherHint: 'A few words. Leave out what belongs in the record.',
  reasonNeeded: 'Say why, in a few words.',
  open: 'Open for 60 minutes',
  opening: 'Opening',
  back: 'To Today',
  banner: 'Open to you without being on its team',
  left: (minutes: number) => (minutes === 1 ? '1 minute left' : `${minutes} minutes left`),
  over: 'The hour is over',
  because: (reason: string) => `“${reason}”`,
  longer: 'Begin another hour',
} as const;
