import type { processNoteWords } from '../process-note-words.ts';
import type { removalWords } from '../removal-words.ts';
import type { Told, ToldSoFar } from '../told.ts';
import { counted } from './count.ts';

/** What the room and the person's dialog say of them; legal releases, which a lead asks for in setup, stay English. */
export const processNotes = {
  title: 'Prozessnotiz',
  page: 'Prozessnotizen',
  action: 'Prozessnotiz',
  only: 'Nur Sie können das lesen. Es steht nicht in der Aufzeichnung der Sitzung, in keiner Suche und in keinem Export.',
  label: 'Ihre Prozessnotiz',
  elsewhere: 'Nicht hierher, sondern in die gemeinsamen Notizen',
  belongs: [
    'Medikamente, Dosen und wie der Klient beobachtet wurde',
    'Beginn und Ende der Sitzung, Art und Häufigkeit der Behandlung',
    'Ergebnisse von Tests und Skalen',
    'Zusammenfassungen von Diagnose, Befinden, Plan, Symptomen, Prognose und Fortschritt',
  ],
  copied: 'Was Sie von hier in die gemeinsamen Notizen kopieren, ist nicht mehr geschützt.',
  states: {
    empty: 'Noch nichts geschrieben',
    saved: (clock) => `Gespeichert ${clock}`,
    unsaved: 'Noch nicht gespeichert',
    saving: 'Wird gespeichert',
    offline:
      'Ohne Verbindung nicht gespeichert. Es ist nur auf dieser Seite: lassen Sie sie offen, es wird von selbst gespeichert.',
  },
  done: 'Fertig',
  loading: 'Ihre Notiz wird geöffnet.',
  failed: 'Ihre Notiz ließ sich nicht öffnen.',
  again: 'Erneut versuchen',
  sealed:
    'Der Schlüssel dieser Notiz ist nicht auf diesem Computer, daher kann sie niemand lesen. Sie bleibt erhalten, wie sie ist. Bitten Sie Ihre Verwaltung, ihn zurückzulegen.',
  earlier: (count) => counted(count, 'frühere Fassung', 'frühere Fassungen'),
  none: 'Noch keine Prozessnotizen. Schreiben Sie eine im Raum einer Sitzung, unter „Prozessnotiz“.',
  columns: { client: 'Klient', session: 'Sitzung', saved: 'Zuletzt gespeichert' },
  open: (client) => `Prozessnotiz zu ${client} öffnen`,
  unreadable: 'versiegelt',
  unsent:
    'Eine Prozessnotiz ist noch nicht gespeichert. Öffnen Sie sie, warten Sie, bis sie gespeichert ist, und melden Sie sich dann ab.',
  mine: 'Meine Prozessnotizen',
  openPage: 'Prozessnotizen und Freigaben öffnen',
} satisfies ToldSoFar<typeof processNoteWords>;

export const removal = {
  wrongClient: 'Es gehört zu einem anderen Klienten',
  title: 'Falscher Klient',
  intro:
    'Wird für den richtigen Klienten neu eingetragen und hier als irrtümlich gekennzeichnet; eine Leitung wird gebeten, den Text hier zu entfernen.',
  whose: 'Es gehört zu',
  choose: 'Sitzung wählen',
  chooseNeeded: 'Wählen Sie die Sitzung, zu der es gehört.',
  none: 'Keine andere Sitzung läuft oder ist abzuzeichnen. Kennzeichnen Sie es als irrtümlich, und tragen Sie es in der richtigen ein.',
  dose: 'Eine Dosis wird für den Klienten gegengelesen, der sie bekommen hat: tragen Sie sie zuerst in dessen Raum ein, dann kennzeichnen Sie diese als irrtümlich.',
  reason: 'Für den falschen Klienten eingetragen.',
  late: 'War zuerst für einen anderen Klienten eingetragen.',
  move: 'Verschieben',
  steps: {
    entered: (name) => `Für ${name} eingetragen`,
    retracted: 'Hier als irrtümlich gekennzeichnet',
    asked: 'Um Entfernung des Textes gebeten',
  },
  stepState: { done: 'fertig', waits: 'wartet', failed: 'nicht geschehen' },
  done: 'Fertig',
  removeText: 'Text entfernen',
  removeTitle: 'Um Entfernung des Textes bitten',
  removeIntro:
    'Eine Leitung entscheidet. Der Platz des Eintrags, seine Zeit und wer ihn schrieb bleiben; die Worte verschwinden von jedem Bildschirm, aus Suche und Export. Frühere Sicherungen enthalten sie, bis sie alt sind.',
  why: 'Warum es weg muss',
  whyHint: 'Ohne zu wiederholen, was es sagt: der Grund bleibt.',
  ask: 'Darum bitten',
  back: 'Zurück',
  whyNeeded: 'Nennen Sie den Grund in wenigen Worten.',
  asked: 'Erbeten. Eine Leitung entscheidet.',
  page: 'Zu entfernende Texte',
  openPage: 'Zu entfernende Texte öffnen',
  pageIntro:
    'Entfernte Worte sind endgültig weg. Sie sehen, welche Art von Eintrag es ist und wer die Sitzung seither geöffnet hat, nie die Worte.',
  pageOwn: 'Worum Sie gebeten haben.',
  nothing: 'Es wurde um nichts gebeten.',
  waiting: 'Wartet auf Ihr Wort',
  waitingLead: 'Wartet auf eine Leitung',
  doneBy: (name, when) => `Entfernt von ${name}, ${when}`,
  refusedBy: (name, when) => `Abgelehnt von ${name}, ${when}`,
  entry: (kind, author, when) => `${kind} von ${author}, ${when}`,
  inSession: (client, when) => `${client}, Sitzung vom ${when}`,
  askedBy: (name, when) => `erbeten von ${name}, ${when}`,
  readBy: (names) => `Seither geöffnet von ${names}`,
  readByNobody: 'Seither von niemandem geöffnet',
  agree: 'Entfernen',
  sure: 'Diese Worte endgültig entfernen?',
  refuse: 'Text behalten',
  again: 'Erneut versuchen',
} satisfies Told<typeof removalWords>;
