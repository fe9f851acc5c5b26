import type { Drill } from './drill-shape.ts';
import { escalation, opening, policy } from './opening.ts';

const airwayWords = [
  'spo2',
  'saturation',
  'sättigung',
  'breath',
  'atem',
  'airway',
  'answer',
  'respon',
  'antwort',
];

/** SpO2 falls, and the client does not answer (clinical.md 1.4: SpO2 < 94 Medium, < 90 High; MOAA/S <= 1 emergency). */
export const airwayEvent: Drill = {
  name: 'Airway event',
  trains:
    'Saturation falls and the client stops answering. Seeing it, measuring again, giving oxygen, declaring the emergency and keeping the record while hands are busy.',
  cues: [
    ...opening,
    {
      key: 'falling',
      atS: 60,
      kind: 'vital-signs',
      data: { heartRate: 88, spo2: 93, respiratoryRate: 12, moaas: 4 },
    },
    {
      key: 'silent',
      atS: 120,
      kind: 'note',
      data: { text: 'Drill. The client does not answer when called by name.', category: 'noticed' },
    },
    {
      key: 'low',
      atS: 130,
      kind: 'vital-signs',
      data: { heartRate: 104, spo2: 87, respiratoryRate: 7, moaas: 1 },
    },
    {
      key: 'lower',
      atS: 190,
      kind: 'vital-signs',
      data: { heartRate: 112, spo2: 83, respiratoryRate: 6, moaas: 1 },
    },
  ],
  steps: [
    {
      key: 'fall-noticed',
      type: 'notice',
      what: 'Somebody notices SpO2 93 %',
      cue: 'falling',
      by: [{ on: 'seen' }, { on: 'vital-signs', with: ['spo2'] }, { on: 'note', says: airwayWords }],
      withinS: 60,
      lateS: 120,
      points: 15,
      source: policy,
    },
    {
      key: 'measured-again',
      type: 'act',
      what: 'SpO2 is measured again',
      cue: 'falling',
      by: [{ on: 'vital-signs', with: ['spo2'] }],
      withinS: 120,
      lateS: 300,
      points: 10,
      source: policy,
    },
    {
      key: 'low-noticed',
      type: 'notice',
      what: 'Somebody notices SpO2 87 % or that nobody answers',
      cue: 'silent',
      by: [
        { on: 'seen' },
        { on: 'vital-signs', with: ['spo2'] },
        { on: 'note', says: airwayWords },
        { on: 'emergency', marks: ['declared', 'help-called', 'airway', 'oxygen'] },
      ],
      withinS: 30,
      lateS: 60,
      points: 15,
      source: escalation,
    },
    {
      key: 'emergency',
      type: 'act',
      what: 'An emergency is declared',
      cue: 'silent',
      by: [{ on: 'emergency', marks: ['declared', 'help-called'] }],
      withinS: 60,
      lateS: 120,
      points: 25,
      source:
        'a client who answers nothing but pain is an emergency (clinical.md 1.4); seconds clinic policy',
    },
    {
      key: 'oxygen',
      type: 'act',
      what: 'Oxygen is recorded',
      cue: 'low',
      by: [{ on: 'oxygen' }, { on: 'emergency', marks: ['oxygen'] }],
      withinS: 60,
      lateS: 180,
      points: 25,
      source: policy,
    },
    {
      key: 'event',
      type: 'act',
      what: 'The event has an entry of its own',
      cue: 'low',
      by: [
        {
          on: 'adverse-event',
          terms: [
            'hypoxia',
            'resp_depression',
            'apnea',
            'airway_obstruction',
            'laryngospasm',
            'sedation_excess',
            'loss_of_consciousness',
          ],
        },
        { on: 'emergency', marks: ['airway'] },
      ],
      withinS: 300,
      lateS: 420,
      points: 10,
      source: policy,
    },
  ],
  tailS: 420,
  debrief: [
    'Who spoke to the client first, and who looked at the number first?',
    'Was oxygen on before it was written down? How would a reader of the record know?',
    'Who kept the record, and did anybody have to ask them to?',
    'Where are airway equipment, suction and bag in this room?',
  ],
};
