import {
  drugRow,
  type Entry,
  fold,
  formatMg,
  meanArterialPressure,
  microgramsFromMg,
  routeCatalog,
  standing,
} from '@tandem/domain';

export type Look = 'pictures' | 'table';

/** One cuff reading; `minute` counts from the picture's zero and may be below it. */
export interface PicturePressure {
  readonly id: string;
  readonly minute: number;
  readonly systolic: number;
  readonly diastolic: number;
  readonly map: number;
}

export interface PictureDose {
  readonly id: string;
  readonly minute: number;
  readonly label: string;
}

/** A finished session as it is laid beside others: corrected values, from its first ketamine dose. */
export interface Picture {
  readonly zero: 'first-dose' | 'start';
  readonly pressures: readonly PicturePressure[];
  readonly doses: readonly PictureDose[];
}

/** @throws RangeError when entries are missing in between */
export function pictureOf(sessionId: string, entries: readonly Entry[], plannedAt: string): Picture {
  const state = fold(sessionId, entries);
  const given = standing(state, 'dose').filter(({ data }) => drugRow(data.drug).studyDrug);
  const zeroMs = Date.parse(given[0]?.happenedAt ?? state.startedAt ?? plannedAt);
  const minuteOf = (at: string) => Math.round((Date.parse(at) - zeroMs) / 60_000);
  const pressures: PicturePressure[] = [];
  for (const { id, happenedAt, data } of standing(state, 'vital-signs')) {
    const { systolic, diastolic } = data;
    if (systolic === undefined || diastolic === undefined) continue;
    const map = meanArterialPressure(systolic, diastolic);
    pressures.push({ id, minute: minuteOf(happenedAt), systolic, diastolic, map });
  }
  return {
    zero: given.length > 0 ? 'first-dose' : 'start',
    pressures,
    doses: given.map(({ id, happenedAt, data }) => ({
      id,
      minute: minuteOf(happenedAt),
      label: `${formatMg(microgramsFromMg(data.amountMg))} ${routeCatalog[data.route].label}`,
    })),
  };
}

/** Axes that every picture on the page shares: minutes, and mmHg. */
export interface Scale {
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly low: number;
  readonly high: number;
  /** True when a pressure lay outside 40 to 200: the page says so. */
  readonly widened: boolean;
}

const USUAL = { low: 40, high: 200 };
const MINUTE_STEP = 30;
const PRESSURE_STEP = 20;
/** An hour before the first dose to four hours after it: a reading of the day before would squash the rest. */
const FARTHEST = { from: -60, to: 240 };

/**
 * One scale for all, wide enough for `longestMinutes` from the first dose on. It steps out as far as a reading
 * needs it and never fits the data closely, so that a centimetre is the same in each (GTAB-072).
 */
export function scaleOf(pictures: readonly Picture[], longestMinutes: number): Scale {
  const all = pictures.flatMap(({ pressures }) => pressures);
  const minutes = [...all, ...pictures.flatMap(({ doses }) => doses)].map(({ minute }) => minute);
  const low = Math.min(USUAL.low, ...all.map(({ diastolic }) => down(diastolic, PRESSURE_STEP)));
  const high = Math.max(USUAL.high, ...all.map(({ systolic }) => up(systolic, PRESSURE_STEP)));
  const wantedFrom = Math.min(-MINUTE_STEP, ...minutes.map((minute) => down(minute, MINUTE_STEP)));
  const wantedTo = Math.max(
    120,
    up(longestMinutes, MINUTE_STEP),
    ...minutes.map((at) => up(at, MINUTE_STEP)),
  );
  return {
    fromMinute: Math.max(FARTHEST.from, wantedFrom),
    toMinute: Math.min(FARTHEST.to, wantedTo),
    low,
    high,
    widened: low !== USUAL.low || high !== USUAL.high,
  };
}

/** Readings and doses that lie outside the minutes drawn. */
export function outsideOf({ pressures, doses }: Picture, { fromMinute, toMinute }: Scale): number {
  return [...pressures, ...doses].filter(({ minute }) => minute < fromMinute || minute > toMinute).length;
}

/** Multiples of `step` on an axis, ends included. */
export function ticksOf(from: number, to: number, step: number): number[] {
  const ticks: number[] = [];
  for (let at = up(from, step); at <= to; at += step) ticks.push(at);
  return ticks;
}

const down = (value: number, step: number) => Math.floor(value / step) * step;
const up = (value: number, step: number) => Math.ceil(value / step) * step;
