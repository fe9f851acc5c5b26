import type { InstrumentDefinition } from './definition-shape.ts';

/** What docs/instruments.md shows and the setup page offers to begin with: own wording, every part once. */
export const exampleDefinition: InstrumentDefinition = {
  key: 'sleep-week',
  version: 1,
  name: 'Sleep this week',
  intro: 'About the last 7 nights.',
  items: [
    {
      key: 'falling-asleep',
      text: 'How often did it take you longer than half an hour to fall asleep?',
      answers: [
        { value: 0, words: 'Never' },
        { value: 1, words: 'On 1 or 2 nights' },
        { value: 2, words: 'On 3 or 4 nights' },
        { value: 3, words: 'On 5 nights or more' },
      ],
    },
    {
      key: 'waking',
      text: 'How often did you wake and lie awake?',
      answers: [
        { value: 0, words: 'Never' },
        { value: 1, words: 'On 1 or 2 nights' },
        { value: 2, words: 'On 3 or 4 nights' },
        { value: 3, words: 'On 5 nights or more' },
      ],
    },
    {
      key: 'rested',
      text: 'How rested were you in the morning?',
      slider: true,
      reverse: true,
      answers: [
        { value: 0, words: 'Not at all' },
        { value: 10, words: 'Fully' },
      ],
    },
  ],
  subscales: [{ key: 'nights', name: 'Nights', items: ['falling-asleep', 'waking'] }],
  bands: [
    { from: 0, to: 5, words: 'restful' },
    { from: 6, to: 10, words: 'in between' },
    { from: 11, to: 16, words: 'restless' },
  ],
  licence: 'Own wording of our clinic, free to use.',
  lookBackDays: 7,
};
