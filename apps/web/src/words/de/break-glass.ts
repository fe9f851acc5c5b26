import type { breakGlassWords } from '../break-glass-words.ts';
import type { ToldSoFar } from '../told.ts';

/** What stands in place of a session of another team, and over one that is open with a reason. */
export const breakGlass = {
  title: 'Nicht Ihr Team',
  intro:
    'Ihre Klinik zeigt eine Sitzung nur ihrem Team. Sagen Sie, wozu Sie diese brauchen: Sie öffnet sich sofort, für 60 Minuten.',
  told: 'Eine Leitung sieht, dass Sie sie geöffnet haben, und warum.',
  place: (room, team) => (team === '' ? room : `${room}: ${team}`),
  noRoom: 'Noch kein Raum',
  quick: 'Ein Druck öffnet sie',
  reasons: ['Notfall im Raum', 'Das Team hat mich gerufen', 'Ich übernehme für jemanden vom Team'],
  other: 'Ein anderer Grund',
  otherHint: 'Wenige Worte. Was in die Akte gehört, bleibt hier weg.',
  reasonNeeded: 'Sagen Sie in wenigen Worten, warum.',
  open: 'Für 60 Minuten öffnen',
  opening: 'Öffnet sich',
  back: 'Zu Heute',
  banner: 'Für Sie offen, ohne dass Sie im Team sind',
  left: (minutes) => (minutes === 1 ? 'noch 1 Minute' : `noch ${minutes} Minuten`),
  over: 'Die Stunde ist um',
  because: (reason) => `„${reason}“`,
  longer: 'Noch eine Stunde',
} satisfies ToldSoFar<typeof breakGlassWords>;
