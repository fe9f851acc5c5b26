import type { Line } from './line.ts';

/** What is said and seen when a session turns hard, in the order in which it happens. */
export const distressLines: readonly Line[] = [
  ['words', 'I cannot find my edges. Make it stop.'],
  ['affect', 'Sudden fear; sits up, breath fast, grips the armrest.'],
  ['noticed', 'Music lowered, lights up a little; therapist beside the chair, names the room and the day.'],
  ['words', 'Say my name again.'],
  ['affect', 'Breath follows the therapist’s count; hands open.'],
  ['words', 'It was the fear that I am the mistake. It had a face.'],
];

export const leavingLines: readonly Line[] = [
  ['words', 'I want to go home now. Not later.'],
  ['noticed', 'Stands up, sits down when asked, looks for the shoes.'],
  ['affect', 'Tense, tearful, and clear in what is wanted.'],
  ['words', 'It is not you. It is too much in one day.'],
  ['noticed', 'Agrees to a call this evening and tomorrow morning; journal taken along.'],
];

export const lateReasons: readonly string[] = [
  'Helping the client to sit up; recorded afterwards.',
  'Tablet was in the next room.',
  'Written on paper first so as not to disturb the client.',
  'Called to the other room; values were kept on a slip.',
];

export const addenda: readonly string[] = [
  'Telephone check the next day: slept well, no headache, took the walk. Journal begun.',
  'Client asked that the sentence of the session be kept for the next visit: it stands in the notes as said.',
  'Escort rang in the evening: home safely, ate, asleep by ten.',
];
