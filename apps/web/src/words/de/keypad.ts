import type { PadPlace, RefusedKey } from '../../room/keypad/pad-fields.ts';
import type { keypadWords } from '../keypad-words.ts';
import type { Told } from '../told.ts';

/** AF, not RR: on a German ward RR is the blood pressure (Riva-Rocci). */
const names: Readonly<Record<PadPlace, string>> = {
  systolic: 'Systolisch',
  diastolic: 'Diastolisch',
  heartRate: 'HF',
  spo2: 'SpO₂',
  respiratoryRate: 'AF',
  moaas: 'MOAA/S',
  oxygenLitresPerMin: 'O₂',
};

const reasons: Readonly<Record<RefusedKey['why'], (name: string) => string>> = {
  full: (name) => `${name} ist vollständig. Zum Ändern auf einen Wert tippen.`,
  zero: (name) => `${name} beginnt nicht mit 0.`,
  hundred: (name) => `${name}: was mit 1 beginnt, ist 100.`,
  level: () => 'Sedierung geht von 0 bis 5.',
  point: (name) => `${name}: hier kommt kein Punkt hin.`,
};

export const keypad = {
  title: 'Tastenfeld',
  tabs: { vitals: 'Vital', dose: 'Dosis', note: 'Notiz', more: 'Mehr' },
  names,
  pressure: 'BD',
  units: { pressure: 'mmHg', heartRate: '/min', spo2: '%', respiratoryRate: '/min', oxygen: 'L/min' },
  was: (value) => `zuvor ${value}`,
  none: 'noch keine',
  roomAir: 'Raumluft',
  next: 'Weiter',
  point: 'Punkt',
  back: 'Rücktaste',
  level: (level, meaning) => `${level} ${meaning}`,
  refused: ({ key, place, why }) => `${key} wurde nicht übernommen. ${reasons[why](names[place])}`,
  half: { systolic: 'BD: der obere Wert fehlt.', diastolic: 'BD: der untere Wert fehlt.' },
  unfinished: (place, value) =>
    `${names[place]} ${value}: eine Ziffer fehlt noch. Stimmt es so, geben Sie es unter Mehr ein.`,
  jump: (what) => `${what}. Geprüft?`,
  swapped: (heartRate, spo2) => `HF ${heartRate} und SpO₂ ${spo2}, oder vertauscht?`,
  asMeant: 'Stimmt so',
  takeOver: 'Ändern',
  record: (clock) => `Eintragen um ${clock}`,
  recordChecked: 'Eintragen, geprüft',
  due: (clock) => `Fällig ${clock}`,
  overdue: (clock) => `Fällig seit ${clock}`,
  missing: (signs) => `es fehlen noch: ${signs.join(', ')}`,
  whole: 'alle fünf sind eingegeben',
  signs: {
    bloodPressure: 'BD',
    heartRate: 'HF',
    spo2: 'SpO₂',
    respiratoryRate: 'AF',
    moaas: 'MOAA/S',
  },
  status: (name, value) => `${name} ${value === '' ? 'leer' : value}`,
  time: {
    button: (clock) => `Zeit, ${clock}`,
    title: 'Wann war es?',
    now: 'Jetzt',
    ago: (minutes) => `vor ${minutes} min`,
    clock: 'Zeit',
    bad: 'Schreiben Sie die Zeit als 10:40.',
    use: 'Übernehmen',
    done: 'Zurück',
  },
  dose: {
    amount: (drug) => `${drug} mg`,
    planned: (amount) => `Als Nächstes geplant: ${amount}`,
    nothingPlanned: 'Keine weitere Dosis ist geplant.',
    route: 'Weg',
    site: 'Stelle',
    noSite: 'nicht genannt',
    readBack: 'Gegenlesen',
    refused: (key) => `${key} wurde nicht übernommen: höchstens 4 Ziffern, ein Punkt und 3 weitere.`,
    otherDrug: 'Ein anderes Medikament: unter Mehr eingeben.',
  },
  note: {
    text: 'Notiz',
    kinds: { noticed: 'Bemerkt', words: 'Worte', theme: 'Thema', affect: 'Atem' },
    kind: 'Art der Notiz',
    placeholder: {
      noticed: 'Was Ihnen auffällt',
      words: 'Die eigenen Worte des Klienten',
      theme: 'Ein Thema, in wenigen Worten',
      affect: 'Atem oder Affekt',
    },
    add: {
      noticed: 'Notiz eintragen',
      words: 'Worte eintragen',
      theme: 'Thema eintragen',
      affect: 'Atem eintragen',
    },
  },
  more: { device: 'Dieses Gerät', amendLast: 'Meinen letzten berichtigen' },
  device: {
    title: 'Dieses Gerät',
    hand: 'Seite des Tastenfelds',
    hands: { right: 'Rechts', left: 'Links' },
    gloves: 'Handschuhe: größere Tasten',
    pressTwice: 'Zweimal drücken statt halten',
    daylight: 'Tageslicht: das helle Design mit hohem Kontrast',
    mine: 'Seite, Handschuhe und Drücken gelten auf diesem Gerät für Sie; Tageslicht gilt für alle.',
    done: 'Fertig',
  },
} satisfies Told<typeof keypadWords>;
