import { type ClinicTime, clinicTime } from '../clinic-time.ts';
import type { SessionRecord } from '../session-record.ts';
import { axisOf, type LaneData, laneData } from './lane-data.ts';
import { doseLane, notesLane } from './lanes-doses.ts';
import { halo, peakChip } from './lanes-noticed.ts';
import { colours, contentWidth } from './look.ts';
import {
  bold,
  bottom,
  frame,
  GUTTER,
  gridTop,
  haloText,
  type Lane,
  lanes,
  lanesHeight,
  limitLine,
  limitWords,
  line,
  middle,
  n,
  plotWidth,
  right,
  scale,
  text,
  type X,
} from './svg-parts.ts';

/**
 * The lanes of the report: pressure as a T with two ends and no line between readings, heart rate and saturation on
 * axes of their own, doses as pins through all of them (ux.md 0). The estimate is not among them.
 * @returns null for a session that never began
 */
export function lanesSvg(record: SessionRecord): string | null {
  const data = laneData(record);
  if (data === null) return null;
  const x = (ms: number) => GUTTER + ((ms - data.fromMs) / (data.toMs - data.fromMs)) * plotWidth;
  const parts = [
    ...timeAxis(data, x, clinicTime(record.clinic.timeZone)),
    ...arc(data, x),
    ...pressureLane(data, x),
    ...lineLane(data, x, {
      lane: lanes.heartRate,
      key: 'heartRate',
      label: 'HR /min',
      colour: colours.heartRate,
    }),
    ...lineLane(data, x, { lane: lanes.spo2, key: 'spo2', label: 'SpO₂ %', colour: colours.spo2 }),
    ...doseLane(data, x),
    ...notesLane(data, x),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${contentWidth}" height="${lanesHeight}" viewBox="0 0 ${contentWidth} ${lanesHeight}">${parts.join('')}</svg>`;
}

function timeAxis({ fromMs, toMs }: LaneData, x: X, { time }: ClinicTime): string[] {
  const minutes = (toMs - fromMs) / 60_000;
  const every = [10, 20, 30, 60, 120, 240].find((step) => minutes / step <= 13) ?? 480;
  const parts: string[] = [];
  for (let ms = fromMs; ms <= toMs; ms += every * 60_000) {
    parts.push(line(x(ms), gridTop, x(ms), bottom, colours.line));
    // The first word, and a last one at the edge, would stand over it.
    const anchor = ms === fromMs ? '' : x(ms) > contentWidth - 12 ? right : middle;
    parts.push(text(x(ms), bottom + 10, time(new Date(ms).toISOString()), colours.ink2, anchor));
  }
  return parts;
}

function arc({ phases }: LaneData, x: X): string[] {
  return phases.flatMap(({ fromMs, toMs, label }) => {
    const width = x(toMs) - x(fromMs) - 1.5;
    const bar = `<rect x="${n(x(fromMs))}" y="${lanes.arc.top}" width="${n(Math.max(1, width))}" height="${lanes.arc.height}" rx="3" fill="#E4E2DC"/>`;
    // A word that does not fit its phase would stand over the next one.
    const fits = width > label.length * 4 + 4;
    return [bar, ...(fits ? [text(x(fromMs) + width / 2, 10, label, colours.ink, middle)] : [])];
  });
}

function pressureLane({ pressures, notifyAt, baseline, noticed }: LaneData, x: X): string[] {
  const axis = axisOf(
    'systolic',
    pressures.flatMap(({ systolic, diastolic }) => [systolic, diastolic]),
    10,
  );
  const y = scale(lanes.pressure, axis);
  const ticks = [60, 120, 180, 240, 300].filter((tick) => tick >= axis.min && tick <= axis.max);
  const limit = notifyAt.systolic;
  const base = [baseline.systolic, baseline.diastolic].filter((value) => value !== undefined);
  return [
    ...frame(lanes.pressure, ticks, y),
    ...(limit === undefined ? [] : [limitLine(y(limit))]),
    ...base.map((value) =>
      line(GUTTER, y(value), contentWidth, y(value), colours.ink3, 0.5, 'stroke-dasharray="1 2"'),
    ),
    ...noticed.map(({ atMs, systolic, diastolic, priority }) =>
      halo(x(atMs), y(systolic), y(diastolic), priority),
    ),
    ...pressures.flatMap(({ atMs, systolic, diastolic }) => {
      const at = x(atMs);
      const mean = (systolic + 2 * diastolic) / 3;
      return [
        line(at, y(systolic), at, y(diastolic), colours.pressure, 1.2),
        line(at - 3, y(systolic), at + 3, y(systolic), colours.pressure, 1.2),
        line(at - 3, y(diastolic), at + 3, y(diastolic), colours.pressure, 1.2),
        `<circle cx="${n(at)}" cy="${n(y(mean))}" r="1.7" fill="#ffffff" stroke="${colours.pressure}" stroke-width="0.9"/>`,
      ];
    }),
    ...peakChip(noticed, x, y),
    // Words over readings: what stands under them is drawn again in the table.
    ...(limit === undefined ? [] : [limitWords(`notify at ${limit}`, y(limit) - 2.5)]),
    ...(base.length < 2
      ? []
      : [
          haloText(
            contentWidth,
            y(base[0] as number) - 2.5,
            `baseline ${base.join('/')}`,
            colours.ink2,
            right,
          ),
        ]),
    haloText(GUTTER + 3, lanes.pressure.top - 5, 'BP mmHg', colours.pressure, bold),
  ];
}

interface LineLane {
  readonly lane: Lane;
  readonly key: 'heartRate' | 'spo2';
  readonly label: string;
  readonly colour: string;
}

function lineLane(data: LaneData, x: X, { lane, key, label, colour }: LineLane): string[] {
  const points = key === 'spo2' ? data.saturations : data.heartRates;
  const axis = axisOf(
    key,
    points.map(({ value }) => value),
    key === 'spo2' ? 2 : 10,
  );
  const y = scale(lane, axis);
  const every = key === 'spo2' ? [80, 90, 95, 100] : [40, 60, 100, 140, 180, 220];
  const limit = key === 'spo2' ? data.notifyAt.spo2 : undefined;
  const path = points
    .map(({ atMs, value }, at) => `${at === 0 ? 'M' : 'L'}${n(x(atMs))} ${n(y(value))}`)
    .join(' ');
  return [
    ...frame(
      lane,
      every.filter((tick) => tick >= axis.min && tick <= axis.max),
      y,
    ),
    ...(limit === undefined ? [] : [limitLine(y(limit))]),
    path === '' ? '' : `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1"/>`,
    ...points.map(
      ({ atMs, value }) => `<circle cx="${n(x(atMs))}" cy="${n(y(value))}" r="1.5" fill="${colour}"/>`,
    ),
    ...(limit === undefined ? [] : [limitWords(`notify below ${limit}`, y(limit) + 8)]),
    haloText(GUTTER + 3, lane.top - 5, label, colour, bold),
  ];
}
