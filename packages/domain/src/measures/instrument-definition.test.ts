import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exampleDefinition } from './example-definition.ts';
import { readDefinition } from './instrument-definition.ts';

type Path = readonly (string | number)[];
/** The example with another value at a place; undefined takes the place away. */
function changed(path: Path, value: unknown): string {
  const definition = structuredClone(exampleDefinition) as unknown as Record<string | number, unknown>;
  let place = definition;
  for (const step of path.slice(0, -1)) place = place[step] as Record<string | number, unknown>;
  place[path.at(-1) as string] = value;
  return JSON.stringify(definition);
}
/** "path problem" of everything that is wrong with a text. */
const wrongIn = (text: string): string[] => {
  const read = readDefinition(text);
  return 'problems' in read ? read.problems.map(({ path, problem }) => `${path} ${problem}`.trim()) : [];
};

describe('[INS-1] a definition is taken when every part fits', () => {
  test('the example, which stands in docs/instruments.md as it is here', () => {
    const page = readFileSync(new URL('../../../../docs/instruments.md', import.meta.url), 'utf8');
    const [, json = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    expect(JSON.parse(json)).toEqual(exampleDefinition);
    expect(readDefinition(json)).toEqual({ definition: exampleDefinition });
  });

  test('a paper form: a total with its ends, and no question', () => {
    const paper = {
      key: 'paper-form',
      version: 1,
      name: 'Paper form',
      licence: 'Licensed by its publisher.',
    };
    const read = (more: object) => wrongIn(JSON.stringify({ ...paper, ...more }));
    expect(read({ total: { least: 0, most: 92 } })).toEqual([]);
    expect(read({ total: { least: 92, most: 92 } })).toEqual([
      'total must have a least that is below its most',
    ]);
    expect(read({})).toEqual(['items is missing: write the questions, or least and most of the total']);
    expect(read({ total: { least: 0, most: 92 }, subscales: [] })).toEqual([
      'subscales needs questions in items',
    ]);
    expect(read({ total: { least: 0, most: 9 }, bands: [{ from: 5, to: 10, words: 'high' }] })).toEqual([
      'bands[0] leaves the range: totals go from 0 to 9',
    ]);
  });

  test('items that are never summed have no bands', () => {
    expect(wrongIn(changed(['total'], null))).toEqual(['bands needs a total, and this instrument has none']);
    expect(wrongIn(JSON.stringify({ ...exampleDefinition, total: null, bands: [] }))).toEqual([]);
  });
});

describe('[INS-1] what is wrong is named by its place', () => {
  const ends = [
    { value: 10, words: 'Fully' },
    { value: 0, words: 'Not at all' },
  ];
  const one = [{ value: 0, words: 'Never' }];
  const all = [{ from: 0, to: 7, words: 'all' }];
  // biome-ignore format: read as a table
  test.each<[Path, unknown, string]>([
    [['items', 0, 'answers', 1, 'value'], 0, 'items[0].answers has two answers with the value 0'],
    [['items', 1, 'answers'], one, 'items[1].answers needs at least two answers'],
    [['items', 0, 'answers', 2, 'value'], 1.5, 'items[0].answers[2].value must be a whole number'],
    [['items', 2, 'text'], ' ', 'items[2].text must not be empty'],
    [['items', 1, 'key'], 'falling-asleep', 'items[1].key stands twice: falling-asleep'],
    [['items', 2, 'answers'], ends, 'items[2].answers must be the two ends of the slider, the lower one first'],
    [['key'], 'Sleep', 'key must be small letters, digits and single hyphens, such as sleep-short'],
    [['licence'], undefined, 'licence is missing'],
    [['licence'], '', 'licence must not be empty'],
    [['intro'], undefined, 'intro is missing: say what the questions are about'],
    [['cutoff'], 3, 'cutoff is not a field here: remove it'],
    [['version'], 0, 'version must be at least 1'],
    [['total'], { least: 0, most: 16 }, 'total follows from the items: remove it, or write null for no total'],
    [['bands', 1, 'from'], 5, 'bands[1] overlaps the band 0 to 5'],
    [['bands', 2, 'to'], 17, 'bands[2] leaves the range: totals go from 0 to 16'],
    [['bands', 0, 'from'], -1, 'bands[0] leaves the range: totals go from 0 to 16'],
    [['bands', 0, 'to'], -2, 'bands[0] ends before it begins: 0 to -2'],
    [['subscales', 0, 'items', 1], 'dreams', 'subscales[0].items[1] is no question of this instrument: dreams'],
    [['subscales', 0, 'items', 2], 'waking', 'subscales[0].items[2] stands twice: waking'],
    [['subscales', 0, 'bands'], all, 'subscales[0].bands[0] leaves the range: totals go from 0 to 6'],
    [['key'], 'phq-9', 'key is taken: phq-9 comes with Tandem'],
    // A copy under another spelling would ask without the safety question.
    [['key'], 'phq9', 'key is taken: phq9 comes with Tandem'],
    [['name'], 'PHQ 9', 'name is taken: PHQ 9 comes with Tandem'],
    [['name'], 'shame check-in', 'name is taken: shame check-in comes with Tandem'],
  ])('%j as %j: %s', (path, value, sentence) => {
    expect(wrongIn(changed(path, value))[0]).toBe(sentence);
  });

  test('all of it at once, not the first alone', () => {
    const [first, ...others] = exampleDefinition.items ?? [];
    const definition = {
      ...exampleDefinition,
      items: [{ ...first, text: '' }, ...others],
      licence: '',
      lookBackDays: 0,
    };
    expect(wrongIn(JSON.stringify(definition))).toEqual([
      'items[0].text must not be empty',
      'licence must not be empty',
      'lookBackDays must be at least 1',
    ]);
  });

  test('a file that is no JSON, with its line', () => {
    expect(wrongIn('{\n  "key": "sleep",\n  "version": 1,,\n}')).toEqual(['is not JSON: look at line 3']);
    expect(wrongIn('')).toEqual([expect.stringContaining('is not JSON')]);
    expect(wrongIn('[]')).toEqual(['must be an object']);
    expect(wrongIn(`\uFEFF${JSON.stringify(exampleDefinition)}`)).toEqual([]);
  });
});
