import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concentrationOf, responseTo } from './concentration.ts';
import type { Intake } from './intake.ts';
import { type Absorption, type Model, type ModelKey, models } from './parameters.ts';

const MINUTE = 60_000;
const T0 = Date.parse('2026-11-24T10:00:00.000Z');

interface Course {
  readonly model: Model;
  readonly grams: number;
  readonly absorption: Absorption;
}

const courses: readonly (Course & { readonly name: string })[] = (
  Object.entries(models) as [ModelKey, Model][]
).flatMap(([key, model]) =>
  Object.entries(model.routes).map(([route, absorption]) => ({
    name: `${key} ${route}`,
    model,
    absorption,
    grams: 70_000,
  })),
);
const anyCourse: fc.Arbitrary<Course> = fc
  .tuple(fc.constantFrom(...courses), fc.integer({ min: 30_000, max: 200_000 }))
  .map(([course, grams]) => ({ ...course, grams }));
const anyMicrograms = fc.integer({ min: 1, max: 500_000 });
const anyMinutes = fc.integer({ min: 0, max: 600 });

/** Micrograms given from one minute to another; at once where both are the same. */
const given = (micrograms: number, from = 0, to = from): Intake => ({
  drug: 'ketamine',
  route: 'iv',
  fromMs: T0 + from * MINUTE,
  toMs: T0 + to * MINUTE,
  micrograms,
});
/** ng/mL at a minute. */
const at = ({ model, grams, absorption }: Course, intake: Intake, minute: number): number =>
  concentrationOf(responseTo(model, grams, absorption), intake, T0 + minute * MINUTE);
/** Litres per minute. */
const clearance = ({ model, grams }: Course) => (model.eliminated * model.litresPerKg * grams) / 1000;
const litres = ({ model, grams }: Course) => (model.litresPerKg * grams) / 1000;

/** Relative difference, held against the largest value of the course: a tail of nothing has no percent. */
const apartBy = (a: number, b: number, largest: number) => Math.abs(a - b) / largest;

describe('[EST-1] the concentration obeys what any such model must', () => {
  test('it is linear in the dose', () => {
    fc.assert(
      fc.property(
        anyCourse,
        anyMicrograms,
        fc.integer({ min: 2, max: 9 }),
        anyMinutes,
        (course, dose, n, t) => {
          expect(at(course, given(dose * n), t)).toBeCloseTo(n * at(course, given(dose), t), 6);
        },
      ),
    );
  });

  test('two halves at the same moment are the whole, and an infusion is its two parts', () => {
    fc.assert(
      fc.property(anyCourse, anyMicrograms, anyMinutes, (course, dose, t) => {
        const whole = at(course, given(4 * dose, 0, 40), t);
        const parts = at(course, given(dose, 0, 10), t) + at(course, given(3 * dose, 10, 40), t);
        expect(parts).toBeCloseTo(whole, 6);
      }),
    );
  });

  test('only the time since matters', () => {
    fc.assert(
      fc.property(anyCourse, anyMicrograms, anyMinutes, anyMinutes, (course, dose, later, t) => {
        const moved = at(course, given(dose, later, later + 5), t + later);
        expect(moved).toBeCloseTo(at(course, given(dose, 0, 5), t), 9);
      }),
    );
  });

  test('it is never negative, and nothing before the dose', () => {
    fc.assert(
      fc.property(
        anyCourse,
        anyMicrograms,
        fc.double({ min: 0, max: 5000, noNaN: true }),
        (course, dose, t) => {
          expect(at(course, given(dose), t)).toBeGreaterThanOrEqual(0);
          expect(at(course, given(dose, t + 0.01), t)).toBe(0);
        },
      ),
    );
  });

  test('an infusion that becomes shorter and shorter becomes the bolus', () => {
    fc.assert(
      fc.property(anyCourse, anyMicrograms, fc.integer({ min: 1, max: 300 }), (course, dose, t) => {
        const bolus = at(course, given(dose), t);
        const [long, short] = [10, 1 / MINUTE].map((minutes) =>
          Math.abs(at(course, given(dose, 0, minutes), t + 10) - at(course, given(dose), t + 10)),
        ) as [number, number];
        expect(at(course, given(dose, 0, 1 / MINUTE), t) / bolus).toBeCloseTo(1, 3);
        expect(short).toBeLessThanOrEqual(long);
      }),
    );
  });

  test.each(courses)('$name: all of it that reached the blood leaves it again', (course) => {
    const amount = 40_000;
    const area = areaUpTo(course, given(amount), 10_000);
    expect(area / ((course.absorption.fraction * amount) / clearance(course))).toBeCloseTo(1, 4);
  });

  test.each(courses)('$name: never more in the body than was given and absorbed', (course) => {
    const most = course.absorption.fraction * 40_000;
    for (const intake of [given(40_000), given(40_000, 0, 40)]) {
      for (let minute = 0; minute <= 400; minute += 20) {
        const left = most - clearance(course) * areaUpTo(course, intake, minute);
        const inBlood = at(course, intake, minute) * litres(course);
        expect(inBlood).toBeLessThanOrEqual(left * 1.0001);
      }
    }
  });
});

/** Area under the curve, ng/mL x minutes, by Simpson's rule on pieces that grow with the age of the dose. */
function areaUpTo(course: Course, intake: Intake, minutes: number): number {
  const ends = [0, 0.5, 1, 2, 5, 10, 20, 39, 40, 41, 50, 80, 160, 320, 640, 1280, 2560, 5120, 10_000];
  let area = 0;
  for (const [index, end] of ends.slice(1).entries()) {
    const from = Math.min(ends[index] as number, minutes);
    const to = Math.min(end, minutes);
    const n = 200;
    const step = (to - from) / n;
    for (let k = 0; k < n; k += 1) {
      const a = from + k * step;
      const values = [a, a + step / 2, a + step].map((minute) => at(course, intake, minute));
      area += (((values[0] as number) + 4 * (values[1] as number) + (values[2] as number)) * step) / 6;
    }
  }
  return area;
}

/** The largest error that any comparison below found, of the largest value of its course. */
let largestError = 0;

describe('[EST-2] the closed form agrees with small steps within 0.1 %', () => {
  test.each(courses)('$name', (course) => {
    compare(course, given(40_000));
    compare(course, given(40_000, 0, 40));
  });

  test('where absorption is as fast as a rate of the model, and just beside it', () => {
    const model: Model = models.clements250;
    // The two rates of clements250, from its sum and its product.
    const total = 0.0109 + 0.0186 + 0.0137;
    const fast = (total + Math.sqrt(total ** 2 - 4 * 0.0109 * 0.0137)) / 2;
    for (const rate of [fast, (0.0109 * 0.0137) / fast]) {
      for (const beside of [1, 1 + 1e-12, 1 - 1e-9, 1 + 1e-7, 1 - 3e-6]) {
        const absorption = { fraction: 0.9, perMinute: rate * beside };
        const course = { model, grams: 70_000, absorption };
        compare(course, given(40_000));
        // Rates that nearly meet take large numbers from each other: a speck is left, on either side of 0.
        for (let millisecond = 0; millisecond < 20; millisecond += 1)
          expect(at(course, given(1), millisecond / MINUTE)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('at any weight', () => {
    fc.assert(
      fc.property(anyCourse, (course) => compare(course, given(50_000, 0, 7))),
      { numRuns: 10 },
    );
    expect(largestError).toBeGreaterThan(0);
    expect(largestError).toBeLessThan(1e-3);
  });
});

/** Holds every fourth minute of the first five hours against a Runge-Kutta integration of the same model. */
function compare(course: Course, intake: Intake): void {
  const stepped = integrated(course, intake, 300);
  const largest = Math.max(...stepped);
  for (let minute = 0; minute <= 300; minute += 4) {
    const error = apartBy(at(course, intake, minute), stepped[minute] as number, largest);
    largestError = Math.max(largestError, error);
    expect(error).toBeLessThan(1e-3);
  }
}

/** ng/mL at each whole minute, by the textbook's fourth-order steps: depot, central volume, then the others. */
function integrated(course: Course, intake: Intake, minutes: number): number[] {
  const { model, absorption } = course;
  const { fraction, perMinute: ka } = absorption;
  const length = (intake.toMs - intake.fromMs) / MINUTE;
  const perStep = 50;
  const h = 1 / perStep;
  const bolus = length === 0 ? intake.micrograms * fraction : 0;
  let amounts = [ka === null ? 0 : bolus, ka === null ? bolus : 0, ...model.exchanges.map(() => 0)];
  const found = [(amounts[1] as number) / litres(course)];
  for (let step = 0; step < minutes * perStep; step += 1) {
    // An infusion ends between two steps, never inside one.
    const inflow = step * h < length - h / 2 ? (intake.micrograms * fraction) / length : 0;
    const slope = (x: readonly number[]): number[] => {
      const [depot = 0, central = 0, ...others] = x;
      const absorbed = (ka ?? 0) * depot;
      const flows = model.exchanges.map(({ out, back }, k) => out * central - back * (others[k] as number));
      const leaving = flows.reduce((sum, flow) => sum + flow, 0) + model.eliminated * central;
      return [
        (ka === null ? 0 : inflow) - absorbed,
        (ka === null ? inflow : 0) + absorbed - leaving,
        ...flows,
      ];
    };
    const along = (by: readonly number[], far: number) => amounts.map((x, k) => x + far * (by[k] as number));
    const a = slope(amounts);
    const b = slope(along(a, h / 2));
    const c = slope(along(b, h / 2));
    const d = slope(along(c, h));
    amounts = amounts.map(
      (x, k) =>
        x + (h / 6) * ((a[k] as number) + 2 * (b[k] as number) + 2 * (c[k] as number) + (d[k] as number)),
    );
    if ((step + 1) % perStep === 0) found.push((amounts[1] as number) / litres(course));
  }
  return found;
}

describe('[EST-3] the parameters give what their sources derive from them', () => {
  test.each([
    ['clements250', 80.2, 289, [17.6, 183]],
    ['domino84', 115.9, 193, [0.4, 4.6, 114.6]],
  ] as const)('%s at 70 kg: clearance, volume at steady state, half-lives', (key, cl, vss, halves) => {
    const model: Model = models[key];
    const absorption = model.routes.iv as Absorption;
    const course = { model, grams: 70_000, absorption };
    expect(clearance(course) * 60).toBeCloseTo(cl, 1);
    const spread = model.exchanges.reduce((sum, { out, back }) => sum + out / back, 1);
    expect(Math.round(litres(course) * spread)).toBe(vss);
    const found = responseTo(model, 70_000, absorption).map(({ perMinute }) => Math.LN2 / perMinute);
    for (const [at, half] of halves.entries()) {
      expect(found.toSorted((a, b) => a - b)[at]).toBeCloseTo(half, half > 100 ? 0 : 1);
    }
  });
});
