import type { Drill } from './drill-shape.ts';
import { opening, policy } from './opening.ts';

const lineWords = ['network', 'line', 'offline', 'paper', 'netz', 'verbindung', 'papier'];

/** The line of every device in the room is cut, and the session goes on. */
export const droppedNetwork: Drill = {
  name: 'Dropped network',
  trains:
    'Every device in the room loses its line for a while. Seeing that screens are not current, going on recording on the device or on paper, and finding out afterwards whether all of it is there.',
  cues: [
    ...opening,
    {
      key: 'cut',
      atS: 60,
      kind: 'note',
      data: {
        text: 'Drill. The line of every device in this room is cut now. The cuff reads 142/88, pulse 84, SpO2 97: record it.',
        category: 'noticed',
      },
      cutsLineS: 120,
    },
    {
      key: 'back',
      atS: 200,
      kind: 'note',
      data: {
        text: 'Drill. The line is back. The cuff reads 138/84, pulse 80, SpO2 98. Is everything there that was recorded?',
        category: 'noticed',
      },
    },
  ],
  steps: [
    {
      key: 'went-on',
      type: 'notice',
      what: 'Somebody goes on recording without a line',
      cue: 'cut',
      by: [{ on: 'offline' }, { on: 'vital-signs-in-cut' }, { on: 'note', says: lineWords }],
      withinS: 60,
      lateS: 120,
      points: 20,
      source: policy,
    },
    {
      key: 'in-cut',
      type: 'act',
      what: 'The set that was read during the cut is in the record',
      cue: 'cut',
      by: [{ on: 'vital-signs-in-cut' }],
      withinS: 240,
      lateS: 360,
      points: 40,
      source: policy,
    },
    {
      key: 'set-after',
      type: 'act',
      what: 'A set is recorded with the line back',
      cue: 'back',
      by: [{ on: 'vital-signs', with: ['systolic', 'heartRate', 'spo2'] }],
      withinS: 120,
      lateS: 300,
      points: 25,
      source: policy,
    },
    {
      key: 'said',
      type: 'act',
      what: 'The record says that the line was gone',
      cue: 'back',
      by: [{ on: 'note', says: lineWords }],
      withinS: 180,
      lateS: 300,
      points: 15,
      source: policy,
    },
  ],
  tailS: 330,
  debrief: [
    'How did each of you see that your screen was no longer current?',
    'Who looked at “complete to” once the line was back?',
    'Where does the paper sheet of this room lie?',
    'A dose is the one thing that must not be recorded twice: how would you have told each other?',
  ],
};
