import type { Measure, MeasureItem } from './measure.ts';

const line = (key: string, text: string, least: string, most: string, reverse?: true): MeasureItem => ({
  key,
  text,
  slider: true,
  answers: [
    { value: 0, words: least },
    { value: 10, words: most },
  ],
  ...(reverse === undefined ? {} : { reverse }),
});
const OWN = 'Own wording of Tandem, free to use. Not a validated instrument.';

/** Four lines in own words, along the shift from shame to "my best with what I had" (clinical.md 3.5). */
export const shameCheckIn: Measure = {
  key: 'shame-check-in',
  version: 1,
  name: 'Shame check-in',
  intro: 'Right now, as honestly as you can. There is no right answer.',
  items: [
    line('judging', 'How harshly am I judging myself now?', 'Not at all', 'As harshly as I can'),
    line('hiding', 'How much do I want to hide?', 'Not at all', 'Completely'),
    line(
      'best',
      'How able am I to see that I did my best with what I had?',
      'Not at all',
      'Completely',
      true,
    ),
    line('kindness', 'How kind can I be to that part of me?', 'Not at all', 'As kind as to a friend', true),
  ],
  // Four different things: a sum would look like a score that nobody has tested.
  total: null,
  bands: [],
  licence: OWN,
  validated: false,
  lookBackDays: null,
  source: 'own wording; clinic policy (clinical.md 3.5)',
};

/** Five lines about the session itself, in own words (clinical.md 3.3). */
export const experience: Measure = {
  key: 'experience',
  version: 1,
  name: 'Experience of the session',
  intro: 'About the session you have just had.',
  items: [
    line('intensity', 'How intense was it?', 'Not at all', 'As intense as I can imagine'),
    line('ease', 'How easy was it to go along with it?', 'Very hard', 'Very easy'),
    line('fear', 'How much fear was there?', 'None', 'As much as I can imagine'),
    line('support', 'How close and supported did you feel?', 'Alone', 'Fully supported'),
    line('meaning', 'How meaningful was it?', 'Not at all', 'Among the most meaningful of my life'),
  ],
  total: null,
  bands: [],
  licence: OWN,
  validated: false,
  lookBackDays: null,
  source: 'own wording; clinic policy (clinical.md 3.3)',
};
