import { expect, test } from 'vitest';
import { compareVersions } from './compare-versions.ts';

const before = { systolic: '164', diastolic: '90', heartRate: '88', time: '10:22' };

test('[COR-9] given two corrections, when both changed a field, then it differs and yours keeps what was typed', () => {
  const { changes, yours, touched } = compareVersions(
    before,
    { ...before, systolic: '146' },
    { ...before, systolic: '154' },
  );
  expect(changes).toEqual([{ field: 'systolic', theirs: '146', yours: '154', differs: true }]);
  expect(yours).toEqual({ ...before, systolic: '154' });
  expect(touched).toBe(true);
});

test('[COR-9] given a field that was left alone here, when they changed it, then theirs stands in yours', () => {
  const { changes, yours } = compareVersions(
    before,
    { ...before, systolic: '146', time: '10:20' },
    { ...before, heartRate: ' 98 ' },
  );
  expect(changes).toEqual([
    { field: 'systolic', theirs: '146', yours: '146', differs: false },
    { field: 'heartRate', theirs: '88', yours: '98', differs: true },
    { field: 'time', theirs: '10:20', yours: '10:20', differs: false },
  ]);
  expect(yours).toEqual({ systolic: '146', diastolic: '90', heartRate: ' 98 ', time: '10:20' });
});

test('[COR-9] given the same change by both, or nothing typed, when compared, then nothing differs', () => {
  const same = compareVersions(before, { ...before, spo2: '97' }, { ...before, spo2: '97' });
  expect(same.changes).toEqual([{ field: 'spo2', theirs: '97', yours: '97', differs: false }]);
  const nothing = compareVersions(before, { ...before, heartRate: '' }, before);
  expect(nothing.touched).toBe(false);
  expect(nothing.changes).toEqual([{ field: 'heartRate', theirs: '', yours: '', differs: false }]);
  expect(compareVersions(before, before, before).changes).toEqual([]);
});
