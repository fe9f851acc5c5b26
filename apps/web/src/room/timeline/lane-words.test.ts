import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOW_AT_MOST, timeWindow } from '../../data/time-window.ts';
import { overlaps } from './box.ts';
import { chipWidth } from './dose-chips.ts';
import { layoutOf } from './lane-layout.ts';
import { yOf } from './lane-scale.ts';
import { laneWords } from './lane-words.ts';
import { chipBoxes, readingBoxes, traceBoxes } from './marks.ts';
import { timelineParts } from './timeline-parts.ts';
import { dose, minute, set, type Told, told, ZONE } from './told.test-support.ts';

const widthOf = (text: string) => text.length * 6.6;

function drawn(
  entries: readonly Told[],
  [width, height]: readonly [number, number],
  nowMinute: number,
  aboutDoses: readonly string[] | null = null,
) {
  const ended = entries.some(([kind]) => kind === 'ended');
  const parts = timelineParts(told(entries), { pending: new Set(), zone: ZONE });
  const layout = layoutOf(width, height);
  const window = timeWindow(minute(0), minute(nowMinute), ended ? minute(nowMinute) : null);
  const plot = { ...window, left: layout.left, width: width - layout.left - layout.right };
  return { parts, layout, plot, words: laneWords(parts, layout, plot, !ended, widthOf, aboutDoses) };
}

const anySize = fc.constantFrom([964, 540], [868, 424], [620, 424], [620, 360], [366, 290]) as fc.Arbitrary<
  readonly [number, number]
>;
const anySet = (at: number) =>
  fc
    .record({
      diastolic: fc.integer({ min: 30, max: 130 }),
      over: fc.integer({ min: 5, max: 110 }),
      heartRate: fc.integer({ min: 30, max: 190 }),
      spo2: fc.integer({ min: 70, max: 100 }),
    })
    .map(({ diastolic, over, heartRate, spo2 }) => set(at, diastolic + over, diastolic, { heartRate, spo2 }));
const anySession = fc
  .tuple(anySet(1), fc.array(fc.integer({ min: 5, max: 69 }), { maxLength: 8 }), fc.boolean())
  .chain(([first, minutes, over]) =>
    fc
      .tuple(...minutes.sort((a, b) => a - b).map(anySet))
      .map((later): Told[] => [
        first,
        dose(3, 40),
        ...later,
        ...(over ? ([['ended', 70, { disposition: 'completed', endedAt: null }]] as const) : []),
      ]),
  );

describe('limit and baseline words', () => {
  it('[TLN-7] collide with nothing: not with each other, with a line, with a reading, at any size', () => {
    fc.assert(
      fc.property(anySession, anySize, (entries, size) => {
        const { parts, layout, plot, words } = drawn(entries, size, 70);
        for (const box of layout.lanes) {
          if (box.row.sign === undefined) continue;
          const part = parts[box.row.sign.key];
          const said = words[box.row.key].filter(({ from }) => from === 'right');
          const baseline = part.baseline?.type === 'fixed' ? [part.baseline.mark] : [];
          const lines = [...part.limits, ...baseline].flatMap(({ values }) => values);
          for (const one of said) {
            for (const other of [...said, ...readingBoxes(part, box, plot), ...traceBoxes(part, box, plot)])
              if (other !== one) expect(overlaps(one, other)).toBe(false);
            for (const value of lines) {
              const y = yOf(value, part.axis, box);
              expect(one.top < y && y < one.bottom && one.right > plot.left).toBe(false);
            }
            expect(one.top).toBeGreaterThanOrEqual(box.top + box.head);
            expect(one.bottom).toBeLessThanOrEqual(box.top + box.height);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('[TLN-10] stand right of wherever now can come to, on a desktop, a tablet and a phone', () => {
    const entries = [set(1, 124, 62, { heartRate: 61, spo2: 97 }), dose(3, 40), set(60, 137, 77)];
    for (const size of [
      [964, 540],
      [868, 424],
      [620, 424],
      [366, 290],
    ] as const) {
      const { layout, plot, words } = drawn(entries, size, 65);
      const nowAtMost = plot.left + plot.width * NOW_AT_MOST;
      for (const { row } of layout.lanes) {
        if (row.key === 'notes') continue;
        expect(words[row.key].length, `${size} ${row.key}`).toBeGreaterThan(0);
        for (const { left } of words[row.key]) expect(left).toBeGreaterThan(nowAtMost);
      }
    }
  });

  it('[TLN-10] say in full what they are where there is room, and always that a limit is an example', () => {
    const entries = [set(1, 124, 62, { heartRate: 61, spo2: 97 }), dose(3, 40)];
    const textsAt = (width: number, height: number) =>
      Object.values(drawn(entries, [width, height], 65).words)
        .flat()
        .map(({ text }) => text);
    expect(textsAt(964, 540)).toEqual([
      'limit 160, example',
      'baseline 124/62',
      'lower limit 55, example',
      'limit 110, example',
      'baseline 61',
      'lower limit 94, example',
      'baseline 97',
      'limit 80 mg',
    ]);
    const limits = textsAt(366, 290).filter((text) => text.includes('160'));
    expect(limits).toEqual(['160, example']);
  });

  it('[TLN-8] have room above the upper limit and below the lower one, however low the lane', () => {
    const entries = [set(1, 124, 62, { heartRate: 57, spo2: 97 }), dose(3, 40)];
    for (let height = 330; height <= 700; height += 10) {
      const { parts, layout, words } = drawn(entries, [868, height], 65);
      const box = layout.lanes.find(({ row }) => row.key === 'heart-rate');
      if (box === undefined) continue;
      const said = (value: number) => words['heart-rate'].find(({ text }) => text.includes(`limit ${value}`));
      const y = (value: number) => yOf(value, parts['heart-rate'].axis, box);
      expect(said(110)?.bottom, `upper at ${height}`).toBeLessThan(y(110));
      expect(said(55)?.top, `lower at ${height}`).toBeGreaterThan(y(55));
    }
  });

  it('[TLN-9] say that an axis stepped out, and that all readings lie earlier', () => {
    const wide = drawn([set(1, 231, 92)], [964, 540], 30).words['blood-pressure'];
    expect(wide.map(({ text }) => text)).toContain('axis widened, 40 to 240');
    const early = drawn([set(1, 124, 78)], [964, 540], 200).words['blood-pressure'];
    expect(early.map(({ text }) => text)).toContain('All readings are earlier. They are in the table.');
  });

  it('[EST-7] that say why there is no estimate stand on no dose, no line and no other words', () => {
    const about = ['No estimate: a route is not modelled.', 'No estimate: this route'];
    const someDoses = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 5, max: 60 })), {
      minLength: 1,
      maxLength: 2,
    });
    fc.assert(
      fc.property(someDoses, anySize, (doses, size) => {
        const told = doses.map(([at, mg]) => dose(at, mg));
        const { parts, layout, plot, words } = drawn(told, size, 35, about);
        const box = layout.lanes.find(({ row }) => row.key === 'ketamine');
        const said = words.ketamine.find(({ text }) => about.includes(text));
        if (box === undefined || said === undefined) throw new Error('not said');
        // A phone may have two rows of chips and no room beside them: then it is said all the same.
        if (layout.narrow && doses.length > 1) return;
        const chips = chipBoxes(parts.ketamine.pins, layout, plot, (label) => chipWidth(label, widthOf));
        for (const other of [...chips, ...words.ketamine])
          if (other !== said) expect(overlaps(said, other)).toBe(false);
        const limit = yOf(parts.ketamine.ceilingMg ?? 0, parts.ketamine.axis, box);
        expect(said.top < limit && limit < said.bottom).toBe(false);
        expect(said.bottom).toBeLessThanOrEqual(box.top + box.height);
      }),
      { numRuns: 100 },
    );
  });
});
