import type { instrumentWords } from '../instrument-words.ts';
import type { ToldSoFar } from '../told.ts';
import { counted } from './count.ts';

const unvalidated = 'jeder Wert ist als nicht validiert gekennzeichnet';

/** A clinic brings its own questionnaires; what is wrong with a file is the domain's and stays English. */
export const questionnaires = {
  title: 'Fragebögen',
  link: (n) => (n === 0 ? 'Fragebögen' : `Fragebögen (${n} eigene)`),
  intro:
    'Was Klienten zwischen ihren Sitzungen gefragt werden. Ein eigener Fragebogen ist eine Datei; eine Fassung, die hier ist, ändert sich nie, damit jede Antwort die Fragen behält, auf die sie gegeben wurde.',
  shipped: 'Mit Tandem mitgeliefert',
  own: 'Von Ihrer Klinik',
  none: 'Noch keine.',
  notLoaded: 'Die Fragebögen ließen sich nicht laden. Was der Server hat, ist sicher.',
  readOnly: 'Leitung oder Verwaltung fügt sie hinzu.',
  version: (key, version) => `${key}, Fassung ${version}`,
  added: (by, when) => `hinzugefügt von ${by}, ${when}`,
  someone: 'jemandem, der hier nicht mehr bekannt ist',
  older: (n) => (n === 1 ? '1 frühere Fassung ist aufbewahrt' : `${n} frühere Fassungen sind aufbewahrt`),
  notOffered: 'Nicht mehr angeboten',
  show: 'Zeigen',
  showOne: (name) => `${name} zeigen`,
  hide: 'Verbergen',
  hideOne: (name) => `${name} verbergen`,
  next: 'Neue Fassung',
  nextOf: (name) => `Neue Fassung von ${name}`,
  retire: 'Nicht mehr anbieten',
  retireOne: (name) => `${name} nicht mehr anbieten`,
  retireMeans: (name) =>
    `Niemand wird mehr nach ${name} gefragt. Was beantwortet wurde, bleibt auf den Seiten der Klienten, und der Fragebogen kann wieder angeboten werden.`,
  sure: 'Nicht mehr anbieten',
  restore: 'Wieder anbieten',
  restoreOne: (name) => `${name} wieder anbieten`,
  back: 'Zurück',
  saidRetired: (name) => `${name} wird nicht mehr angeboten.`,
  saidRestored: (name) => `${name} wird wieder angeboten.`,
  saidAdded: (name, version) => `${name}, Fassung ${version}, wird von jetzt an angeboten.`,
  add: {
    title: 'Fragebogen hinzufügen',
    way: 'Wie',
    ways: { file: 'Aus einer Datei', total: 'Nur die Summe' },
    choose: 'Datei wählen',
    example: 'Mit einem Beispiel beginnen',
    json: 'Definition',
    jsonHint: 'JSON, oben gewählt oder hier eingefügt. docs/instruments.md sagt, was darin stehen kann.',
    jsonNeeded:
      'Die Definition darf nicht leer sein. Wählen Sie eine Datei, fügen Sie eine ein, oder beginnen Sie mit dem Beispiel.',
    notRead: 'Diese Datei ließ sich nicht lesen. Wählen Sie eine andere, oder fügen Sie ihren Inhalt ein.',
    tooLarge: 'Diese Datei ist größer als 64 KiB, mehr als eine Definition haben darf.',
    check: 'Prüfen',
    totalHint:
      'Für einen Fragebogen, der auf Papier ausgefüllt wird und dessen Text nicht kopiert werden darf: seine Summe wird eingegeben, seine Fragen bleiben auf dem Papier.',
    name: 'Name',
    least: 'Kleinste Summe',
    most: 'Größte Summe',
    licence: 'Mit welchem Recht Ihre Klinik ihn verwendet',
    licenceHint: 'Etwa: Für unsere Klinik vom Verlag lizenziert, Vertrag von 2026.',
    source: 'Wo seine Auswertung veröffentlicht ist',
    sourceHint: `Leer: ${unvalidated}.`,
  },
  problems: (n) =>
    n === 1 ? 'Eines ist nicht, wie es sein soll:' : `${n} Dinge sind nicht, wie sie sein sollen:`,
  whole: 'Die Datei',
  preview: {
    title: 'Wie die Klientin oder der Klient es sieht',
    hint: 'Probieren Sie es aus: was hier angetippt wird, wird nicht gespeichert.',
    paper: 'Diesen sieht nur das Team: die Summe wird vom Papier eingegeben.',
    result: 'Mit diesen Antworten',
    nothing: 'Noch nichts ist beantwortet.',
    facts: 'Wie es ausgewertet wird',
    total: 'Summe',
    range: (least, most) => `${least} bis ${most}`,
    noTotal: 'keine: jede Frage steht für sich',
    noTotalSubscales: 'keine: jede Subskala steht für sich',
    bands: 'Stufen',
    noBands: 'keine',
    band: (from, to, words) => (from === to ? `${from} ${words}` : `${from} bis ${to} ${words}`),
    subscales: 'Subskalen',
    reversed: 'Umgekehrt gezählt',
    lookBack: 'Blickt zurück auf',
    days: (n) => counted(n, 'Tag', 'Tage'),
    source: 'Quelle',
    noSource: `keine: ${unvalidated}`,
    safety:
      'Eine Frage nach Gedanken an den Tod löst hier keine Nachfrage aus: das tut nur Frage 9 des PHQ-9, der mit Tandem kommt.',
  },
  attest: (licence) => `Unsere Klinik darf diesen Text verwenden, wie darin steht: „${licence}“`,
  attestNeeded:
    'Bestätigen Sie zuerst, dass Ihre Klinik diesen Text verwenden darf: Tandem kann es nicht wissen.',
  save: (name, version) => `${name}, Fassung ${version}, hinzufügen`,
} satisfies ToldSoFar<typeof instrumentWords>;
