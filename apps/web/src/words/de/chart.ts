import type { chartWords } from '../chart-words.ts';
import type { ToldSoFar } from '../told.ts';
import { counted } from './count.ts';

const doses = (count: number) => counted(count, 'Dosis', 'Dosen');

export const chart = {
  title: 'Zeitverlauf',
  lanes: {
    'blood-pressure': 'Blutdruck',
    'heart-rate': 'Herzfreq.',
    spo2: 'SpO₂',
    ketamine: 'Ketamin gegeben',
    notes: 'Notizen',
  },
  doses: 'Dosen',
  none: 'Keine Messung',
  was: (value) => `zuvor ${value}`,
  map: 'MAP',
  mapHint: 'Mittlerer Druck, berechnet',
  roomAir: 'Raumluft',
  oxygen: (litres) => `Sauerstoff ${litres} L/min`,
  old: (howLong) => `${howLong} alt`,
  at: (clock) => `um ${clock}`,
  onBaseline: (change) => `${change} zum Ausgangswert`,
  onLimit: (change, limit) => `${change} zu ${limit}, angehoben`,
  asBaseline: 'wie Ausgangswert',
  baseline: (value) => [`Ausgangswert ${value}`, `Ausgang ${value}`, value],
  raisedBaseline: (value) => [`angehobener Ausgangswert ${value}`, `angehoben ${value}`, value],
  noBaseline: 'kein Ausgangswert',
  upperLimit: (value, example) =>
    example ? [`Grenze ${value}, Beispiel`, `${value}, Beispiel`] : [`Grenze ${value}`, `${value}`],
  lowerLimit: (value, example) =>
    example
      ? [`untere Grenze ${value}, Beispiel`, `Grenze ${value}, Beispiel`, `${value}, Beispiel`]
      : [`untere Grenze ${value}`, `Grenze ${value}`, `${value}`],
  doseLimit: (amount) => `Grenze ${amount}`,
  noMedicine: 'Noch kein Medikament gegeben.',
  infusion: {
    over: (amount, howLong) => `${amount} i.v. über ${howLong}`,
    running: (rate) => `${rate} i.v. läuft`,
    paused: 'i.v. angehalten',
  },
  doseCount: doses,
  totalSoFar: (amount) => `gesamt ${amount}`,
  lastDose: (ago) => `letzte ${ago}`,
  earlierOnly: 'Alle Messungen liegen früher. Sie stehen in der Tabelle.',
  axisStep: (from, to) => `Achse erweitert, ${from} bis ${to}`,
  amended: (clock, was, reason) =>
    [`berichtigt ${clock}`, `zuvor ${was}`, reason].filter((part) => part !== '').join(', '),
  nothing: 'nichts',
  phaseShort: { settling: 'A', onset: 'An', peak: 'H', plateau: 'P', return: 'R', grounding: 'E' },
  phaseFrom: (name, clock) => `${name} ab ${clock}`,
  due: (clock, then) =>
    `Vitalzeichen fällig um ${clock}${then.length === 0 ? '' : `, danach ${then.join(', ')}`}`,
  kept: 'wartet auf das Speichern',
  focus: 'Messungen, mit den Pfeiltasten wechseln',
  noFocus: 'Keine Messung gewählt',
  asTable: 'Als Tabelle zeigen',
  asChart: 'Als Verlauf zeigen',
  table: {
    time: 'Zeit',
    entry: 'Eintrag',
    kinds: {
      dose: 'Dosis',
      'infusion-start': 'Infusion',
      'infusion-rate': 'Infusion',
      'infusion-stop': 'Infusion',
      phase: 'Phase',
      'adverse-event': 'Unerwünschtes Ereignis',
      assessment: 'Beurteilung',
      note: 'Notiz',
      moment: 'Moment',
      shift: 'Wandlung',
      'words-to-keep': 'Worte zum Mitnehmen',
    },
    by: 'Von',
    empty: 'Noch nichts eingetragen.',
  },
  summary: {
    none: (lane) => `${lane}, noch keine Messung.`,
    readings: (lane, count, latest, clock) =>
      `${lane}, ${counted(count, 'Messung', 'Messungen')}, zuletzt ${latest} um ${clock}.`,
    ketamine: (amount, count) => `Ketamin gegeben, ${amount} in ${doses(count)}.`,
    noNotes: 'Notizen, noch keine.',
    notes: (count, clock) => `Notizen, ${count}, zuletzt um ${clock}. Ein Klick zeigt sie im Protokoll.`,
  },
} satisfies ToldSoFar<typeof chartWords>;
