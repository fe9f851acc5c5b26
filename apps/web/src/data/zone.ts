import { daySchema } from '@tandem/domain';

/** Wall-clock time of the clinic. A tablet set to another zone must still write the clinic's 10:40. */

export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hours: number;
  readonly minutes: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** What the clinic's clock shows at this instant. */
export function wallOf(ms: number, zone: string): Wall {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour: hours = 0, minute: minutes = 0 } = parts;
  return { year, month, day, hours, minutes };
}

const DAY_MS = 86_400_000;

/** Every instant at which the clinic's clock shows `wall`: two in the hour that autumn repeats, none in spring's gap. */
export function instantsOf(wall: Wall, zone: string): number[] {
  const asUtc = utcOf(wall);
  const offsets = new Set([offsetAt(asUtc - DAY_MS, zone), offsetAt(asUtc + DAY_MS, zone)]);
  return [...offsets]
    .map((offset) => asUtc - offset)
    .filter((ms) => utcOf(wallOf(ms, zone)) === asUtc)
    .sort((a, b) => a - b);
}

/** The last moment not after `limitMs` at which the clinic's clock showed this time of day. */
export function lastAtClock(hours: number, minutes: number, limitMs: number, zone: string): number {
  for (const daysBack of [-1, 0, 1, 2]) {
    const { year, month, day } = wallOf(limitMs - daysBack * DAY_MS, zone);
    const passed = instantsOf({ year, month, day, hours, minutes }, zone).filter((ms) => ms <= limitMs);
    const last = passed.at(-1);
    if (last !== undefined) return last;
  }
  throw new RangeError(`${hours}:${minutes} did not happen in ${zone}`);
}

/** `YYYY-MM-DD` of the clinic's day. */
export function dayOf(ms: number, zone: string): string {
  const { year, month, day } = wallOf(ms, zone);
  return `${year}-${two(month)}-${two(day)}`;
}

/** By zone and minute: a room says the same minutes over and over, and asking the browser takes some microseconds. */
const clocks = new Map<string, string>();
/** Minutes of some long sessions. */
const MOST_CLOCKS = 2_000;

/** `HH:MM` of the clinic's clock. */
export function clockOf(ms: number, zone: string): string {
  const key = `${Math.floor(ms / 60_000)} ${zone}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  const { hours, minutes } = wallOf(ms, zone);
  const clock = `${two(hours)}:${two(minutes)}`;
  if (clocks.size >= MOST_CLOCKS) clocks.clear();
  clocks.set(key, clock);
  return clock;
}

/**
 * The instant of a day `YYYY-MM-DD` and a time `HH:MM` as typed; the first one in the hour that autumn repeats.
 * Null when either cannot be read or the clinic's clock never shows it.
 */
export function instantAt(day: string, time: string, zone: string): number | null {
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  const clock = readClock(time);
  if (date === null || clock === null || !daySchema.safeParse(day).success) return null;
  const [year, month, dayOfMonth] = date.slice(1).map(Number) as [number, number, number];
  return instantsOf({ year, month, day: dayOfMonth, ...clock }, zone)[0] ?? null;
}

/** `9:05`, `09:05` or `09.05` as hours and minutes; null for anything else. */
export function readClock(text: string): { readonly hours: number; readonly minutes: number } | null {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text.trim());
  return match === null ? null : { hours: Number(match[1]), minutes: Number(match[2]) };
}

function offsetAt(ms: number, zone: string): number {
  const whole = Math.floor(ms / 60_000) * 60_000;
  return utcOf(wallOf(whole, zone)) - whole;
}

function utcOf({ year, month, day, hours, minutes }: Wall): number {
  return Date.UTC(year, month - 1, day, hours, minutes);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
