import type { openingsWords } from '../openings-words.ts';
import type { ToldSoFar } from '../told.ts';
import { counted } from './count.ts';

/** For a lead: sessions that were opened without being on their team. */
export const openings = {
  page: 'Geöffnet, ohne im Team zu sein',
  openPage: 'Liste öffnen',
  pageIntro:
    'Wer welche Sitzung geöffnet hat, wann und warum. Jede wird innerhalb von 7 Tagen von jemand anderem angesehen.',
  nothing: 'Niemand hat eine Sitzung geöffnet, ohne in ihrem Team zu sein.',
  onToday: (count) =>
    `${counted(count, 'Sitzung wurde', 'Sitzungen wurden')} geöffnet, ohne im Team zu sein.`,
  lastOne: (name, room, clock) => `Zuletzt: ${name}, ${room}, ${clock}.`,
  overdue: (count) => `${count} ${count === 1 ? 'wartet' : 'warten'} seit über 7 Tagen.`,
  look: 'Ansehen',
  waits: 'Noch von niemandem angesehen',
  waitsLong: 'Seit über 7 Tagen von niemandem angesehen',
  running: 'Jetzt offen',
  row: (name, role) => `${name}, ${role}`,
  of: (client, room, when) => `${client}, ${room}, Sitzung vom ${when}`,
  clientLater: 'Wer es ist, wird gezeigt, wenn die Sitzung beendet ist',
  opened: (when, until) => `Geöffnet ${when}, bis ${until}`,
  word: 'Ein Wort dazu, wenn es eines gibt',
  review: 'Als angesehen kennzeichnen',
  reviewOf: (name) => `Öffnung durch ${name} ansehen`,
  save: 'Als angesehen speichern',
  cancel: 'Zurück',
  own: 'Diese haben Sie geöffnet: eine andere Leitung sieht sie an.',
  reviewedBy: (name, when) => `Angesehen von ${name}, ${when}`,
  because: (reason) => `„${reason}“`,
  noRoom: 'Noch kein Raum',
  again: 'Erneut versuchen',
} satisfies ToldSoFar<typeof openingsWords>;
