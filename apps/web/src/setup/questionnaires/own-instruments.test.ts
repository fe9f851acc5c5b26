import { exampleDefinition, readDefinition } from '@tandem/domain';
import type { Instrument } from '@tandem/wire';
import { describe, expect, test } from 'vitest';
import { nextVersion, ownInstruments, totalDefinition } from './own-instruments.ts';

const kept = (key: string, version: number): Instrument => ({
  id: `${key} ${version}`,
  definition: { ...exampleDefinition, key, version },
  addedAt: '2026-11-24T10:00:00.000Z',
  addedBy: 'Dr Helen Park',
  retiredAt: null,
});
const typed = {
  name: ' CADSS, on paper ',
  least: '0',
  most: ' 92',
  licence: 'Paper forms bought from the author.',
  source: '',
};

test('[INS-2] of each the newest stands, with how many came before it', () => {
  const own = ownInstruments([kept('sleep', 1), kept('sleep', 2), kept('pain', 1), kept('sleep', 10)]);
  expect(own.map(({ kept: { id }, earlier }) => [id, earlier])).toEqual([
    ['pain 1', 0],
    ['sleep 10', 2],
  ]);
});

test('[INS-2] a new version begins with the one that is there and the next number', () => {
  const next = readDefinition(nextVersion(exampleDefinition));
  expect(next).toEqual({ definition: { ...exampleDefinition, version: 2 } });
});

describe('[INS-1] a total that is typed from paper', () => {
  test('is a definition like any other, with a key made of its name', () => {
    expect(readDefinition(totalDefinition(typed, []))).toEqual({
      definition: {
        key: 'cadss-on-paper',
        version: 1,
        name: 'CADSS, on paper',
        total: { least: 0, most: 92 },
        licence: 'Paper forms bought from the author.',
      },
    });
  });

  test('under a name that is there it is the next version', () => {
    const paper = { ...kept('cadss-form', 3) };
    const own = ownInstruments([{ ...paper, definition: { ...paper.definition, name: 'Cadss, on paper' } }]);
    expect(JSON.parse(totalDefinition(typed, own))).toMatchObject({ key: 'cadss-form', version: 4 });
  });

  test('another name never becomes the next version of what has its key by chance', () => {
    const own = ownInstruments([kept('cadss-on-paper', 3), kept('cadss-on-paper-2', 1)]);
    expect(JSON.parse(totalDefinition(typed, own))).toMatchObject({ key: 'cadss-on-paper-3', version: 1 });
  });

  test.each([
    ['most', 'ninety', 'total.most'],
    ['most', '', 'total.most'],
    ['most', '0', 'total'],
    ['name', '', 'name'],
    ['licence', '', 'licence'],
  ])('what is not as it should be is named: %s %j', (field, text, path) => {
    const read = readDefinition(totalDefinition({ ...typed, [field]: text }, []));
    expect('problems' in read && read.problems.map((one) => one.path)).toEqual([path]);
  });

  test.each([
    ['Ärger über 2 Wochen', 'arger-uber-2-wochen'],
    ['5-item scale', 'form-5-item-scale'],
    ['睡眠', 'form-total'],
  ])('any name makes a key: %s', (name, key) => {
    expect(JSON.parse(totalDefinition({ ...typed, name }, []))).toMatchObject({ key });
  });
});
