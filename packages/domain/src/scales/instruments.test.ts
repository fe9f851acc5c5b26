import { describe, expect, test } from 'vitest';
import { assessmentSchema, summarizeAssessment } from '../entries/assessment.ts';
import { firstIssue } from '../issues.ts';
import { itemLabel, scaleWords } from './catalog.ts';
import {
  type Answer,
  bestOf,
  type InstrumentKey,
  instrumentKeys,
  instruments,
  missingItems,
  scoreOf,
  scoreWords,
} from './instruments.ts';

/** Every asked item answered with its most, or as told. */
function answered(instrument: InstrumentKey, more: Readonly<Record<string, number>> = {}): Answer[] {
  return instruments[instrument].items
    .filter(({ fixed }) => fixed === undefined)
    .map(({ item, max }) => ({ item, value: more[item] ?? max }));
}

const refused = (data: unknown) => {
  const parsed = assessmentSchema.safeParse(data);
  return parsed.success ? null : firstIssue(parsed.error).sentence;
};

describe('[SCL-1] the words and the values of an instrument are one', () => {
  test.each(instrumentKeys)('%s: each asked item has words for each of its values, and no others', (key) => {
    const { items } = instruments[key];
    expect(scaleWords[key].items.map(({ item }) => item)).toEqual(items.map(({ item }) => item));
    for (const { item, min, max } of items) {
      const said = scaleWords[key].items.find((row) => row.item === item);
      const values = said?.answers.map(({ value }) => value).toSorted((a, b) => a - b);
      expect(values).toEqual(Array.from({ length: max - min + 1 }, (_, at) => min + at));
      expect(itemLabel(key, item)).toBe(said?.label);
    }
    if (!key.startsWith('nrs-'))
      for (const { answers } of scaleWords[key].items)
        for (const { words } of answers) expect(words).not.toBe('');
    expect(scaleWords[key].source).not.toBe('');
    expect(instruments[key].version).toBe(1);
  });

  test('circulation of Aldrete says percent; bleeding of PADSS says that it is not applicable', () => {
    expect(itemLabel('aldrete', 'circulation')).toContain('in % of baseline');
    expect(scaleWords.padss.items.at(-1)?.answers).toEqual([{ value: 2, words: 'not applicable, scored 2' }]);
    // Where anchors run from 2 to 0, the first said is the best: a table is in print with them reversed.
    expect(scaleWords.aldrete.items[0]?.answers[0]).toEqual({ value: 2, words: 'Moves 4 limbs' });
    expect(scaleWords.aldrete.items[0]?.answers[2]).toEqual({ value: 0, words: 'Moves none' });
  });
});

describe('[SCL-2] a score is there when every item has an answer', () => {
  test('the sums and levels from their least to their most', () => {
    const none = { activity: 0, respiration: 0, circulation: 0, consciousness: 0, saturation: 0 };
    expect(scoreOf('aldrete', answered('aldrete'))).toBe(10);
    expect(scoreOf('aldrete', answered('aldrete', { circulation: 1 }))).toBe(9);
    expect(scoreOf('aldrete', answered('aldrete', none))).toBe(0);
    expect(scoreOf('rass', [{ item: 'level', value: -5 }])).toBe(-5);
    expect(scoreOf('rass', [{ item: 'level', value: 4 }])).toBe(4);
    expect(scoreOf('moaas', [{ item: 'response', value: 0 }])).toBe(0);
    expect(scoreOf('nrs-pain', [{ item: 'pain', value: 10 }])).toBe(10);
  });

  test('bleeding of PADSS is scored 2 by itself: from 2 to 10', () => {
    expect(scoreOf('padss', answered('padss'))).toBe(10);
    const none = { 'vital-signs': 0, ambulation: 0, 'nausea-vomiting': 0, pain: 0 };
    expect(scoreOf('padss', answered('padss', none))).toBe(2);
    expect(missingItems('padss', [])).not.toContain('bleeding');
  });

  test('without one item there is none, and the item is named', () => {
    for (const key of instrumentKeys) {
      const all = answered(key);
      for (const { item } of all) {
        const without = all.filter((answer) => answer.item !== item);
        expect(scoreOf(key, without)).toBeNull();
        expect(missingItems(key, without)).toEqual([item]);
      }
      expect(missingItems(key, all)).toEqual([]);
    }
  });

  test('nor with an answer that does not exist', () => {
    for (const value of [-6, 5, 0.5]) expect(scoreOf('rass', [{ item: 'level', value }])).toBeNull();
    expect(scoreOf('aldrete', answered('aldrete', { activity: 3 }))).toBeNull();
  });
});

describe('[SCL-3] an assessment is stored whole or refused by its field', () => {
  const aldrete = { instrument: 'aldrete', answers: answered('aldrete') };

  test('an item without an answer, one that is none, one twice', () => {
    expect(refused(aldrete)).toBeNull();
    expect(refused({ ...aldrete, answers: aldrete.answers.slice(1) })).toBe(
      'answers has none for activity: nothing is taken for normal. Nothing was stored.',
    );
    expect(refused({ ...aldrete, answers: [] })).toMatch(/^answers needs an answer to each item/);
    expect(refused({ ...aldrete, answers: [...aldrete.answers, { item: 'mood', value: 1 }] })).toMatch(
      /^answers\[5\]\.item must be one of activity, respiration/,
    );
    expect(refused({ ...aldrete, answers: [...aldrete.answers, { item: 'activity', value: 0 }] })).toMatch(
      /^answers\[5\]\.item stands twice: activity/,
    );
  });

  test('one beyond either end of an item', () => {
    const rass = (value: number) => refused({ instrument: 'rass', answers: [{ item: 'level', value }] });
    expect([-5, 4].map(rass)).toEqual([null, null]);
    expect(rass(-6)).toMatch(/^answers\[0\]\.value must be from -5 to 4 for level/);
    expect(rass(5)).toMatch(/^answers\[0\]\.value must be from -5 to 4 for level/);
    expect(rass(1.5)).toMatch(/^answers\[0\]\.value must be a whole number/);
  });

  test('bleeding of PADSS may be told as 2 and as nothing else', () => {
    const padss = (value: number) =>
      refused({ instrument: 'padss', answers: [...answered('padss'), { item: 'bleeding', value }] });
    expect(padss(2)).toBeNull();
    expect(padss(1)).toMatch(/^answers\[4\]\.value must be 2 for bleeding/);
  });

  test('another version, another instrument', () => {
    expect(refused({ ...aldrete, version: 1 })).toBeNull();
    expect(refused({ ...aldrete, version: 2 })).toMatch(/^version must be 1: no other is known here/);
    expect(refused({ ...aldrete, instrument: 'apgar' })).toMatch(/^instrument must be one of rass, aldrete/);
  });
});

describe('[SCL-4] MOAA/S has one place', () => {
  test('it is the vital sign, and refused as an assessment with the way there', () => {
    expect(refused({ instrument: 'moaas', answers: [{ item: 'response', value: 5 }] })).toBe(
      'instrument moaas is a vital sign: record it as moaas in vital-signs. Nothing was stored.',
    );
  });
});

describe('[SCL-5] a score is printed with what it is out of', () => {
  test('sums out of the most there is, levels with their side', () => {
    expect(scoreWords('aldrete', 9)).toBe('9 of 10');
    expect(scoreWords('nrs-nausea', 0)).toBe('0 of 10');
    expect([-2, 0, 1].map((score) => scoreWords('rass', score))).toEqual(['-2', '0', '+1']);
    expect(scoreWords('moaas', 5)).toBe('5');
    expect(bestOf('padss')).toBe(10);
    expect(summarizeAssessment({ instrument: 'padss', answers: answered('padss') })).toBe('PADSS 10 of 10');
    expect(summarizeAssessment({ instrument: 'nrs-pain', answers: [{ item: 'pain', value: 4 }] })).toBe(
      'Pain NRS 4 of 10',
    );
    // From a newer server, with items that this version does not ask.
    expect(summarizeAssessment({ instrument: 'rass', answers: [{ item: 'other', value: 4 }] })).toBe(
      'RASS not scored',
    );
  });
});
