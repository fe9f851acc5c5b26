import type { Drill } from './drill-shape.ts';
import { opening, policy } from './opening.ts';

const doseWords = ['200', 'mg', 'dose', 'dosis'];

/** A colleague types ten times the planned second dose, too soon after the first one. */
export const doseSlip: Drill = {
  name: 'Dose slip',
  trains:
    'A colleague records 200 mg where 20 mg was planned, minutes after the first dose. Seeing it, asking what was given, putting the record right and watching the client.',
  cues: [
    ...opening,
    {
      key: 'slip',
      atS: 120,
      kind: 'dose',
      data: { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 200 },
    },
    {
      key: 'syringe',
      atS: 165,
      kind: 'note',
      data: {
        text: 'Drill. The empty syringe on the tray is labelled 20 mg. Your colleague says: I gave what was planned.',
        category: 'noticed',
      },
    },
  ],
  steps: [
    {
      key: 'slip-noticed',
      type: 'notice',
      what: 'Somebody notices 200 mg',
      cue: 'slip',
      by: [
        { on: 'seen' },
        { on: 'note', says: doseWords },
        { on: 'amended' },
        { on: 'retracted' },
        { on: 'dose-held' },
      ],
      withinS: 60,
      lateS: 180,
      points: 25,
      source: policy,
    },
    {
      key: 'put-right',
      type: 'act',
      what: 'The entry is amended or taken back',
      cue: 'slip',
      by: [{ on: 'amended' }, { on: 'retracted' }],
      withinS: 180,
      lateS: 360,
      points: 30,
      source: policy,
    },
    {
      key: 'right-amount',
      type: 'act',
      what: 'The total holds the 20 mg that were given',
      cue: 'slip',
      by: [{ on: 'amended', toMg: 20 }],
      withinS: 240,
      lateS: 420,
      points: 20,
      source: 'a dose that was given is amended and never leaves the total (COR-7)',
    },
    {
      key: 'watched',
      type: 'act',
      what: 'Pressure and SpO2 are measured after it',
      cue: 'slip',
      by: [{ on: 'vital-signs', with: ['systolic', 'spo2'] }],
      withinS: 180,
      lateS: 300,
      points: 25,
      source: policy,
    },
  ],
  tailS: 420,
  debrief: [
    'What was planned, and who compared it with what was typed?',
    'Who asked the colleague, and in which words?',
    'Amended or taken back: why is that not the same for the total?',
    'What on the read-back would have stopped the slip before it was recorded?',
  ],
};
