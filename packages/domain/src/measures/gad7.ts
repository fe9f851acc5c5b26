import type { Measure } from './measure.ts';
import { howOften, PFIZER_LICENCE } from './phq9.ts';

const item = (key: string, text: string, loinc: string) => ({ key, text, loinc, answers: howOften });

/** Full text; codes, bands and licence line of clinical.md 3.4 and 4.1 [S48, S60]. */
export const gad7: Measure = {
  key: 'gad-7',
  version: 1,
  name: 'GAD-7',
  intro: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  items: [
    item('q1', 'Feeling nervous, anxious, or on edge', '69725-0'),
    item('q2', 'Not being able to stop or control worrying', '68509-9'),
    item('q3', 'Worrying too much about different things', '69733-4'),
    item('q4', 'Trouble relaxing', '69734-2'),
    item('q5', 'Being so restless that it is hard to sit still', '69735-9'),
    item('q6', 'Becoming easily annoyed or irritable', '69689-8'),
    item('q7', 'Feeling afraid, as if something awful might happen', '69736-7'),
  ],
  total: { least: 0, most: 21 },
  bands: [
    { from: 0, to: 4, words: 'minimal' },
    { from: 5, to: 9, words: 'mild' },
    { from: 10, to: 14, words: 'moderate' },
    { from: 15, to: 21, words: 'severe' },
  ],
  licence: PFIZER_LICENCE,
  validated: true,
  lookBackDays: 14,
  loinc: { panel: '69737-5', total: '70274-6' },
  source: 'Spitzer, Williams, Kroenke and colleagues [S48]',
};
