import { describe, expect, test } from 'vitest';
import type { Told } from '../session/given.test-support.ts';
import { begun, dischargeAt, goOn, isMet, keysAt, readAt, rowAt } from './discharge.test-support.ts';
import { dose, set, under } from './notices.test-support.ts';

const bp = (minute: number, systolic: number, diastolic: number) => set(minute, { systolic, diastolic });
/** A dose after a baseline of this pressure. */
const after = (systolic: number, diastolic: number) => begun(bp(0, systolic, diastolic), dose(1, 40));
const base = () => after(124, 78);
const withoutBaseline = () => begun(dose(1, 40));

describe('[DCH-3] the pressure', () => {
  const read = (of: Told[], minute = 146) => readAt(of, 'pressure-steady', minute);
  const second = (before: Told[], systolic: number, diastolic: number) =>
    read([...before, bp(130, 120, 76), bp(145, systolic, diastolic)]);

  describe('after a baseline of 124/78', () => {
    test.each([
      [90, 60],
      [139, 89],
      // Not below 140/90, but within 20 %.
      [140, 89],
      [148, 93],
    ])('%d/%d is steady', (systolic, diastolic) => {
      expect(second(base(), systolic, diastolic)).toBe(`120/76, then ${systolic}/${diastolic}`);
    });

    test.each([
      [89, 60, 'systolic under 90'],
      [149, 93, 'more than 20 % from the baseline of 124/78'],
      [148, 94, 'more than 20 % from the baseline of 124/78'],
    ])('%d/%d is not: %s', (systolic, diastolic, problem) => {
      const words = `120/76, then ${systolic}/${diastolic}: ${problem}; a pressure in range`;
      expect(second(base(), systolic, diastolic)).toBe(words);
    });
  });

  test('after a baseline of 150/95 it stays below 160/100 all the same', () => {
    expect(second(after(150, 95), 159, 99)).toBe('120/76, then 159/99');
    expect(second(after(150, 95), 160, 99)).toBe(
      '120/76, then 160/99: systolic from 160; a pressure in range',
    );
    expect(second(after(150, 95), 159, 100)).toBe(
      '120/76, then 159/100: diastolic from 100; a pressure in range',
    );
  });

  test.each([
    [119, 90, false],
    [120, 90, true],
    [120, 91, true],
    [135, 75, true],
  ])('20 %% under a baseline of 150/112 at %d/%d: %s', (systolic, diastolic, ok) => {
    const of = [...after(150, 112), bp(130, 120, 76), bp(145, systolic, diastolic)];
    expect(isMet(of, 'pressure-steady', 146)).toBe(ok);
  });

  test.each([
    ['no pressure was taken before the dose', withoutBaseline()],
    ['only a heart rate was', begun(set(0, { heartRate: 70 }), dose(1, 40))],
    ['nothing was given', begun()],
  ])('it is below 140/90 where %s', (_why, of) => {
    expect(second(of, 139, 89)).toBe('120/76, then 139/89');
    for (const [systolic, diastolic] of [
      [140, 89],
      [139, 90],
    ] as const)
      expect(second(of, systolic, diastolic)).toBe(
        `120/76, then ${systolic}/${diastolic}: not below 140/90, and there is no baseline; a pressure in range`,
      );
  });

  test('a missing one is never steady', () => {
    expect(read(withoutBaseline())).toBe('no pressure; a pressure');
    expect(read([...withoutBaseline(), set(145, { heartRate: 72 })])).toBe('no pressure; a pressure');
  });

  test('two of them, at least 15 min apart', () => {
    const alone = '122/76 alone; another pressure at least 15 min after it';
    expect(read([...base(), bp(130, 120, 76), bp(144, 122, 76)])).toBe(alone);
    expect(read([...base(), bp(130, 120, 76), bp(145, 122, 76)])).toBe('120/76, then 122/76');
  });

  test('the last one is at most 15 min old', () => {
    const two = [...base(), bp(130, 120, 76), bp(145, 122, 76)];
    expect(read(two, 160)).toBe('120/76, then 122/76');
    expect(read(two, 161)).toBe('120/76, then 122/76, 16 min old; a set now');
  });

  test('a set without a pressure neither hides nor is one', () => {
    const two = [...base(), bp(130, 120, 76), set(135, { spo2: 97 }), bp(145, 122, 76)];
    expect(read([...two, set(146, { heartRate: 72 })])).toBe('120/76, then 122/76');
  });

  test('one that lies ahead says nothing yet', () => {
    const three = [...base(), bp(130, 120, 76), bp(145, 122, 76), bp(150, 170, 90)];
    expect(read(three, 149)).toBe('120/76, then 122/76');
    expect(read(three, 150)).toBe('120/76, then 122/76, then 170/90: systolic from 160; a pressure in range');
  });

  test('one from before the last dose is no second one; one of its minute is', () => {
    expect(read([...base(), bp(145, 122, 76)])).toBe(
      '122/76 alone; another pressure at least 15 min after it',
    );
    const booster = (minute: number) => [...base(), bp(129, 120, 76), dose(minute, 20), bp(145, 122, 76)];
    expect(read(booster(129))).toBe('120/76, then 122/76');
    expect(read(booster(130))).toBe('122/76 alone; another pressure at least 15 min after it');
  });

  test('a peak between the two counts, one that two calm ones followed does not', () => {
    expect(read([...base(), bp(130, 120, 76), bp(138, 166, 92), bp(146, 122, 76)], 147)).toBe(
      '120/76, then 166/92, then 122/76: systolic from 160; a pressure in range',
    );
    expect(read([...base(), bp(110, 166, 92), bp(130, 120, 76), bp(146, 122, 76)], 147)).toBe(
      '120/76, then 122/76',
    );
  });

  test('a physician goes on with one that is too high, and with one that has come up again', () => {
    const high = [...base(), bp(130, 152, 94), bp(145, 150, 92), goOn(146, 'pressure-steady')];
    expect(rowAt(high, 'pressure-steady', 147)).toMatchObject({ met: true, overridable: true });
    const up = [...base(), bp(130, 78, 44), bp(145, 120, 76), goOn(146, 'pressure-steady')];
    expect(rowAt(up, 'pressure-steady', 147)).toMatchObject({ met: true, overridable: true });
    const just90 = [...base(), bp(130, 152, 94), bp(145, 90, 60), goOn(146, 'pressure-steady')];
    expect(rowAt(just90, 'pressure-steady', 147)).toMatchObject({ met: true, overridable: true });
  });

  test('78/44 is never fit to go, whatever the reason', () => {
    const low = [...base(), bp(130, 120, 76), bp(145, 78, 44), goOn(146, 'pressure-steady')];
    expect(rowAt(low, 'pressure-steady', 147)).toMatchObject({
      met: false,
      overridable: false,
      fact: '120/76, then 78/44: systolic under 90',
      needs: 'a pressure in range',
    });
    expect(dischargeAt(low, 147).ready).toBe(false);
  });
});

describe('[DCH-4] heart rate, breathing, oxygen', () => {
  const signs = { heartRate: 72, respiratoryRate: 14, spo2: 98 };
  const read = (more: object, before = withoutBaseline(), minute = 141) =>
    readAt([...before, set(140, { ...signs, ...more })], 'breathing-well', minute);

  test('are read with their units', () => {
    expect(read({})).toBe('HR 72 /min, RR 14 /min, SpO₂ 98 %');
    expect(read({}, begun())).toBe('HR 72 /min, RR 14 /min, SpO₂ 98 %');
  });

  test.each([
    [{ heartRate: 50 }, { heartRate: 49 }, 'HR'],
    [{ heartRate: 110 }, { heartRate: 111 }, 'HR'],
    [{ respiratoryRate: 10 }, { respiratoryRate: 9 }, 'RR'],
    [{ respiratoryRate: 24 }, { respiratoryRate: 25 }, 'RR'],
    [{ spo2: 94 }, { spo2: 93 }, 'SpO₂'],
  ])('%j is in range, %j is not', (inside, outside, sign) => {
    expect(read(inside)).not.toContain(';');
    expect(read(outside)).toMatch(new RegExp(`; in range now: ${sign}$`));
  });

  test('several are named together', () => {
    expect(read({ heartRate: 120, spo2: 90 })).toBe(
      'HR 120 /min, RR 14 /min, SpO₂ 90 %; in range now: HR, SpO₂',
    );
  });

  test('who still gets oxygen does not breathe room air', () => {
    expect(read({ oxygenLitresPerMin: 0 })).toBe('HR 72 /min, RR 14 /min, SpO₂ 98 %');
    expect(read({ oxygenLitresPerMin: 0.5 })).toBe(
      'HR 72 /min, RR 14 /min, SpO₂ 98 %, on 0.5 L/min; in range now: room air',
    );
  });

  test('who came with 91 % goes with 91 %; who came with 99 % with 94 %', () => {
    const from = (spo2: number) => begun(set(0, { spo2 }), dose(1, 40));
    expect(read({ spo2: 91 }, from(91))).not.toContain(';');
    expect(read({ spo2: 90 }, from(91))).toMatch(/; in range now: SpO₂$/);
    expect(read({ spo2: 94 }, from(99))).not.toContain(';');
  });

  test('a missing one is never normal', () => {
    expect(readAt(withoutBaseline(), 'breathing-well', 141)).toBe(
      'no HR, no RR, no SpO₂; in range now: HR, RR, SpO₂',
    );
    expect(readAt([...withoutBaseline(), set(140, { heartRate: 72, spo2: 98 })], 'breathing-well', 141)).toBe(
      'HR 72 /min, no RR, SpO₂ 98 %; in range now: RR',
    );
  });

  test('nor is one of more than 15 min ago', () => {
    expect(read({}, withoutBaseline(), 155)).toBe('HR 72 /min, RR 14 /min, SpO₂ 98 %');
    expect(read({}, withoutBaseline(), 156)).toBe(
      'HR 72 /min, 16 min old, RR 14 /min, 16 min old, SpO₂ 98 %, 16 min old; in range now: HR, RR, SpO₂',
    );
  });

  test('the last one of each counts, whichever set it is in', () => {
    const of = [...withoutBaseline(), set(135, { ...signs, heartRate: 130 }), set(140, { heartRate: 72 })];
    expect(readAt(of, 'breathing-well', 141)).toBe('HR 72 /min, RR 14 /min, SpO₂ 98 %');
  });
});

describe('[DCH-9] under REMS three pressures', () => {
  const spray = (minute: number) => dose(minute, 56, { data: { route: 'in', drug: 'esketamine' } });
  const rems = (...minutes: number[]) =>
    readAt(
      [...under({ rems: true }), spray(10), ...minutes.map((minute) => bp(minute, 120, 76))],
      'rems-pressures',
      131,
    );

  test.each([
    ['before, 40 min after and 90 min after', [9, 50, 100]],
    ['at the dose, 30 min after and 2 h after', [10, 40, 130]],
    ['60 min after', [9, 70, 100]],
  ])('%s are the three', (_when, minutes) => {
    expect(rems(...minutes)).toBe('3 of 3');
  });

  test.each([
    [[], '0 of 3; a pressure before the dose, about 40 min after, before leaving'],
    [[11, 50, 100], '2 of 3; a pressure before the dose'],
    [[9, 39, 100], '2 of 3; a pressure about 40 min after'],
    [[9, 71, 100], '2 of 3; a pressure about 40 min after'],
    [[9, 50, 99], '2 of 3; a pressure before leaving'],
    [[9, 71, 99], '1 of 3; a pressure about 40 min after, before leaving'],
  ])('at minutes %j: %s', (minutes, words) => {
    expect(rems(...minutes)).toBe(words);
  });

  test('a set without a pressure is none of them', () => {
    const of = [
      ...under({ rems: true }),
      spray(10),
      ...[9, 50, 100].map((minute) => set(minute, { spo2: 98 })),
    ];
    expect(readAt(of, 'rems-pressures', 131)).toMatch(/^0 of 3;/);
  });

  test('nobody asks for them without REMS, or before the first device', () => {
    expect(keysAt(begun(spray(10)), 131)).not.toContain('rems-pressures');
    expect(keysAt([...under({ rems: false }), spray(10)], 131)).not.toContain('rems-pressures');
    expect(keysAt(under({ rems: true }), 5)).not.toContain('rems-pressures');
  });
});
