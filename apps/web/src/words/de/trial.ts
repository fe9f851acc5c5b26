import type { Told } from '../told.ts';
import type { trialWords } from '../trial-words.ts';
import { numbered, sessions } from './count.ts';

/** A draft that is tried on past sessions. */
export const trial = {
  title: 'An vergangenen Sitzungen erproben',
  what: (name) =>
    `Wendet an, was in diesem Formular steht, auf die vergangenen Sitzungen nach ${name}, nach den heutigen Regeln. Nichts wird gespeichert.`,
  start: 'Erproben',
  again: 'Erneut erproben',
  stop: 'Anhalten',
  changed: 'Das Formular wurde seitdem geändert. Diese Zahlen gelten für das, was vorher darin stand.',
  reading: (tried, total) =>
    total === null ? 'Sitzungen werden gesucht …' : `${numbered(tried)} von ${sessions(total)} erprobt`,
  none: (name) => `Keine vergangene Sitzung nach ${name} kann erprobt werden.`,
  wrong:
    'Berichtigen Sie zuerst, was gekennzeichnet ist: was nicht gespeichert werden kann, kann nicht erprobt werden.',
  failed: 'Die Erprobung brach ab.',
  goOn: 'Fortsetzen',
  perSession: 'Hinweise je Sitzung',
  change: (own, draft) => `${own} → ${draft}`,
  of: (n) => `Mittel und Hoch, über ${sessions(n)}`,
  high: (own, draft) => `Hoch allein: ${own} → ${draft}`,
  warned: 'Ereignisse mit Grad und einem Hinweis in den 15 Minuten davor',
  warnedOf: (own, draft, all) => `${own} → ${draft} von ${all}`,
  noEvents: 'In diesen Sitzungen gab es kein Ereignis ab Grad 2.',
  differing: (n) =>
    `Die größten Unterschiede; anders ${n === 1 ? 'verliefe' : 'verliefen'} insgesamt ${sessions(n)}`,
  replay: 'Wiedergabe',
  afterwards: 'Speichern Sie die Fassung, damit eine zweite Person sie bestätigt.',
} satisfies Told<typeof trialWords>;
