import type { InstrumentKey } from './instruments.ts';

/** An answer as it is offered: its value and what must be seen for it. */
export interface AnswerWords {
  readonly value: number;
  readonly words: string;
}

export interface ItemWords {
  readonly item: string;
  readonly label: string;
  /** In the order in which they are offered. Of a rating 0 to 10 only the two ends have words. */
  readonly answers: readonly AnswerWords[];
}

/** What an instrument says. Its items, values and sum are `instruments.ts`; a test holds the two together. */
export interface ScaleWords {
  readonly name: string;
  readonly items: readonly ItemWords[];
  /** What one has to know before scoring. */
  readonly hint: string | null;
  /** As in clinical.md; "clinic policy" where nothing is published. */
  readonly source: string;
}

const from2 = (item: string, label: string, ...words: readonly [string, string, string]): ItemWords => ({
  item,
  label,
  answers: words.map((said, at) => ({ value: 2 - at, words: said })),
});
const rating = (item: string, name: string, worst: string): ScaleWords => ({
  name,
  items: [
    {
      item,
      label: name,
      answers: Array.from({ length: 11 }, (_, value) => ({
        value,
        words: value === 0 ? 'none' : value === 10 ? worst : '',
      })),
    },
  ],
  hint: 'In the client’s own number, 0 to 10.',
  source: 'numeric rating 0 to 10, own wording; clinic policy',
});

/**
 * The texts of clinical.md 3.1 and 3.2. MOAA/S runs from 0 to 5: a variant from 1 to 6 is in print [S40b] and is not
 * this one. Aldrete's circulation is in percent of the baseline, where papers differ between mmHg [S42] and percent
 * [S42b]. PADSS is the layout with ambulation, of the two in S44.
 */
export const scaleWords: Readonly<Record<InstrumentKey, ScaleWords>> = {
  moaas: {
    name: 'MOAA/S, sedation',
    items: [
      {
        item: 'response',
        label: 'Response',
        answers: [
          { value: 5, words: 'Readily to name, normal tone' },
          { value: 4, words: 'Lethargic to name, normal tone' },
          { value: 3, words: 'Only to name called loudly or repeatedly' },
          { value: 2, words: 'Only to mild prodding or shaking' },
          { value: 1, words: 'Only to a painful trapezius squeeze' },
          { value: 0, words: 'None to a trapezius squeeze' },
        ],
      },
    ],
    hint: null,
    source: 'MOAA/S, 0 to 5 [S40]',
  },
  rass: {
    name: 'RASS, agitation and sedation',
    items: [
      {
        item: 'level',
        label: 'Level',
        answers: [
          { value: 4, words: 'Combative' },
          { value: 3, words: 'Very agitated' },
          { value: 2, words: 'Agitated' },
          { value: 1, words: 'Restless' },
          { value: 0, words: 'Alert and calm' },
          { value: -1, words: 'Drowsy: eye contact over 10 s to voice' },
          { value: -2, words: 'Light sedation: eye contact under 10 s to voice' },
          { value: -3, words: 'Moderate: movement to voice, no eye contact' },
          { value: -4, words: 'Deep: to physical stimulation only' },
          { value: -5, words: 'Unarousable' },
        ],
      },
    ],
    hint: 'Another scale than MOAA/S: neither replaces the other.',
    source: 'Sessler 2002 [S41]',
  },
  aldrete: {
    name: 'Modified Aldrete, recovery',
    items: [
      from2('activity', 'Activity', 'Moves 4 limbs', 'Moves 2 limbs', 'Moves none'),
      from2('respiration', 'Respiration', 'Deep breath and cough', 'Dyspnoea or shallow', 'Apnoea'),
      from2(
        'circulation',
        'Circulation, pressure in % of baseline',
        'Within 20 %',
        '20 to 50 % off',
        'More than 50 % off',
      ),
      from2('consciousness', 'Consciousness', 'Fully awake', 'Arousable on calling', 'No response'),
      from2(
        'saturation',
        'SpO₂',
        'Over 92 % on room air',
        'Needs O₂ for over 90\u00a0%',
        'Under 90 % on oxygen',
      ),
    ],
    hint: 'Circulation counts percent of the baseline, not mmHg.',
    source: 'table [S42], circulation in percent [S42b]',
  },
  padss: {
    name: 'PADSS, fit to go home',
    items: [
      from2(
        'vital-signs',
        'Vital signs, against before the session',
        'Within 20 %',
        '20 to 40 % off',
        'More than 40 % off',
      ),
      from2('ambulation', 'Walking', 'Steady gait', 'Needs help', 'Unable'),
      from2('nausea-vomiting', 'Nausea and vomiting', 'None or minimal', 'Moderate, treated', 'Severe'),
      from2('pain', 'Pain, 0 to 10', '0 to 3', '4 to 6', '7 to 10'),
      {
        item: 'bleeding',
        label: 'Surgical bleeding',
        answers: [{ value: 2, words: 'not applicable, scored 2' }],
      },
    ],
    hint: null,
    source: 'layout with ambulation [S44]',
  },
  'nrs-pain': rating('pain', 'Pain', 'worst imaginable'),
  'nrs-nausea': rating('nausea', 'Nausea', 'worst imaginable'),
  'nrs-anxiety': rating('anxiety', 'Anxiety', 'worst imaginable'),
  'nrs-dizziness': rating('dizziness', 'Dizziness', 'worst imaginable'),
};

/** The label of an item, for naming what is missing. */
export function itemLabel(instrument: InstrumentKey, item: string): string {
  return scaleWords[instrument].items.find((row) => row.item === item)?.label ?? item;
}
