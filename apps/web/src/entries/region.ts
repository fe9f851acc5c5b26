import { formatInstant, tagKey } from '@tandem/domain';
import { clockOf, lastAtClock, readClock } from '../data/zone.ts';

const DAY_MS = 86_400_000;
const HALF_DAY_MS = DAY_MS / 2;

/**
 * The end of a region by the clinic's clock: the next time after its start at which the clock shows it. Null when it
 * cannot be read; `before` when it must lie before the start, because a session lasts no half day.
 * @param startMs milliseconds since the epoch
 */
export function endAfter(typed: string, startMs: number, zone: string): number | 'before' | null {
  const clock = readClock(typed);
  if (clock === null) return null;
  const endMs = lastAtClock(clock.hours, clock.minutes, startMs + DAY_MS, zone);
  return endMs <= startMs || endMs - startMs > HALF_DAY_MS ? 'before' : endMs;
}

/** As {@link endAfter}, where a form shows the end already: left as it was, it keeps its seconds. */
export function endOf(
  typed: string,
  startMs: number,
  zone: string,
  shown: string | undefined,
): string | 'before' | null {
  if (shown !== undefined && typed.trim() === clockOf(Date.parse(shown), zone) && Date.parse(shown) > startMs)
    return shown;
  const endMs = endAfter(typed, startMs, zone);
  return typeof endMs === 'number' ? formatInstant(endMs) : endMs;
}

/** Tags as one types them in a row: "grief, mother". Doubles are left out, the first spelling stays. */
export function tagsIn(typed: string): string[] {
  const tags = typed
    .split(',')
    .map((tag) => tag.trim().replace(/^#/, ''))
    .filter((tag) => tag !== '');
  return tags.filter((tag, at) => tags.findIndex((other) => tagKey(other) === tagKey(tag)) === at);
}
