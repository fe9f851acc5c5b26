import type { displayWords } from '../display-words.ts';
import type { Told } from '../told.ts';
import type { wallWords } from '../wall-words.ts';

export const displays = {
  title: 'Raumanzeige',
  ofClinic: 'Raumanzeigen',
  intro: 'Ein Bildschirm an der Wand: Raum, Phase und Uhr, nie ein Name. Öffnen Sie auf diesem Bildschirm',
  thenType: 'Geben Sie dann hier den Code ein, den er zeigt.',
  address: (origin) => `${origin}/display`,
  room: 'Raum',
  noRooms: 'Noch keine Räume. Es muss einen Raum geben, bevor ein Bildschirm mit ihm gekoppelt werden kann.',
  code: 'Code auf dem Bildschirm',
  codeHint: 'Sechs Zeichen, 10 Minuten gültig.',
  codeWrong:
    'Der Code hat sechs Zeichen, aus 3 4 7 9 und den Buchstaben C D F H J K M N P R T W X Y. Sehen Sie noch einmal nach.',
  setting: 'Er zeigt',
  settings: { calm: 'Ruhig', 'staff-side': 'Für das Team', off: 'Aus' },
  means: {
    calm: 'Phase und Uhr. Ein Hinweis ist ein kleines, gedämpftes Zeichen. Für einen Raum mit einem Klienten.',
    'staff-side':
      'Blutdruck, Herzfrequenz, SpO₂ und Hinweise, aus 4 m zu lesen. Für eine Wand, die der Klient nicht sieht.',
    off: 'Nur die Uhr.',
  },
  valuesNotYours:
    '„Für das Team“ stellt ein, wer im Raum behandelt: ärztlich, pflegerisch oder therapeutisch.',
  pair: 'Diesen Bildschirm koppeln',
  pairAnother: 'Weiteren Bildschirm koppeln',
  paired: (room) => `Mit ${room} gekoppelt. Er zeigt es innerhalb von 2 Sekunden.`,
  pairedBy: (person, at) => `Gekoppelt von ${person}, ${at}`,
  on: 'Verbunden',
  lastSeen: (at) => `Nichts gehört seit ${at}`,
  settingOf: (room) => `Was die Anzeige in ${room} zeigt`,
  unpair: 'Entkoppeln',
  unpairSure: 'Er zeigt dann wieder einen Code und nichts mehr aus diesem Raum. Entkoppeln?',
  keep: 'Behalten',
  unpaired: (room) => `Die Anzeige in ${room} ist entkoppelt.`,
  loading: 'Der Server wird gefragt.',
  again: 'Erneut versuchen',
  close: 'Schließen',
} satisfies Told<typeof displayWords>;

export const wall = {
  page: 'Raumanzeige',
  code: {
    title: 'Diesen Bildschirm mit einem Raum koppeln',
    how: 'Öffnen Sie in Tandem die Raumanzeige in einer Sitzung, oder das Setup, und geben Sie diesen Code ein.',
    good: (minutes) => (minutes < 1 ? 'Weniger als eine Minute gültig' : `Noch ${minutes} min gültig`),
    shows: 'Er wird einen Raum zeigen, nie einen Namen.',
    unpaired: 'Dieser Bildschirm wurde entkoppelt.',
    fill: 'Vollbild',
    asking: 'Ein Code wird geholt',
    waiting: 'Tandem antwortet nicht. Dieser Bildschirm fragt von selbst erneut.',
  },
  phases: {
    settling: 'Ankommen',
    onset: 'Anfluten',
    peak: 'Höhepunkt',
    plateau: 'Plateau',
    return: 'Rückkehr',
    grounding: 'Erden',
  },
  arc: (phase) => (phase === null ? 'Noch keine Phase gesetzt' : `${phase}, von sechs Phasen`),
  notice: { high: 'Hoch', medium: 'Mittel', low: 'Niedrig' },
  noticeOpen: (priority) => `Hinweis offen: ${priority}`,
  pressure: 'Blutdruck',
  heartRate: 'Herzfrequenz',
  spo2: 'SpO₂ %',
  none: '–',
  ago: (minutes) => (minutes < 1 ? 'Gerade eben' : `vor ${minutes} min`),
  old: (minutes) => `${minutes} min alt`,
  noReading: 'Noch keine Messung',
  next: (countdown) => `Nächste ${countdown}`,
  due: 'Jetzt fällig',
  late: (minutes) => `${minutes} min überfällig`,
  pressures: (count) =>
    count === 1 ? '1 Blutdruck dieser Sitzung' : `${count} Blutdruckwerte dieser Sitzung`,
  notAnAlarm: 'Vom Team eingegeben. Kein Überwachungsalarm.',
  notCurrent: (clock) => `Nicht aktuell seit ${clock}`,
  off: 'Dieser Bildschirm ist aus. Einschalten in Tandem: Raumanzeige in einer Sitzung, oder Setup.',
  cannotStayAwake:
    'Dieser Browser kann den Bildschirm nicht anlassen. Stellen Sie das Gerät so ein, dass es nie schläft.',
} satisfies Told<typeof wallWords>;
