import type { LookingBack } from '../looking-english.ts';
import type { pastWords } from '../past-words.ts';
import type { Told, ToldSoFar } from '../told.ts';
import { counted, numbered, sessions } from './count.ts';

const took = (seconds: number) => (seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`);
const spans = { week: ['Woche', 'Wochen'], month: ['Monat', 'Monaten'] } as const;

/** The list of past sessions; the name of a route and of an event is the domain's and stays English. */
export const past = {
  protocol: 'Protokoll',
  version: (name, version) => `${name}, Fassung ${version}`,
  clear: (what) => `${what} aufheben`,
  filter: (name, value) => `${name}: ${value}`,
  loadingMore: 'Wird geladen …',
  client: 'Klient',
  title: 'Vergangene Sitzungen',
  filters: 'Filter',
  status: 'Stand',
  statuses: {
    past: 'Vergangene',
    any: 'Alle',
    planned: 'Geplant',
    'in-progress': 'Läuft',
    ended: 'Abzuzeichnen',
    signed: 'Abgezeichnet',
    cancelled: 'Abgesagt',
  },
  period: 'Zeit',
  periods: {
    any: 'Alle',
    '7': 'Letzte 7 Tage',
    '30': 'Letzte 30 Tage',
    '90': 'Letzte 90 Tage',
    '365': 'Letzte 12 Monate',
    between: 'Von … bis',
  },
  from: 'Von',
  to: 'Bis',
  between: (from, to) => `${from} bis ${to}`,
  since: (from) => `ab ${from}`,
  until: (to) => `bis ${to}`,
  wrongOrder: 'Der erste Tag liegt nach dem letzten.',
  room: 'Raum',
  any: 'Alle',
  clearAll: 'Alle Filter aufheben',
  widen: 'Auch geplante und laufende durchsuchen',
  noneYet: 'Noch keine vergangenen Sitzungen.',
  find: 'Klient, Patientennr., Worte in Notizen',
  findKept:
    'Dass Sie nach Worten in Notizen gesucht haben, steht im Protokoll der Zugriffe, die Worte nicht.',
  count: sessions,
  person: 'Team',
  onlyMe: 'Ich',
  route: 'Weg',
  notices: 'Hinweise',
  noticeChoices: { any: 'Alle', high: 'Hoch', medium: 'Mittel', open: 'Offen', none: 'Keine' },
  outside: 'Dosisgrenzen',
  outsideChoices: { any: 'Alle', yes: 'Außerhalb' },
  grade: 'Ereignis',
  gradeChoices: {
    any: 'Alle',
    '1': 'Ab Grad 1',
    '2': 'Ab Grad 2',
    '3': 'Ab Grad 3',
    '4': 'Ab Grad 4',
    '5': 'Grad 5',
  },
  more: 'Mehr',
  moreName: 'Mehr Filter',
  fewer: 'Weniger',
  fewerName: 'Weniger Filter',
  toSign: (count) => `Abzuzeichnen: ${count}`,
  none: 'Keine Sitzung passt.',
  clearOne: (what) => `${what} aufheben?`,
  export: 'Exportieren',
  exporting: 'Wird exportiert …',
  exportHint: (count) => `${sessions(count)} als CSV exportieren`,
  exported: (count) => `${sessions(count)} exportiert. Dass es geschah, steht im Protokoll der Zugriffe.`,
  views: 'Gespeicherte Ansichten',
  saveView: 'Ansicht speichern',
  dropView: (name) => `Ansicht ${name} entfernen`,
  columns: {
    date: 'Datum',
    client: 'Klient',
    dose: 'Dosis',
    pressure: 'Blutdruck',
    peak: 'Höchster',
    notices: 'Hinweise',
    phq9: 'PHQ-9',
    record: 'Stand',
  },
  caption:
    'Vergangene Sitzungen. Blutdrücke sind auf einer Skala von 60 bis 200 mmHg gezeichnet, mit der Linie der Grenze.',
  yearAndClock: (year, clock) => `${year} · ${clock}`,
  perKg: (mg) => `${mg} mg/kg`,
  noDose: 'Keine',
  rise: (percent) => `${percent > 0 ? '+' : ''}${percent} %`,
  bars: (baseline, peak, limit) =>
    [
      baseline === null ? 'Kein Ausgangswert' : `Ausgangswert ${baseline}`,
      peak === null ? 'kein Blutdruck nach dem Mittel' : `höchster ${peak}`,
      ...(limit === null ? [] : [`Hinweis ab ${limit}`]),
    ].join(', '),
  highCount: (count) => `${count} hoch`,
  mediumCount: (count) => `${count} mittel`,
  noNotice: 'Keine',
  sinceStart: (change) => `${change > 0 ? '+' : change < 0 ? '−' : '±'}${Math.abs(change)}`,
  firstScore: 'erster',
  unknown: '—',
  addenda: (count) => `+ ${count}`,
  openNotices: (count) => `${count} offen`,
  shownOf: (shown, total) => `${numbered(shown)} von ${numbered(total)} geladen`,
  loadMore: 'Mehr laden',
  facts: {
    title: 'In Zahlen',
    failed: 'Die Zahlen ließen sich nicht laden.',
    peak: 'Höchster systolischer Druck',
    over: (over, measured, limit) =>
      limit === null
        ? `${over} von ${measured} über ihrer Grenze`
        : `${over} von ${measured} erreichen ${limit}`,
    rise: (percent) =>
      percent === null
        ? 'kein Ausgangswert zum Vergleich'
        : `Anstieg im Median ${Math.round(percent)} % zum Ausgangswert`,
    step: (from, count) => `${from} bis ${from + 9} mmHg: ${count}`,
    notices: 'Mittlere und hohe Hinweise',
    raised: (count, n, by) => `${count} in ${n} ${spans[by]?.[n === 1 ? 0 : 1] ?? by}`,
    seen: (seconds, open) =>
      `${seconds === null ? 'keiner gesehen' : `im Median ${took(seconds)} bis „Gesehen“`}; ${open} offen`,
    span: (from, count) => `ab ${from}: ${count}`,
    phq9: 'PHQ-9, Beginn bis zuletzt',
    change: (first, latest) => `${first.toFixed(1)} → ${latest.toFixed(1)}`,
    clients: (count) => `${counted(count, 'Klient', 'Klienten')} mit 2 oder mehr Werten`,
    tooFew: 'Zu wenige, um es zu zeigen',
    noScores: 'Noch keine Werte',
    signed: 'Innerhalb von 24 h abgezeichnet',
    percent: (percent) => `${percent.toFixed(1)} %`,
    nothingDue: 'Nichts war fällig',
    waiting: (count, oldest) =>
      oldest === null ? 'nichts abzuzeichnen' : `${count} abzuzeichnen, älteste ${oldest}`,
  },
  preview: {
    title: 'Vorschau',
    show: (name) => `Vorschau von ${name}`,
    none: 'Wählen Sie eine Sitzung: J und K bewegen, Enter öffnet.',
    length: (span) => span,
    draw: 'Blutdrücke zeichnen',
    dose: 'Dosis',
    doseOf: (given, perKg, outside) =>
      [
        given,
        ...(perKg === null ? [] : [perKg]),
        outside === 0 ? 'wie geplant' : `${outside} außerhalb einer Grenze`,
      ].join(', '),
    noDose: 'Keine gegeben',
    pressure: 'Blutdruck',
    peakOf: (peak, at, rise) =>
      [at === null ? peak : `${peak} um ${at}`, ...(rise === null ? [] : [`${rise} zum Ausgangswert`])].join(
        ', ',
      ),
    notice: 'Hinweise',
    noticeOf: (said, seconds) => (seconds === null ? said : `${said}, gesehen nach ${took(seconds)}`),
    vitals: 'Vitalzeichen',
    vitalsOf: (onTime, due) => `${onTime} von ${due} Messungen pünktlich`,
    events: 'Unerwünschte Ereignisse',
    eventsOf: (what, grade) => `${what}, Grad ${grade}`,
    home: 'Heimweg',
    homeOf: (at, met, of) => `${at}, ${met} von ${of} Punkten erfüllt`,
    corrected: 'Berichtigt',
    correctedOf: (amended, retracted) =>
      [
        ...(amended === 0 ? [] : [`${amended} berichtigt`]),
        ...(retracted === 0 ? [] : [`${retracted} irrtümlich eingetragen`]),
      ].join(', '),
    open: 'Bericht öffnen',
    openPlan: 'Sitzung öffnen',
    replay: 'Wiedergabe',
    compare: 'Vergleichen',
    fhir: 'FHIR',
    pdf: 'PDF',
  },
} satisfies ToldSoFar<typeof pastWords>;

/** What the list shares with pages that are not translated yet. */
export const filters = { clear: past.clear } satisfies Told<LookingBack['filters']>;
export const sessionValues = {
  noRoom: 'Kein Raum',
  running: (clock, room) => `In Sitzung seit ${clock}, ${room}. Öffnen Sie sie, um ihre Werte zu sehen.`,
  planned: 'Noch nicht begonnen.',
  cancelled: 'Vor dem Beginn abgesagt.',
  notShown: 'Ihre Werte sind für Ihre Rolle nicht sichtbar.',
} satisfies Told<LookingBack['sessionValues']>;
