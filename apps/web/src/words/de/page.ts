import type { pageWords } from '../page-words.ts';
import type { Told } from '../told.ts';
import { entries } from './count.ts';

const unsaved = (count: number) =>
  `${entries(count)} ${count === 1 ? 'ist' : 'sind'} noch nicht gespeichert.`;
const readings = (count: number) => (count === 1 ? 'letzte Messung' : `letzte ${count} Messungen`);

export const page = {
  product: 'Tandem',
  rail: {
    today: 'Heute',
    session: 'Sitzung',
    sessions: 'Sitzungen',
    insights: 'Einblicke',
    clients: 'Klienten',
    setup: 'Setup',
  },
  skip: {
    content: 'Zum Inhalt springen',

    line: 'Zur Eingabezeile springen',
    pad: 'Zum Tastenfeld springen',
    panel: 'Zum offenen Formular springen',
    log: 'Zum Protokoll springen',
    timeline: 'Zum Zeitverlauf springen',
  },
  language: 'Sprache',
  languageNotKept: 'Dieser Browser bewahrt nichts auf. Die Sprache lässt sich hier nicht wählen.',
  person: {
    pinSet: 'Sie haben eine PIN, mit der dieser Bildschirm entsperrt wird.',
    noPin: 'Sie haben noch keine PIN: sie entsperrt diesen Bildschirm und bestätigt Dosen.',
    setPin: 'PIN festlegen',
    changePin: 'PIN ändern',
    pin: 'Neue PIN, sechs Ziffern',
    password: 'Ihr Passwort',
    savePin: 'PIN speichern',
    actingAs: 'In der Rolle',
    signOut: 'Abmelden',
    card: 'Karte auf einer Seite',
    device: 'Dieses Gerät',
    light: 'Hell',
    dim: 'Dunkel',
    toLight: 'Zu hell wechseln',
    toDim: 'Zu dunkel wechseln',
    unsent: (count) =>
      `${unsaved(count)} Warten Sie, bis alles gespeichert ist, oder exportieren Sie, was hier liegt.`,
  },
  weekdays: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
  // Days in the short form of hours and minutes: it fits "vor", "seit" and "alt" alike.
  time: { now: 'jetzt', ago: (howLong) => `vor ${howLong}`, days: (count) => `${count} d` },
  cannotSave: 'Tandem kann gerade nicht speichern: bitte auf Papier schreiben. Lesen geht weiter.',
  kept: {
    wait: (count, name) =>
      `${entries(count)} von ${name} ${count === 1 ? 'wartet' : 'warten'} auf diesem Gerät.`,
    show: 'Anzeigen',
  },
  signIn: {
    title: 'Anmelden',
    email: 'E-Mail',
    password: 'Passwort',
    button: 'Anmelden',
    wait: (seconds) =>
      `Zu viele falsche Passwörter. Warten Sie ${seconds < 90 ? `${seconds} Sekunden` : `${Math.ceil(seconds / 60)} Minuten`} und versuchen Sie es dann erneut.`,
  },
  failed: {
    noAnswer:
      'Tandem hat nicht geantwortet. Ihre Eingabe bleibt erhalten. Prüfen Sie das Netz und versuchen Sie es erneut.',
    again: 'Erneut versuchen',
    broken:
      'Auf dieser Seite ist ein Fehler aufgetreten. Was der Server hat, ist sicher. Laden Sie neu, um weiterzuarbeiten.',
    reload: 'Neu laden',
    tooOld:
      'Hier läuft ein neueres Tandem: laden Sie neu, um weiterzuarbeiten. Was auf diesem Gerät wartet, bleibt hier.',
    tooOldUnsafe:
      'Hier läuft ein neueres Tandem. Laden Sie neu, um weiterzuarbeiten, sobald gespeichert oder exportiert ist, was nur auf dieser Seite liegt.',
  },
  notCurrent: {
    since: (clock) => `Nicht aktuell seit ${clock}.`,
    because: {
      silence: 'Wird erneut versucht.',
      'stood-still': 'Dieses Gerät war im Ruhezustand. Es wird nachgeladen.',
      database: 'Die Datenbank antwortet nicht. Wird erneut versucht.',
      ahead: 'Der Server hat weniger Einträge als dieser Bildschirm. Laden Sie die Seite neu.',
      'too-old': 'Laden Sie neu, um weiterzuarbeiten.',
    },
  },
  clock: {
    ahead: (howLong) =>
      `Die Uhr dieses Geräts geht ${howLong} vor. Die Zeiten hier folgen der Uhr des Servers.`,
    behind: (howLong) =>
      `Die Uhr dieses Geräts geht ${howLong} nach. Die Zeiten hier folgen der Uhr des Servers.`,
  },
  board: {
    now: 'Laufende Sitzungen',
    later: 'Später',
    toSign: 'Abzuzeichnen',
    newSession: 'Neue Sitzung',
    round: 'Rundgang',
    register: 'Register',
    planTheDay: 'Tag planen',
    paperForms: 'Papierbögen drucken',
    addClient: 'Klient aufnehmen',
    none: (next) => (next === null ? 'Heute keine Sitzungen.' : `Heute keine Sitzungen. Nächste: ${next}.`),
    noneNow: 'Niemand ist in einer Sitzung.',
    noneLater: 'Für heute ist nichts weiter geplant.',
    noneToSign: 'Nichts abzuzeichnen.',
    hiddenClient: 'Klient für Sie nicht sichtbar',
    noRoom: 'Kein Raum',
    start: 'Beginnen',
    edit: 'Ändern',
    cancel: 'Absagen',
    vitals: { bloodPressure: 'BD', heartRate: 'HF', spo2: 'SpO₂' },
    noVitals: 'Noch keine Vitalzeichen',
    noPressure: 'Blutdruck, keine Messung.',
    pressures: (count, highest) => `Blutdruck, ${readings(count)}, höchster Wert ${highest}.`,
    taken: (ago) => `Gemessen ${ago}`,
    due: {
      in: (minutes) => `Vitalzeichen in ${minutes} min`,
      now: 'Vitalzeichen jetzt fällig',
      late: (clock, minutes) => `Vitalzeichen seit ${clock} fällig, ${minutes} min überfällig`,
    },
    noticeIn: (place, sentence) => `${place}: ${sentence}`,
    elapsedIn: 'Sitzungsdauer',
    ended: (day) => `Beendet ${day}`,
  },
  roles: {
    physician: 'Ärztin / Arzt',
    nurse: 'Pflege',
    therapist: 'Therapie',
    lead: 'Leitung',
    admin: 'Verwaltung',
  },
  // A noun keeps its capital.
  inSentence: (name) => name,
  origin: { live: '', training: 'Übung', demo: 'Demo', transcribed: 'Von Papier übertragen' },
  status: {
    planned: 'Geplant',
    'in-progress': 'Läuft',
    ended: 'Abzuzeichnen',
    signed: 'Abgezeichnet',
    cancelled: 'Abgesagt',
  },
  steps: {
    end: 'Sitzung beenden',
    sign: 'Abzeichnen',
    report: 'Bericht',
    reportAndSign: 'Bericht und Abzeichnen',
    cancel: 'Sitzung absagen',
    cancelTitle: 'Diese Sitzung absagen',
    why: 'Grund',
    back: 'Zurück',
  },
  clients: {
    sex: 'Geschlecht',
    sexes: { female: 'Weiblich', male: 'Männlich', other: 'Divers', unknown: 'Nicht bekannt' },
  },
  plan: { team: 'Team' },
} satisfies Told<typeof pageWords>;
