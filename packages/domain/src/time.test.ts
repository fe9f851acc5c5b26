import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daySchema, formatInstant, instantSchema, normaliseInstant, parseInstant } from './time.ts';

const ms = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) });
const zone = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 });

function spelled(instant: number, offset: number): string {
  const wall = new Date(instant + offset * 60_000).toISOString().slice(0, -1);
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

describe('instants', () => {
  test('[TIM-1] given any instant in any zone, when read, then it is that instant, in one spelling', () => {
    fc.assert(
      fc.property(ms, zone, (instant, offset) => {
        expect(parseInstant(spelled(instant, offset))).toBe(instant);
        expect(normaliseInstant(spelled(instant, offset))).toBe(formatInstant(instant));
        expect(instantSchema.parse(spelled(instant, offset))).toBe(formatInstant(instant));
      }),
    );
  });

  test('[TIM-1] given finer digits than milliseconds, when read, then cut and never rounded into the future', () => {
    expect(normaliseInstant('2026-11-24T10:37:00.9999Z')).toBe('2026-11-24T10:37:00.999Z');
    expect(normaliseInstant('2026-11-24T10:37:00.123999999Z')).toBe('2026-11-24T10:37:00.123Z');
    expect(normaliseInstant('2026-11-24T10:37:00.5Z')).toBe('2026-11-24T10:37:00.500Z');
    expect(normaliseInstant('2026-11-24T10:37:00Z')).toBe('2026-11-24T10:37:00.000Z');
  });

  const wrong = [
    '2026-11-24T10:37:00',
    '2026-11-24 10:37:00Z',
    '2026-11-24',
    '2026-02-29T10:00:00Z',
    '2026-04-31T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-11-24T24:00:00Z',
    '2026-11-24T10:60:00Z',
    '2026-11-24T10:37:60Z',
    '2026-11-24T10:37Z',
    '0000-01-01T00:00:00Z',
    '+012026-11-24T10:37:00Z',
    '2026-11-24T10:37:00.Z',
    '2026-11-24T10:37:00+2:00',
    '2026-11-24T10:37:00+24:00',
    ' 2026-11-24T10:37:00Z',
    '2026-11-24T10:37:00Z\n',
    'now',
    '',
  ];
  for (const text of wrong) {
    test(`[TIM-2] given ${JSON.stringify(text)}, when read, then it is no time`, () => {
      expect(parseInstant(text)).toBeNull();
      expect(instantSchema.safeParse(text).success).toBe(false);
      expect(() => normaliseInstant(text)).toThrow(RangeError);
    });
  }

  test('[TIM-2] given a leap day that exists, when read, then it is a time', () => {
    expect(parseInstant('2028-02-29T10:00:00Z')).not.toBeNull();
  });

  test('[TIM-2] given a zone that carries the time past year 9999 or before year 1, when read, then it is no time', () => {
    for (const text of ['9999-12-31T23:30:00-01:00', '0001-01-01T00:30:00+01:00']) {
      expect(parseInstant(text)).toBeNull();
    }
  });

  test('[TIM-3] given a birth date, when it does not exist, then it is refused', () => {
    expect(daySchema.parse('1987-03-14')).toBe('1987-03-14');
    for (const text of ['1987-02-30', '1987-3-14', '1987-03-14T00:00:00Z', '19870314', '']) {
      expect(daySchema.safeParse(text).success).toBe(false);
    }
  });
});
