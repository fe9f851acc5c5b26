import type { courseWords } from '../course-words.ts';
import type { OnPages } from '../page-english.ts';
import type { ToldSoFar } from '../told.ts';
import { counted } from './count.ts';

/** What happens between a client's sessions. Questions and answers of measures stay as they were published. */
export const course = {
  title: 'Zwischen den Sitzungen',
  link: 'Zwischen den Sitzungen',
  toRecord: 'Akte',
  notLoaded: 'Was zwischen den Sitzungen geschieht, konnte nicht gelesen werden.',
  stale: (clock) => `Seit ${clock} nicht aktuell: der Server antwortet nicht.`,
  readOnly: 'Ihre Rolle liest dies. Geschrieben wird es ärztlich und therapeutisch.',
  none: 'Noch nichts wurde geschrieben.',
  save: 'Speichern',
  back: 'Zurück',
  by: (name, when) => `${name}, ${when}`,
  calendar: 'Kalenderdatei',
  safety: {
    title: 'Jetzt nachfragen',
    what: (answer, clock) =>
      `„Thoughts that you would be better off dead or of hurting yourself“ wurde um ${clock} mit „${answer}“ beantwortet.`,
    due: (clock) =>
      `Was daraufhin geschah, ist bis ${clock} einzutragen. Bis dahin beginnt keine Sitzung dieser Person und keine wird abgezeichnet.`,
    overdue: (clock) =>
      `Was daraufhin geschah, hätte bis ${clock} eingetragen werden sollen. Auch die Leitung der Klinik sieht dies.`,
    outcome: 'Was daraufhin geschah',
  },
  measures: {
    title: 'Fragebögen',
    fill: 'Ausfüllen',
    who: 'Wer füllt ihn aus?',
    client: 'Die Klientin oder der Klient, auf diesem Bildschirm',
    staff: 'Ich',
    timing: 'Wann',
    timings: { before: 'Vor einer Sitzung', after: 'Nach einer Sitzung', between: 'Dazwischen' },
    none: 'noch nicht ausgefüllt',
    total: (total, most) => `${total} von ${most}`,
    gaps: 'nicht jede Frage wurde beantwortet: keine Summe',
    change: (by) => (by === 0 ? 'wie zuvor' : by > 0 ? `${by} mehr als zuvor` : `${-by} weniger als zuvor`),
    short: 'kurzer Abstand: beide blicken auf dieselben Tage zurück',
    own: 'eigene Worte, kein geprüftes Instrument',
    trend: (name, n) => `${name}, ${counted(n, 'Wert', 'Werte')}`,
  },
  form: {
    thanks: 'Danke. Bitte geben Sie den Bildschirm zurück.',
    give: 'Fertig',
    cancel: 'Zurückgeben, ohne zu speichern',
    left: (n) =>
      `${counted(n, 'Frage ist', 'Fragen sind')} nicht beantwortet. Das ist erlaubt; es gibt dann keine Summe.`,
    notSaved: 'Es konnte noch nicht gespeichert werden. Ihre Antworten sind noch hier.',
    again: 'Erneut versuchen',
    question: (n, of) => `Frage ${n} von ${of}`,
  },
  story: {
    title: 'Die Geschichte',
    from: 'Von',
    to: 'Zu',
    add: 'Aufschreiben',
    line: (from, to) => `Von „${from}“ zu „${to}“`,
  },
  plan: {
    title: 'Plan für danach',
    none: 'Noch kein Plan.',
    edit: 'Plan schreiben',
    change: 'Plan ändern',
    form: 'Wie',
    text: 'Was',
    when: 'Wann',
    add: 'Noch etwas',
    remove: 'Entfernen',
  },
  checkIns: {
    title: 'Nachfragen',
    none: 'Keine sind geplant.',
    plan: 'Nachfragen planen',
    from: 'Gezählt ab',
    owner: 'Wer fragt nach',
    deputy: 'Vertretung',
    nobody: 'niemand',
    due: (when) => `fällig ${when}`,
    overdue: (when) => `war fällig ${when}`,
    moved: (n) => (n === 1 ? 'einmal verschoben' : `${n}-mal verschoben`),
    done: 'Erledigt',
    missed: 'Nicht erreicht',
    move: 'Verschieben',
    to: 'Auf',
    words: 'Was gesagt wurde',
    states: { done: 'erledigt', missed: 'nicht erreicht' },
  },
  insights: {
    title: 'Einsichten',
    none: 'Noch keine.',
    add: 'Aus einer Sitzung',
    session: 'Sitzung',
    moment: 'Entstanden aus',
    noMoment: 'keinem einzelnen Moment',
    text: 'Was klar wurde, in Worten, die die Person selbst gebrauchen würde',
    at: (day, clock) => `${day}, ${clock}`,
    open: 'Noch nicht mit der Klientin oder dem Klienten abgestimmt.',
    agree: 'Die Klientin oder der Klient stimmt zu',
    how: 'Wie',
    hows: { 'in-person': 'Persönlich', 'by-phone': 'Am Telefon', 'in-writing': 'Schriftlich' },
    agreed: (how, when) => `Zugestimmt: ${how}, ${when}`,
  },
  due: {
    title: 'Fällig zwischen den Sitzungen',
    none: 'Nichts ist fällig.',
    safety: 'Nach der Sicherheit fragen',
    checkIn: (step) => `Nachfrage, ${step}`,
    at: (when) => `fällig ${when}`,
    over: (span) => `überfällig seit ${span}`,
    by: (name) => `durch ${name}`,
  },
} satisfies ToldSoFar<typeof courseWords>;

/** Laid over what the domain calls them. */
export const planForms = {
  journaling: 'Tagebuch schreiben',
  'quiet-walk': 'Ein stiller Spaziergang',
  'trusted-conversation': 'Ein vertrautes Gespräch',
  'ongoing-therapy': 'Weiterführende Therapie',
  own: 'Auf eigene Weise',
} satisfies ToldSoFar<OnPages['planForms']>;
export const checkInSteps = {
  '24h': { label: '24 Stunden' },
  '72h': { label: '72 Stunden' },
  '1wk': { label: '1 Woche' },
  '2wk': { label: '2 Wochen' },
  '1mo': { label: '1 Monat' },
  '3mo': { label: '3 Monate' },
} satisfies ToldSoFar<OnPages['checkInSteps']>;
