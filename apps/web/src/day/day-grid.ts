import { clockOf, instantAt, wallOf } from '../data/zone.ts';
import { addDays } from './calendar.ts';

/**
 * The arithmetic of the day view. Its axis is real time, so that a night on which the clock changes has 23 or 25
 * hours and no session is drawn longer or shorter than it is. All instants in milliseconds since the epoch.
 */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export const MINUTE_MS = 60_000;
/** Shown from 8 to 19 by the clinic's clock, and more where a session lies outside (clinic policy). */
const FROM_HOUR = 8;
const TO_HOUR = 19;
/** A drag moves in steps of this. */
const SNAP_MS = 5 * MINUTE_MS;
/** A free slot begins at the full and the half hour. */
export const SLOT_MINUTES = 30;
/** 66 px an hour: eleven hours fit a screen of 900 px, and a session of 40 minutes is as tall as a finger. */
export const PX_PER_MINUTE = 1.1;
/** What a block is drawn as at least: 44 px (ux.md 4, targets). */
export const SHORTEST_DRAWN_MS = 40 * MINUTE_MS;

/** From the first instant of the clinic's day to the first of the next. */
export function dayStrip(day: string, zone: string): Span {
  return { fromMs: firstInstantOf(day, zone), toMs: firstInstantOf(addDays(day, 1), zone) };
}

/** Midnight, or what the clock jumps to where a zone changes it at midnight. */
function firstInstantOf(day: string, zone: string): number {
  for (const clock of ['00:00', '00:30', '01:00', '02:00']) {
    const ms = instantAt(day, clock, zone);
    if (ms !== null) return ms;
  }
  throw new RangeError(`${day} does not begin in ${zone}`);
}

export interface HourMark {
  readonly ms: number;
  /** `HH:MM` by the clinic's clock. */
  readonly clock: string;
  /** The clock shows this hour for the second time today. */
  readonly again: boolean;
}

/** Where the clinic's clock strikes the hour, both ends included. */
export function hourMarks({ fromMs, toMs }: Span, zone: string): HourMark[] {
  const marks: HourMark[] = [];
  const shown = new Set<string>();
  for (let ms = fromMs; ms <= toMs; ms += (60 - wallOf(ms, zone).minutes) * MINUTE_MS) {
    const clock = clockOf(ms, zone);
    marks.push({ ms, clock, again: shown.has(clock) && ms < toMs });
    shown.add(clock);
  }
  return marks;
}

/** Working hours of the day, grown by whole hours until every span that touches the day has its place. */
export function shownRange(strip: Span, spans: readonly Span[], zone: string): Span {
  const marks = hourMarks(strip, zone).map(({ ms }) => ms);
  const hourAt = (hour: number) => marks.find((ms) => wallOf(ms, zone).hours >= hour) ?? strip.toMs;
  let fromMs = hourAt(FROM_HOUR);
  let toMs = hourAt(TO_HOUR);
  for (const span of spans) {
    if (!overlap(span, strip)) continue;
    const drawn = drawnSpan(span, strip);
    fromMs = Math.min(fromMs, marks.findLast((ms) => ms <= drawn.fromMs) ?? strip.fromMs);
    toMs = Math.max(toMs, marks.find((ms) => ms >= drawn.toMs) ?? strip.toMs);
  }
  return { fromMs, toMs };
}

/** Touching is not overlapping: one may begin when the other ends. */
export function overlap(a: Span, b: Span): boolean {
  return a.fromMs < b.toMs && b.fromMs < a.toMs;
}

/** The part of a span that lies in `frame`, at least as long as a finger is tall. */
export function drawnSpan(span: Span, frame: Span): Span {
  const fromMs = Math.max(span.fromMs, frame.fromMs);
  const toMs = Math.min(Math.max(span.toMs, span.fromMs + SHORTEST_DRAWN_MS), frame.toMs);
  return { fromMs: Math.max(frame.fromMs, Math.min(fromMs, toMs - SHORTEST_DRAWN_MS)), toMs };
}

/** Pixels from the top of a range to an instant. */
export function offsetPx(ms: number, range: Span): number {
  return ((ms - range.fromMs) / MINUTE_MS) * PX_PER_MINUTE;
}

/** The instant under a pixel, kept inside the range. */
export function msAtPx(px: number, range: Span): number {
  const ms = range.fromMs + (px / PX_PER_MINUTE) * MINUTE_MS;
  return Math.min(Math.max(ms, range.fromMs), range.toMs);
}

/** The nearest five minutes: every zone is whole quarters of an hour from UTC, so it is one by the clinic's clock. */
function snapped(ms: number): number {
  return Math.round(ms / SNAP_MS) * SNAP_MS;
}

/** Where a block that is dragged to `ms` would begin: in steps of five minutes, and inside the range. */
export function droppedAt(ms: number, range: Span): number {
  return Math.min(Math.max(snapped(ms), range.fromMs), range.toMs - SNAP_MS);
}

/** The full or half hour of the clinic's clock that has begun at this instant. */
export function slotAt(ms: number, zone: string): number {
  const whole = Math.floor(ms / MINUTE_MS) * MINUTE_MS;
  return whole - (wallOf(whole, zone).minutes % SLOT_MINUTES) * MINUTE_MS;
}
