import type { LookingBack } from '../looking-english.ts';
import type { Told } from '../told.ts';
import { counted } from './count.ts';

const readings = (count: number) => counted(count, 'Messung', 'Messungen');

/** Pressures of one session, drawn from its first dose on. */
export const picture = {
  scale: (low, high) =>
    `Blutdruck aller Sitzungen auf einer Skala, ${low} bis ${high} mmHg, Minuten ab der ersten Dosis.`,
  widened: 'Erweitert für eine Messung außerhalb von 40 bis 200.',
  fromStart: 'Keine Ketamindosis: Minuten ab dem Beginn.',
  reading: (done, of) => `${done} von ${of} Sitzungen gelesen …`,
  failed: 'Diese Werte ließen sich nicht laden.',
  none: 'Kein Blutdruck eingetragen.',
  outside: (count) => `${readings(count)} außerhalb dieser Minuten. In der Tabelle stehen alle.`,
  summary: (count, highest, minute) =>
    `Blutdruck, ${readings(count)}, höchster Wert ${highest} in Minute ${minute}.`,
  summaryNone: 'Blutdruck, keine Messung.',
  doseAt: (label, minute) => `${label} in Minute ${minute}.`,
  minute: 'Minute',
  pressure: 'Blutdruck mmHg',
  map: 'MAP',
  dose: 'Dosis',
  tick: (minute, last) => `${minute < 0 ? '−' : ''}${Math.abs(minute)}${last ? ' min' : ''}`,
} satisfies Told<LookingBack['picture']>;
