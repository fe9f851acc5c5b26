import type { drillWords } from '../drill-words.ts';
import type { LookingBack } from '../looking-english.ts';
import type { Told, ToldSoFar } from '../told.ts';
import { drillLines, drillLinks } from './drill-links.ts';

const points = (points: number) => `${points} von 100`;

/** Drills; their names, scripts and questions are the domain's and stay English. */
export const drills = {
  ...drillLines,
  ...drillLinks,
  title: 'Übungen',
  link: 'Alle Übungen',
  mark: 'Übung: nichts hier ist echt',
  intro:
    'Ein Drehbuch läuft in einer Übungssitzung mit einem erfundenen Klienten ab. Das Team antwortet im Raum wie in jeder Sitzung und wird an seinen eigenen Einträgen gemessen. Keine Zahl zählt sie mit, nichts wird abgezeichnet, keine Ampulle verliert etwas.',
  again: 'Erneut versuchen',
  running: 'Läuft gerade',
  startTitle: 'Übung beginnen',
  which: 'Übung',
  facts: (minutes, expected) => `Etwa ${minutes} min · ${expected} Dinge werden erwartet`,
  room: 'Raum',
  noRoom: 'Kein Raum',
  protocol: 'Protokoll, dessen Grenzen gelten',
  notConfirmed: (name) => `${name}, nicht bestätigt`,
  pace: 'Tempo',
  paces: { 1: 'Wie es geschieht', 2: '×2', 4: '×4' },
  paceHint: 'Bei ×2 und ×4 ist die Ruhe zwischen zwei Schritten kürzer. Was als schnell gilt, bleibt gleich.',
  team: 'Wer mitmacht',
  start: 'Übung beginnen',
  starting: 'Wird begonnen',
  nobody: 'Wählen Sie mindestens eine Person, die mitmacht.',
  noProtocol:
    'Es gibt noch kein Protokoll und damit keine Grenzen, mit denen geübt werden könnte. Entwerfen Sie eines unter Setup.',
  leadOnly: 'Eine Übung wird ärztlich oder von einer Leitung begonnen.',
  oneAtATime: 'Es läuft nur eine Übung zugleich. Warten Sie ihr Ende ab, oder brechen Sie sie ab.',
  toRoom: 'Raum öffnen',
  toScore: 'Wie es läuft',
  stop: 'Übung abbrechen',
  stopping: 'Wird abgebrochen',
  past: 'Vergangene Übungen',
  none: 'Noch keine Übung wurde gespielt.',
  over: 'Punkte im Lauf der Zeit',
  overOf: (name, count) => `${name}: ${count} zu Ende gespielt`,
  pointsOf: points,
  points: 'Punkte',
  columns: { when: 'Wann', drill: 'Übung', people: 'Wer', pace: 'Tempo', points: 'Punkte' },
  status: {
    running: (points) => `Läuft. Bisher ${points} Punkte.`,
    completed: 'Zu Ende gespielt.',
    early: 'Vorzeitig abgebrochen',
    stopped: 'Vor dem Ende abgebrochen: was nicht gespielt wurde, gilt als nicht erfüllt.',
  },
  happened: 'Was geschah und was erwartet wurde',
  notPlayed: 'Noch nicht gespielt',
  neverPlayed: 'Wurde nicht gespielt',
  types: { notice: 'Bemerken', act: 'Handeln' },
  limits: (within, late) => `Alle Punkte innerhalb von ${within}, die Hälfte innerhalb von ${late}`,
  source: (source) => `Grenzen: ${source}`,
  met: (after) => `Nach ${after}`,
  unmet: 'Nicht erfüllt',
  waiting: 'Wird erwartet',
  tooLate: (after) => `Nach ${after}, zu spät für Punkte`,
  answer: (what, by, clock) => `${what} von ${by}, ${clock}`,
  of: (points, all) => `${points} von ${all}`,
  entry: 'In der Aufzeichnung zeigen',
  debrief: 'Zur Nachbesprechung',
  missed: (what) => `${what}: was stand im Weg?`,
  nextOf: (at) => `um ${at}`,
} satisfies ToldSoFar<typeof drillWords>;

/** What the choice of a team shares with planning, which is not translated yet. */
export const team = { notOnTeam: 'Nicht im Team' } satisfies Told<LookingBack['team']>;
