import type { stepWords } from '../step-words.ts';
import type { Told } from '../told.ts';
import { entries } from './count.ts';

/** From the start of a session to its signature. */
export const steps = {
  start: 'Sitzung beginnen',
  startEarlier: 'Früher begonnen',
  startTitle: 'Eine Sitzung von Papier übertragen',
  date: 'Datum',
  time: 'Zeit',
  badTime: 'Schreiben Sie die Zeit als 10:40.',
  whyPaper: 'Warum sie übertragen wird',
  paperHint: 'Sie ist überall als „Von Papier übertragen“ gekennzeichnet.',
  endTitle: 'Sitzung beenden',
  how: 'Wie sie endete',
  endHint: 'Bis zum Abzeichnen können noch Einträge ergänzt werden.',
  meaning: 'Was Ihre Unterschrift bedeutet',
  meaningDefault: {
    physician:
      'Ich habe diese Aufzeichnung geprüft. Dosen, Vitalzeichen und Ereignisse sind vollständig und richtig.',
    therapist: 'Ich habe diese Aufzeichnung geprüft. Meine Notizen sind vollständig und richtig.',
  },
  signHint:
    'Nach der letzten Unterschrift ist die Aufzeichnung abgeschlossen. Änderungen sind dann Nachträge.',
  openItems: (count) => (count === 1 ? '1 Punkt ist noch offen:' : `${count} Punkte sind noch offen:`),
  asAddendum: 'Als Nachtrag anfügen',
  askAddendum: 'Bitten Sie Arzt oder Therapeutin, es als Nachtrag anzufügen.',
  addendumOf: (clock: string, what: string) =>
    `Um ${clock} festgehalten, vor der Unterschrift nicht gesendet: ${what}`,
  notSaved: (count) =>
    `${entries(count)} ${count === 1 ? 'ist' : 'sind'} noch nicht gespeichert. Zeichnen Sie ab, wenn alles gespeichert ist.`,
} satisfies Told<typeof stepWords>;
