import type { Measure, MeasureItem } from './measure.ts';

export const PFIZER_LICENCE =
  'Developed by Drs Spitzer, Williams, Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.';

export const howOften: MeasureItem['answers'] = [
  { value: 0, words: 'Not at all' },
  { value: 1, words: 'Several days' },
  { value: 2, words: 'More than half the days' },
  { value: 3, words: 'Nearly every day' },
];
const item = (key: string, text: string, loinc: string): MeasureItem => ({
  key,
  text,
  loinc,
  answers: howOften,
});

/** Thoughts of being better off dead: from 1 on somebody asks at once (clinical.md 3.4). */
export const SAFETY_ITEM = 'q9';

/** Full text; codes, bands and licence line of clinical.md 3.4 and 4.1 [S48, S60, S61]. */
export const phq9: Measure = {
  key: 'phq-9',
  version: 1,
  name: 'PHQ-9',
  intro: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  items: [
    item('q1', 'Little interest or pleasure in doing things', '44250-9'),
    item('q2', 'Feeling down, depressed, or hopeless', '44255-8'),
    item('q3', 'Trouble falling or staying asleep, or sleeping too much', '44259-0'),
    item('q4', 'Feeling tired or having little energy', '44254-1'),
    item('q5', 'Poor appetite or overeating', '44251-7'),
    item(
      'q6',
      'Feeling bad about yourself, or that you are a failure or have let yourself or your family down',
      '44258-2',
    ),
    item(
      'q7',
      'Trouble concentrating on things, such as reading the newspaper or watching television',
      '44252-5',
    ),
    item(
      'q8',
      'Moving or speaking so slowly that other people could have noticed? Or the opposite: being so fidgety or restless that you have been moving around a lot more than usual',
      '44253-3',
    ),
    item(
      SAFETY_ITEM,
      'Thoughts that you would be better off dead or of hurting yourself in some way',
      '44260-8',
    ),
  ],
  unscored: {
    key: 'q10',
    text: 'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
    answers: [
      { value: 0, words: 'Not difficult at all' },
      { value: 1, words: 'Somewhat difficult' },
      { value: 2, words: 'Very difficult' },
      { value: 3, words: 'Extremely difficult' },
    ],
  },
  total: { least: 0, most: 27 },
  bands: [
    { from: 0, to: 4, words: 'minimal' },
    { from: 5, to: 9, words: 'mild' },
    { from: 10, to: 14, words: 'moderate' },
    { from: 15, to: 19, words: 'moderately severe' },
    { from: 20, to: 27, words: 'severe' },
  ],
  licence: PFIZER_LICENCE,
  validated: true,
  lookBackDays: 14,
  loinc: { panel: '44249-1', total: '44261-6' },
  source: 'Spitzer, Williams, Kroenke and colleagues [S48]; item 8 and 9 codes unverified [M]',
};

/** "Several days": how often, in the words that were offered. */
export function phq9Words(value: number): string {
  return howOften.find((one) => one.value === value)?.words ?? String(value);
}
