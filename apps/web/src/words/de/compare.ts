import type { compareWords } from '../compare-words.ts';
import type { ToldSoFar } from '../told.ts';

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value)}`;

/** Sessions beside each other. */
export const compare = {
  title: 'Sitzungen vergleichen',
  link: 'Vergleichen',
  beside: 'an der ersten Dosis ausgerichtet',
  pick: 'Wählen Sie zwei bis sechs Sitzungen eines oder mehrerer Klienten; ihre ersten Dosen stehen untereinander.',
  add: 'Sitzung hinzufügen',
  choose: 'Eine wählen',
  addOf: (client) => `Sitzung von ${client} hinzufügen`,
  most: 'Mehr als sechs lassen sich nicht auseinanderhalten.',
  none: 'Keine andere Sitzung ist beendet.',
  remove: (name) => `${name} herausnehmen`,
  number: (n) => `Sitzung ${n}`,
  reading: (done, of) => `${done} von ${of} Sitzungen gelesen …`,
  failed: (name) => `${name} ließ sich nicht laden.`,
  notOver: (name) => `${name} ist nicht beendet: sie wird nicht verglichen.`,
  facts: 'Angaben',
  rows: {
    ketamine: 'Ketamin',
    doses: 'Dosen, in Minute',
    baseline: 'BD vorher',
    highest: 'Höchster BD danach',
    rise: 'Anstieg systolisch',
    saturation: 'Niedrigste SpO₂',
    vitals: 'Vitalzeichen pünktlich',
    notices: 'Hinweise',
    seen: 'Längste bis „Gesehen“',
    events: 'Schwerstes Ereignis',
    lasted: 'Erste Dosis bis Ende',
    protocol: 'Protokoll',
  },
  nothing: '–',
  minutes: (n) => `${n} min`,
  atMinute: (value, minute) => `${value} nach ${minute} min`,
  risen: (mmHg, percent) => `${signed(mmHg)} mmHg (${signed(percent)} %)`,
  of: (onTime, due) => `${onTime} von ${due}`,
  counts: (high, medium) => `${high} hoch, ${medium} mittel`,
  grade: (term, grade) => `${term}, Grad ${grade}`,
  lanes: { pressure: 'Blutdruck, mmHg', heartRate: 'Herzfrequenz, pro min', spo2: 'SpO₂, %' },
  scale: 'Alle Sitzungen mit denselben Minuten und derselben Skala.',
  replay: 'Wiedergabe',
} satisfies ToldSoFar<typeof compareWords>;
