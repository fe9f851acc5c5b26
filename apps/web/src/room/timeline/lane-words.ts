import { NOW_AT_MOST } from '../../data/time-window.ts';
import { words } from '../../words/in-room.ts';
import type { Box } from './box.ts';
import { chipWidth } from './dose-chips.ts';
import type { Mark } from './lane-facts.ts';
import type { LaneBox, Layout } from './lane-layout.ts';
import { type Axis, type Plot, xOf, yOf } from './lane-scale.ts';
import { type LaneKey, laneTable } from './lanes.ts';
import { chipBoxes, readingBoxes, traceBoxes } from './marks.ts';
import { type PlacedWords, placeWords, type Wanted, WORDS_HEIGHT, type Zone } from './place-words.ts';
import { textWidth } from './text-width.ts';
import type { DosePart, SignPart, TimelineParts } from './timeline-parts.ts';

/** px between a line and its words. */
const FROM_LINE = 1;
/** Words as long as this have room right of now on most plots; on smaller ones they may end beyond the plot. */
const USUAL_WIDTH = 140;
const KEPT_FREE = 4;

export type LaneWords = Readonly<Record<LaneKey, readonly PlacedWords[]>>;

/** What the lines across each lane mean, where it can be read. */
export function laneWords(
  parts: TimelineParts,
  layout: Layout,
  plot: Plot,
  live: boolean,
  widthOf = textWidth,
  aboutDoses: readonly string[] | null = null,
): LaneWords {
  const wordsWidth = (text: string) => widthOf(text, 400);
  const zones = zonesOf(layout, plot, live);
  const found = Object.fromEntries(laneTable.map(({ key }) => [key, [] as readonly PlacedWords[]]));
  for (const box of layout.lanes) {
    const { key, sign } = box.row;
    if (sign !== undefined) {
      found[key] = placeWords(...ofSign(parts[sign.key], box, plot), zones, wordsWidth);
    } else if (key === 'ketamine') {
      const chips = chipBoxes(parts.ketamine.pins, layout, plot, (label) => chipWidth(label, widthOf));
      found[key] = placeWords(...ofDoses(parts.ketamine, box, plot, chips, aboutDoses), zones, wordsWidth);
    }
  }
  return found as LaneWords;
}

/** While a session runs: right of wherever now can come to, so that they never stand under it and never move. */
function zonesOf(layout: Layout, plot: Plot, live: boolean): Zone[] {
  const end = plot.left + plot.width;
  const quiet = plot.left + plot.width * NOW_AT_MOST + KEPT_FREE;
  const right = live && end - quiet < USUAL_WIDTH ? end + layout.right - KEPT_FREE : end;
  const whole = { left: plot.left + KEPT_FREE, right };
  return live ? [{ left: quiet, right }, whole] : [whole];
}

function ofSign(part: SignPart, box: LaneBox, plot: Plot): [Wanted[], Box[]] {
  const { axis, baseline, limits, points } = part;
  const known = baseline?.type === 'fixed' && baseline.mark.fromMs < plot.toMs ? baseline.mark : null;
  const marks = known === null ? limits : [...limits, known];
  const wanted = marks.flatMap((mark): Wanted[] => {
    const [value = 0] = mark.values;
    if (value < axis.min || value > axis.max) return [];
    const tone = mark === known ? 'plain' : 'limit';
    const tops = besideLine(yOf(value, axis, box), mark.side, box);
    return [{ key: mark.texts[0] ?? '', tone, texts: mark.texts, tops, from: 'right' }];
  });
  if (points.length > 0 && points.every(({ atMs }) => atMs < plot.fromMs))
    wanted.push(aside(words.chart.earlierOnly, [box.top + box.head + 3]));
  wanted.push(...widenedWords(axis, box));
  const lines = marks.flatMap((mark) => linesOf(mark, axis, box, plot));
  return [wanted, [...lines, ...readingBoxes(part, box, plot), ...traceBoxes(part, box, plot)]];
}

/** Every few px from the top of a lane to its foot, for words that belong to no line. */
function topsOf({ top, head, height }: LaneBox): number[] {
  const first = top + head + 3;
  const last = top + height - WORDS_HEIGHT - 2;
  return Array.from({ length: Math.max(1, Math.floor((last - first) / 3)) }, (_, at) => first + at * 3);
}

function ofDoses(
  part: DosePart,
  box: LaneBox,
  plot: Plot,
  chips: readonly Box[],
  about: readonly string[] | null,
): [Wanted[], Box[]] {
  const { axis, ceilingMg } = part;
  const wanted: Wanted[] = [];
  const lines: Box[] = [];
  if (ceilingMg !== null && ceilingMg <= axis.max) {
    lines.push(...linesOf({ fromMs: plot.fromMs, values: [ceilingMg] }, axis, box, plot));
    const texts = [words.chart.doseLimit(`${ceilingMg} mg`)];
    const tops = besideLine(yOf(ceilingMg, axis, box), 'above', box);
    wanted.push({ key: 'ceiling', tone: 'limit', texts, tops, from: 'right' });
  }
  wanted.push(...widenedWords(axis, box));
  if (about !== null) wanted.push({ ...aside('about', topsOf(box)), texts: about, from: 'right' });
  return [wanted, [...lines, ...chips, ...levelBoxes(part, box, plot)]];
}

/** Above or below its line, whichever the lane has room for, the asked side first. */
function besideLine(y: number, side: Mark['side'], box: LaneBox): number[] {
  const [above, below] = [y - FROM_LINE - WORDS_HEIGHT, y + FROM_LINE];
  const within = (top: number) => top >= box.top + box.head && top + WORDS_HEIGHT <= box.top + box.height;
  return (side === 'above' ? [above, below] : [below, above]).filter(within);
}

function widenedWords(axis: Axis, box: LaneBox): Wanted[] {
  const foot = box.top + box.height - WORDS_HEIGHT - 2;
  return axis.widened
    ? [aside(words.chart.axisStep(axis.min, axis.max), [foot, box.top + box.head + 3])]
    : [];
}

function aside(text: string, tops: readonly number[]): Wanted {
  return { key: text, tone: 'plain', texts: [text], tops, from: 'left', always: true };
}

function linesOf(mark: Pick<Mark, 'fromMs' | 'values'>, axis: Axis, box: LaneBox, plot: Plot): Box[] {
  const left = Math.max(plot.left, xOf(Math.max(mark.fromMs, plot.fromMs), plot));
  return mark.values.map((value) => {
    const y = yOf(value, axis, box);
    return { left, right: plot.left + plot.width, top: y - 0.5, bottom: y + 0.5 };
  });
}

/** What was given so far, as the level line that words must not stand in. */
function levelBoxes({ levels, axis }: DosePart, box: LaneBox, plot: Plot): Box[] {
  return levels.map(({ atMs, totalMicrograms }, at) => {
    const next = levels[at + 1];
    const y = yOf(totalMicrograms / 1000, axis, box);
    const then = next === undefined ? y : yOf(next.totalMicrograms / 1000, axis, box);
    const right = xOf(next?.atMs ?? plot.toMs, plot);
    return { left: xOf(atMs, plot), right, top: Math.min(y, then) - 1, bottom: Math.max(y, then) + 1 };
  });
}
