import type { importWording } from '@tandem/domain';
import type { clientImportWords } from '../client-import-words.ts';
import type { Told } from '../told.ts';

const clients = (count: number) => `${count} ${count === 1 ? 'Klient' : 'Klienten'}`;

/** Clients from a file. */
export const clientImport = {
  title: 'Klienten importieren',
  intro:
    'Eine CSV-Datei mit einer Kopfzeile und je einem Klienten in jeder Zeile. Sie wird zuerst geprüft; gespeichert wird erst, wenn Sie es sagen.',
  columns:
    'Nötig: Nachname, Vorname, Geburtsdatum als 14.03.1987 oder 1987-03-14. Soweit vorhanden: Geschlecht, MRN, Allergien, Medikamente (mit ; dazwischen), Sprache, Kontakt, Telefon, E-Mail. Englische Spaltennamen werden ebenso gelesen.',
  allergies: 'Eine leere Zelle unter Allergien heißt „nicht gefragt“, nie „keine bekannt“.',
  choose: 'Datei auswählen',
  chooseAnother: 'Andere Datei auswählen',
  template: 'Vorlage herunterladen',
  templateName: 'tandem-klienten.csv',
  templateHeader:
    'Nachname;Vorname;Geburtsdatum;Geschlecht;MRN;Allergien;Medikamente;Sprache;Kontaktperson;Beziehung;Telefon;E-Mail',
  back: 'Klienten',
  tooLarge:
    'Diese Datei ist größer als 1 MB. Nichts wurde gelesen. Teilen Sie sie und importieren Sie die Teile nacheinander.',
  notUtf8:
    'Diese Datei ist nicht UTF-8. Nichts wurde gelesen. Speichern Sie sie in der Tabelle als „CSV UTF-8“ und wählen Sie sie erneut aus.',
  notRead: 'Diese Datei konnte nicht gelesen werden. Wählen Sie sie erneut aus.',
  reading: (name) => `${name} wird gelesen …`,
  file: (name) => `In ${name}`,
  ignored: (columns) => `Hier nicht bekannt und ausgelassen: ${columns}.`,
  wouldAdd: (count) => `${clients(count)} würden aufgenommen`,
  nobodyNew: 'Niemand in dieser Datei ist neu.',
  add: (count) => `${clients(count)} aufnehmen`,
  adding: (count) => `${clients(count)} werden aufgenommen …`,
  added: (count) => `${clients(count)} aufgenommen. Alle stehen in der Liste der Klienten.`,
  addedNone: 'Niemand wurde aufgenommen: alle in dieser Datei sind schon da.',
  leftOut: (count) =>
    count === 1
      ? '1 Zeile ist nicht lesbar und wird ausgelassen. Berichtigen Sie sie in der Datei und importieren Sie diese erneut: niemand wird doppelt aufgenommen.'
      : `${count} Zeilen sind nicht lesbar und werden ausgelassen. Berichtigen Sie sie in der Datei und importieren Sie diese erneut: niemand wird doppelt aufgenommen.`,
  groups: {
    unreadable: (count) => `Nicht lesbar: ${count}`,
    known: (count) => `Schon da: ${count}`,
    new: (count) => `Würden aufgenommen: ${count}`,
    added: (count) => `Aufgenommen: ${count}`,
  },
  more: (count) => `${count} weitere anzeigen`,
  row: 'Zeile',
  client: 'Klient',
  born: 'Geboren',
  sex: 'Geschlecht',
  sexes: { female: 'Weiblich', male: 'Männlich', other: 'Divers', unknown: 'Nicht bekannt' },
  mrn: 'MRN',
  allergiesOf: 'Allergien',
  allergyStatus: { 'not-asked': 'Nicht gefragt', 'none-known': 'Keine bekannt' },
  also: 'Medikamente, Kontakt, Sprache',
  why: 'Warum',
  sameMrn: (mrn, name, born) => `MRN ${mrn} ist ${name}, geboren ${born}.`,
  otherName: 'Ist dies jemand anderes, berichtigen Sie die Nummer in der Datei.',
  samePerson: 'Gleiche Namen und gleiches Geburtsdatum wie ein Klient Ihrer Klinik.',
  twice: (row) => `Dieselbe Person wie in Zeile ${row}.`,
  twiceMrn: (mrn, row) => `Gleiche MRN ${mrn} wie in Zeile ${row}.`,
} satisfies Told<typeof clientImportWords>;

/** What is wrong with a row. */
export const importProblems = {
  fields: {
    familyName: 'Nachname',
    givenName: 'Vorname',
    birthDate: 'Geburtsdatum',
    sex: 'Geschlecht',
    mrn: 'MRN',
    allergies: 'Allergien',
    medicines: 'Medikamente',
    language: 'Sprache',
    contactName: 'Kontaktperson',
    contactRelation: 'Beziehung',
    phone: 'Telefon',
    email: 'E-Mail',
  },
  row: 'Die Zeile',
  problems: {
    empty: (field) => `${field} ist leer. Tragen Sie es in der Datei ein.`,
    'too-long': (field, value, most) =>
      `${field} „${value}“ ist länger als ${most} Zeichen. Kürzen Sie den Eintrag.`,
    'too-many': (field, _value, most) =>
      `${field} hat mehr als ${most} Teile. Lassen Sie die übrigen weg und tragen Sie sie auf der Seite des Klienten nach.`,
    'too-many-cells': (_field, value) =>
      `Die Zeile hat mehr Zellen als die Kopfzeile: „${value}“ steht in keiner Spalte. Setzen Sie einen Wert, in dem das Trennzeichen vorkommt, in Anführungszeichen.`,
    'bad-characters': (field) =>
      `${field} hat Zeichen, die nicht lesbar sind. Speichern Sie die Datei als CSV UTF-8.`,
    'no-date': (field, value) =>
      `${field} „${value}“ ist kein eindeutiger Tag. Schreiben Sie ihn als 14.03.1987 oder 1987-03-14.`,
    'birth-out-of-range': (field, value) =>
      `${field} „${value}“ liegt nicht zwischen 1900 und heute. Berichtigen Sie das Jahr.`,
    'no-sex': (field, value) =>
      `${field} „${value}“ ist hier nicht bekannt. Schreiben Sie weiblich, männlich, divers oder unbekannt, oder lassen Sie es leer.`,
    'allergies-unclear': (field, value) =>
      `${field} „${value}“ lässt sich auf zwei Arten lesen. Nennen Sie jede mit ; dazwischen, schreiben Sie „keine bekannt“, oder lassen Sie es leer für „nicht gefragt“.`,
  },
} satisfies Told<typeof importWording>;
