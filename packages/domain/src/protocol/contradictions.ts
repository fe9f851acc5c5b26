import { limitRow } from '../rules/limits.ts';
import type { VitalSignKey } from '../vitals/catalog.ts';
import { formatVitalSign } from '../vitals/catalog.ts';
import type { Band, ProtocolPlan } from './values.ts';

export interface Contradiction {
  /** Path in the protocol. */
  readonly path: (string | number)[];
  readonly message: string;
}

/** What in a protocol cannot be true at once (PRO-2), each with the field to change. */
export function contradictionsOf(plan: ProtocolPlan): Contradiction[] {
  return [...ofDoses(plan), ...ofTimes(plan), ...ofLimits(plan), ...ofHolds(plan)];
}

function ofDoses({ usualDoses, ceilingMg, ceilingMgPerKg, route, drug }: ProtocolPlan): Contradiction[] {
  const found: Contradiction[] = [];
  const [first] = usualDoses ?? [];
  if (first?.amountMg !== undefined && ceilingMg !== undefined && ceilingMg < first.amountMg) {
    found.push({
      path: ['ceilingMg'],
      message: `must be at least the first dose of ${first.amountMg} mg: raise it, or lower the dose`,
    });
  }
  if (first?.mgPerKg !== undefined && ceilingMgPerKg !== undefined && ceilingMgPerKg < first.mgPerKg) {
    found.push({
      path: ['ceilingMgPerKg'],
      message: `must be at least the first dose of ${first.mgPerKg} mg/kg: raise it, or lower the dose`,
    });
  }
  for (const [at, dose] of (usualDoses ?? []).entries()) {
    if (dose.durationMinutes !== undefined && route !== 'iv') {
      found.push({
        path: ['usualDoses', at, 'durationMinutes'],
        message: 'is for the IV route only: remove it',
      });
    }
    const before = usualDoses?.[at - 1];
    if (before !== undefined && dose.atMinute <= before.atMinute) {
      found.push({
        path: ['usualDoses', at, 'atMinute'],
        message: `must be after minute ${before.atMinute}`,
      });
    }
  }
  if (drug === 'esketamine' && route !== 'in') {
    found.push({ path: ['route'], message: 'must be `in`: esketamine is given into the nose' });
  }
  return found;
}

function ofTimes({
  vitalsAtMinutes,
  usualDoses,
  minimumIntervalMinutes,
  arc,
}: ProtocolPlan): Contradiction[] {
  const found: Contradiction[] = [];
  for (const [at, minute] of (vitalsAtMinutes ?? []).entries()) {
    const before = vitalsAtMinutes?.[at - 1];
    if (before !== undefined && minute <= before) {
      found.push({ path: ['vitalsAtMinutes', at], message: `must be after minute ${before}` });
    }
  }
  for (const [at, step] of (arc ?? []).entries()) {
    const before = arc?.[at - 1];
    if (before !== undefined && step.fromMinute <= before.fromMinute) {
      found.push({ path: ['arc', at, 'fromMinute'], message: `must be after minute ${before.fromMinute}` });
    }
  }
  const apart = (usualDoses ?? []).flatMap((dose, at) => {
    const before = usualDoses?.[at - 1];
    return before === undefined ? [] : [dose.atMinute - before.atMinute];
  });
  const least = Math.min(...apart);
  if (minimumIntervalMinutes !== undefined && least > 0 && least < minimumIntervalMinutes) {
    found.push({
      path: ['minimumIntervalMinutes'],
      message: `must be at most ${least}: the usual doses are that close`,
    });
  }
  return found;
}

function ofLimits({ limits }: ProtocolPlan): Contradiction[] {
  return signsOf(limits).flatMap(([sign, { medium, high }]) => {
    const path = (level: string, end: string) => ['limits', sign, level, end];
    const found: Contradiction[] = [];
    if (medium.high !== undefined && high.high !== undefined && medium.high >= high.high) {
      const limit = formatVitalSign(sign, high.high);
      found.push({ path: path('medium', 'high'), message: `must be below the High limit of ${limit}` });
    }
    if (medium.low !== undefined && high.low !== undefined && medium.low <= high.low) {
      const limit = formatVitalSign(sign, high.low);
      found.push({ path: path('medium', 'low'), message: `must be above the High limit of ${limit}` });
    }
    for (const [level, band] of [
      ['medium', medium],
      ['high', high],
    ] as const) {
      if (crossed(band)) found.push({ path: path(level, 'low'), message: 'must be below the upper limit' });
    }
    return found;
  });
}

/** A dose is held before its value is a High notice, or the hold would never speak first. */
function ofHolds({ limits, hold, boosterHold }: ProtocolPlan): Contradiction[] {
  const bands = [
    ...signsOf(hold).map(([sign, band]) => ({ name: 'hold', sign, band })),
    ...signsOf(boosterHold).map(([sign, band]) => ({ name: 'boosterHold', sign, band })),
  ];
  return bands.flatMap(({ name, sign, band }) => {
    const high = limits?.[sign as keyof typeof limits]?.high ?? limitRow(sign)?.high ?? {};
    const found: Contradiction[] = [];
    if (crossed(band)) found.push({ path: [name, sign, 'low'], message: 'must be below the upper limit' });
    if (band.high !== undefined && high.high !== undefined && band.high > high.high) {
      const limit = formatVitalSign(sign, high.high);
      found.push({ path: [name, sign, 'high'], message: `must be at most the High limit of ${limit}` });
    }
    if (band.low !== undefined && high.low !== undefined && band.low < high.low) {
      const limit = formatVitalSign(sign, high.low);
      found.push({ path: [name, sign, 'low'], message: `must be at least the High limit of ${limit}` });
    }
    return found;
  });
}

function crossed({ low, high }: Band): boolean {
  return low !== undefined && high !== undefined && low >= high;
}

function signsOf<Value>(
  bySign: Readonly<Record<string, Value | undefined>> | undefined,
): [VitalSignKey, Value][] {
  return Object.entries(bySign ?? {}).flatMap(([sign, value]) =>
    value === undefined ? [] : [[sign as VitalSignKey, value]],
  );
}
