import type { noteCategories as english } from '@tandem/domain';
import type { meaningWords } from '../meaning-words.ts';
import type { regionWords } from '../region-words.ts';
import type { Told, ToldSoFar } from '../told.ts';
import { counted } from './count.ts';

/** What they are called; what is typed in front of them is the same in every language. */
export const noteCategories = {
  noticed: { label: 'Bemerkt' },
  words: { label: 'Worte' },
  theme: { label: 'Thema' },
  affect: { label: 'Affekt' },
  intention: { label: 'Intention' },
} satisfies ToldSoFar<typeof english>;

export const region = {
  needed: 'Schreiben Sie, was es war, oder wählen Sie ein Schlagwort.',
  badUntil: 'Schreiben Sie das Ende als 10:40, oder lassen Sie es leer für einen Zeitpunkt.',
  before: 'Das Ende liegt vor dem Anfang. Prüfen Sie beide Zeiten.',
} satisfies Told<typeof regionWords>;

export const meaning = {
  time: 'Zeit',
  badTime: 'Schreiben Sie die Zeit als 10:40.',
  lateNeeded: 'Das liegt mehr als 10 Minuten zurück. Nennen Sie den Grund für den späten Eintrag.',
  intention: {
    title: 'Intention dieser Sitzung',
    label: 'In den Worten des Klienten',
    needed: 'Schreiben Sie die Intention.',
  },
  moment: {
    title: 'Moment',
    text: 'Was es war',
    from: 'Von',
    until: 'Bis',
    untilHint: 'ein Zeitpunkt',
    tags: 'Schlagworte',
    tagsHint: 'Eines eingeben, dann Enter',
    suggested: 'Schon verwendete Schlagworte, und andere',
    remove: (tag) => `${tag} entfernen`,
    add: (tag) => `„${tag}“ hinzufügen`,
    twice: (tag) => `${tag} steht schon da.`,
    tooMany: 'Höchstens 12 Schlagworte.',
    ...region,
    ahead: 'Diese Zeit liegt in der Zukunft. Prüfen Sie sie.',
    terms: [
      'Trauer',
      'Angst',
      'Scham',
      'Wut',
      'Tränen',
      'Stille',
      'Körper',
      'Erinnerung',
      'Loslassen',
      'Mitgefühl',
    ],
  },
  shift: {
    title: 'Wandlung',
    from: 'Von',
    to: 'Zu',
    needed: 'Schreiben Sie beide Seiten der Wandlung.',
  },
  keep: {
    title: 'Worte zum Mitnehmen',
    label: 'Die eigenen Worte des Klienten',
    needed: 'Schreiben Sie die Worte zum Mitnehmen.',
    from: (clock) => `von ${clock}`,
    none: 'Noch keine festgehalten. Sie begleiten den Klienten in die Wochen danach.',
  },
  search: {
    label: 'Worte und Schlagworte suchen',
    close: 'Suche schließen',
    tags: 'Schlagworte',
    found: (count) => counted(count, 'Eintrag passt', 'Einträge passen'),
    none: 'Kein Eintrag passt.',
    clear: (what) => `${what} entfernen`,
    typed: (query) => `„${query}“`,
  },
} satisfies Told<typeof meaningWords>;
