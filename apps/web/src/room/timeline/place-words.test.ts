import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, overlaps } from './box.ts';
import { placeWords, type Wanted, WORDS_HEIGHT } from './place-words.ts';

const widthOf = (text: string) => text.length * 7;
const zone = { left: 0, right: 600 };
const wanted = (more: Partial<Wanted> = {}): Wanted => ({
  key: 'a',
  tone: 'limit',
  texts: ['limit 160, example', '160, example'],
  tops: [20, 40],
  from: 'right',
  ...more,
});
const box = (left: number, right: number, top: number, bottom: number): Box => ({ left, right, top, bottom });

const anyBox = fc
  .record({
    left: fc.integer({ min: 0, max: 590 }),
    width: fc.integer({ min: 1, max: 80 }),
    top: fc.integer({ min: 0, max: 90 }),
    height: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ left, width, top, height }) => box(left, left + width, top, top + height));
const anyWanted = fc.record({
  key: fc.uuid(),
  tone: fc.constant('plain' as const),
  texts: fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 3 }),
  tops: fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 2 }),
  from: fc.constantFrom('left' as const, 'right' as const),
});

describe('words on a lane', () => {
  it('[TLN-7] never cover each other or a mark, and never leave their zone', () => {
    fc.assert(
      fc.property(
        fc.array(anyWanted, { maxLength: 5 }),
        fc.array(anyBox, { maxLength: 12 }),
        (all, marks) => {
          const placed = placeWords(all, marks, [zone], widthOf);
          for (const [at, one] of placed.entries()) {
            expect(one.left >= zone.left && one.right <= zone.right).toBe(true);
            expect(one.bottom - one.top).toBe(WORDS_HEIGHT);
            for (const other of [...marks, ...placed.slice(0, at)]) expect(overlaps(one, other)).toBe(false);
          }
        },
      ),
    );
  });

  it('[TLN-8] stand at the end of the lane, on the better side of their line', () => {
    const [one] = placeWords([wanted()], [], [zone], widthOf);
    expect(one).toMatchObject({ text: 'limit 160, example', right: 600, top: 20 });
  });

  it('[TLN-8] change sides for a line, step aside for a reading, and are said shorter where room is short', () => {
    const line = box(0, 600, 27, 28);
    expect(placeWords([wanted()], [line], [zone], widthOf)[0]).toMatchObject({ top: 40, right: 600 });
    const reading = box(560, 572, 0, 100);
    expect(placeWords([wanted()], [reading], [zone], widthOf)[0]).toMatchObject({ right: 554, top: 20 });
    const narrow = { left: 480, right: 600 };
    expect(placeWords([wanted()], [], [narrow], widthOf)[0]).toMatchObject({ text: '160, example' });
  });

  it('[TLN-8] look in the next zone before they are left out', () => {
    const quiet = { left: 560, right: 600 };
    expect(placeWords([wanted()], [], [quiet, zone], widthOf)[0]).toMatchObject({ right: 600 });
    expect(placeWords([wanted()], [box(0, 600, 0, 100)], [quiet, zone], widthOf)).toEqual([]);
  });

  it('[TLN-9] that must be said are said, whatever is in the way', () => {
    const must = wanted({ always: true, from: 'left', texts: ['axis widened, 40 to 240'] });
    const [one] = placeWords([must], [box(0, 600, 0, 100)], [zone], widthOf);
    expect(one).toMatchObject({ text: 'axis widened, 40 to 240', left: 0, top: 20 });
  });
});
