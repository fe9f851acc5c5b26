import { describe, expect, test } from 'vitest';
import { limitsOf } from './lane-facts.ts';
import { laneTable } from './lanes.ts';
import { told } from './told.test-support.ts';

const limitsUnder = (lane: string, protocol: object) => {
  const look = laneTable.find(({ key }) => key === lane)?.sign;
  if (look === undefined) throw new Error(`no lane ${lane}`);
  return limitsOf(look, told([], protocol)).map(({ values, texts }) => ({ values, text: texts[0] }));
};

describe('[TLN-19] limits across a lane', () => {
  test('given a protocol without limits of its own, then those of the examples, and they are called so', () => {
    expect(limitsUnder('blood-pressure', {})).toEqual([{ values: [160], text: 'limit 160, example' }]);
    expect(limitsUnder('heart-rate', {})).toEqual([
      { values: [55], text: 'lower limit 55, example' },
      { values: [110], text: 'limit 110, example' },
    ]);
  });

  test('given a limit that the clinic has set, then the line stands where the notice begins, and is no example', () => {
    const limits = { systolic: { medium: { low: 100, high: 150 } }, spo2: { medium: { low: 92 } } };
    expect(limitsUnder('blood-pressure', { limits })).toEqual([{ values: [150], text: 'limit 150' }]);
    expect(limitsUnder('spo2', { limits })).toEqual([{ values: [92], text: 'lower limit 92' }]);
    expect(limitsUnder('heart-rate', { limits })).toHaveLength(2);
  });
});
