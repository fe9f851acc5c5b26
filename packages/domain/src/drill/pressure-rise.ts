import type { Drill } from './drill-shape.ts';
import { escalation, opening, policy } from './opening.ts';

const pressureWords = ['pressure', 'bp', 'druck', '166', '188'];

/** Medium, then High, then a symptom that makes an emergency of it (clinical.md 1.4). */
export const pressureRise: Drill = {
  name: 'Pressure rise',
  trains:
    'Pressure climbs over two limits after a dose, then the client has a headache. Seeing each notice, measuring again, holding the next dose, calling it an emergency.',
  cues: [
    ...opening,
    {
      key: 'over-first',
      atS: 70,
      kind: 'vital-signs',
      data: { systolic: 166, diastolic: 102, heartRate: 96, spo2: 97 },
    },
    {
      key: 'over-second',
      atS: 190,
      kind: 'vital-signs',
      data: { systolic: 188, diastolic: 113, heartRate: 104, spo2: 97 },
    },
    {
      key: 'headache',
      atS: 250,
      kind: 'note',
      data: { text: 'Drill. The client says: my head hurts.', category: 'noticed' },
    },
  ],
  steps: [
    {
      key: 'first-noticed',
      type: 'notice',
      what: 'Somebody notices 166/102',
      cue: 'over-first',
      by: [
        { on: 'seen' },
        { on: 'vital-signs', with: ['systolic'] },
        { on: 'note', says: pressureWords },
        { on: 'adverse-event', terms: ['hypertension'] },
      ],
      withinS: 60,
      lateS: 180,
      points: 15,
      source: policy,
    },
    {
      key: 'measured-again',
      type: 'act',
      what: 'Pressure is measured again',
      cue: 'over-first',
      by: [{ on: 'vital-signs', with: ['systolic', 'diastolic'] }],
      withinS: 300,
      lateS: 450,
      points: 15,
      source: 'a rise is measured again within 5 min [S20]',
    },
    {
      key: 'second-noticed',
      type: 'notice',
      what: 'Somebody notices 188/113',
      cue: 'over-second',
      by: [
        { on: 'seen' },
        { on: 'vital-signs', with: ['systolic'] },
        { on: 'note', says: pressureWords },
        { on: 'adverse-event', terms: ['hypertension'] },
      ],
      withinS: 60,
      lateS: 120,
      points: 20,
      source: escalation,
    },
    {
      key: 'dose-held',
      type: 'act',
      what: 'The next dose is held, and that is recorded',
      cue: 'over-second',
      by: [{ on: 'dose-held' }],
      withinS: 180,
      lateS: 300,
      points: 20,
      source: 'no dose over the hold limit [S7, S21]; seconds clinic policy',
    },
    {
      key: 'headache-noticed',
      type: 'notice',
      what: 'The headache is recorded',
      cue: 'headache',
      by: [
        { on: 'adverse-event', terms: ['headache'] },
        { on: 'note', says: ['head', 'kopf'] },
      ],
      withinS: 60,
      lateS: 180,
      points: 10,
      source: policy,
    },
    {
      key: 'emergency',
      type: 'act',
      what: 'An emergency is declared',
      cue: 'headache',
      by: [{ on: 'emergency', marks: ['declared', 'help-called'] }],
      withinS: 120,
      lateS: 300,
      points: 20,
      source: 'pressure over the High limit with a headache is an emergency [S14]; seconds clinic policy',
    },
  ],
  tailS: 420,
  debrief: [
    'Who said the first number out loud, and did everybody hear it?',
    'Which limit was crossed, and who had set it?',
    'When was it clear that no further dose would be given?',
    'What would have made it an emergency without the headache?',
  ],
};
