import { type ClinicTime, clinicTime } from '../clinic-time.ts';
import type { SessionRecord } from '../session-record.ts';
import { axisOf, type LaneData, laneData, type NoteShape } from './lane-data.ts';
import { colours, contentWidth } from './look.ts';
import {
  bold,
  frame,
  GUTTER,
  type Lane,
  limitLine,
  line,
  middle,
  n,
  right,
  scale,
  text,
  type X,
} from './svg-parts.ts';

const plotWidth = contentWidth - GUTTER;
/** Tops and heights of the lanes, in points. */
const lanes = {
  arc: { top: 0, height: 14 },
  pressure: { top: 22, height: 112 },
  heartRate: { top: 140, height: 56 },
  spo2: { top: 202, height: 40 },
  doses: { top: 248, height: 44 },
  notes: { top: 296, height: 18 },
} as const;
const bottom = lanes.notes.top + lanes.notes.height;
export const lanesHeight = bottom + 14;

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
    parts.push(line(x(ms), lanes.pressure.top, x(ms), bottom, colours.line));
    // The first and the last word would stand over the edge.
    const anchor = ms === fromMs ? '' : ms + every * 60_000 > toMs ? right : middle;
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

function pressureLane({ pressures, notifyAt, baseline }: LaneData, x: X): string[] {
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
    ...(limit === undefined ? [] : limitLine(y(limit), `notify at ${limit}`, y(limit) - 2.5)),
    ...base.map((value) =>
      line(GUTTER, y(value), contentWidth, y(value), colours.ink3, 0.5, 'stroke-dasharray="1 2"'),
    ),
    ...(base.length < 2
      ? []
      : [text(contentWidth, y(base[0] as number) - 2.5, `baseline ${base.join('/')}`, colours.ink2, right)]),
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
    text(GUTTER + 3, lanes.pressure.top + 7, 'BP mmHg', colours.pressure, bold),
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
    ...(limit === undefined ? [] : limitLine(y(limit), `notify below ${limit}`, y(limit) + 8)),
    path === '' ? '' : `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1"/>`,
    ...points.map(
      ({ atMs, value }) => `<circle cx="${n(x(atMs))}" cy="${n(y(value))}" r="1.5" fill="${colour}"/>`,
    ),
    text(GUTTER + 3, lane.top + 6, label, colour, bold),
  ];
}

/** Chips in up to three rows: two doses a few minutes apart stand one under the other. */
function doseLane({ doses }: LaneData, x: X): string[] {
  const { top, height } = lanes.doses;
  const rowEnds: number[] = [];
  const parts = doses.flatMap(({ atMs, toMs, words }) => {
    const width = words.length * 3.9 + 8;
    const at = Math.min(x(atMs), contentWidth - width);
    const free = rowEnds.findIndex((end) => end + 2 <= at);
    const row = free === -1 ? Math.min(rowEnds.length, 2) : free;
    rowEnds[row] = at + width;
    const y = top + 3 + row * 13;
    return [
      line(x(atMs), lanes.pressure.top, x(atMs), top + height, colours.ketamine, 0.8),
      ...(toMs > atMs
        ? [
            line(
              x(atMs),
              top + height - 1,
              Math.min(contentWidth, x(toMs)),
              top + height - 1,
              colours.ketamine,
              2,
            ),
          ]
        : []),
      `<rect x="${n(at)}" y="${n(y)}" width="${n(width)}" height="11" rx="2.5" fill="${colours.ketamine}"/>`,
      text(at + width / 2, y + 8, words, '#ffffff', `${middle} ${bold}`),
    ];
  });
  return [
    line(0, top + height + 3, contentWidth, top + height + 3, colours.line),
    ...(doses.length === 0 ? [text(GUTTER + 3, top + 10, 'No medicine given.', colours.ink2)] : parts),
    text(contentWidth, top + 8, 'Given', colours.ketamine, `${right} ${bold}`),
  ];
}

const shapes: Readonly<Record<NoteShape, (x: number, y: number) => string>> = {
  noticed: (x, y) => `<circle cx="${n(x)}" cy="${n(y)}" r="2.4" fill="${colours.ink2}"/>`,
  words: (x, y) =>
    `<path d="M${n(x - 3)} ${n(y - 2.6)} h6 v4 h-3.4 l-1.6 1.8 v-1.8 h-1 z" fill="${colours.ink2}"/>`,
  theme: (x, y) => `<path d="M${n(x)} ${n(y - 3)} l3 3 l-3 3 l-3 -3 z" fill="${colours.ink2}"/>`,
  affect: (x, y) =>
    `<path d="M${n(x - 4)} ${n(y)} q2 -4 4 0 t4 0" fill="none" stroke="${colours.ink2}" stroke-width="1.2"/>`,
  moment: (x, y) =>
    `<path d="M${n(x)} ${n(y - 3.2)} l3 5.6 h-6 z" fill="none" stroke="${colours.ink2}" stroke-width="1"/>`,
};

/** By shape, not by colour, as on the screen. */
function notesLane({ notes }: LaneData, x: X): string[] {
  const y = lanes.notes.top + lanes.notes.height / 2;
  return [
    text(GUTTER - 5, y + 2.6, 'Notes', colours.ink2, right),
    line(0, bottom, contentWidth, bottom, colours.line),
    ...notes.map(({ atMs, shape }) => shapes[shape](x(atMs), y)),
  ];
}
