import { expect, test } from 'vitest';
import { Disks, isShortOfRoom } from './disks.ts';

const GB = 1e9;

test.each([
  [50, 500, false],
  [49.9, 500, true],
  [2, 10, false],
  [1.99, 10, true],
  [1.99, 4, true],
])('[OPS-7] %d GB free of %d: short of room is %s', (free, total, short) => {
  expect(isShortOfRoom({ freeBytes: free * GB, totalBytes: total * GB })).toBe(short);
});

test('[OPS-7] given a disk that does not answer, when it is looked at again and again, then it was asked once and is not known', async () => {
  const asked: string[] = [];
  let answer = (_space: { freeBytes: number; totalBytes: number }) => {};
  const gone = new Promise<{ freeBytes: number; totalBytes: number }>((resolve) => {
    answer = resolve;
  });
  const spaceOf = (directory: string) => {
    asked.push(directory);
    return directory === '/gone' ? gone : Promise.resolve({ freeBytes: GB, totalBytes: 100 * GB });
  };
  const disks = new Disks({ data: '/data', backup: '/gone', second: null }, spaceOf, 5);
  for (const _ of [1, 2, 3])
    expect(await disks.look()).toEqual([
      { of: 'data', directory: '/data', freeBytes: GB, totalBytes: 100 * GB, red: true },
      { of: 'backup', directory: '/gone', freeBytes: null, totalBytes: null, red: false },
    ]);
  expect(asked.filter((directory) => directory === '/gone')).toHaveLength(1);
  answer({ freeBytes: 50 * GB, totalBytes: 100 * GB });
  await gone;
  expect((await disks.look())[1]).toMatchObject({ freeBytes: 50 * GB, red: false });
  await disks.look();
  expect(asked.filter((directory) => directory === '/gone').length).toBeGreaterThan(1);
});
