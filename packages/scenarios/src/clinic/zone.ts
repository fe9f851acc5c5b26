/** Days and times of day as a clinic's wall clock shows them. A day is the UTC midnight that stands for it. */

export const DAY_MS = 86_400_000;

/** The day that `atMs` falls on in `timeZone`. */
export function dayAt(atMs: number, timeZone: string): number {
  return Math.floor((atMs + offsetMs(atMs, timeZone)) / DAY_MS) * DAY_MS;
}

/** The instant at which the wall clock of `timeZone` shows `minutes` after midnight on `day`. */
export function wallMs(day: number, minutes: number, timeZone: string): number {
  const wall = day + minutes * 60_000;
  return wall - offsetMs(wall - offsetMs(wall, timeZone), timeZone);
}

/** Minutes after midnight that the wall clock of `timeZone` shows. */
export function minuteOfDay(atMs: number, timeZone: string): number {
  return Math.floor((atMs + offsetMs(atMs, timeZone) - dayAt(atMs, timeZone)) / 60_000);
}

export function isWorkingDay(day: number): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Local wall clock minus UTC. */
function offsetMs(atMs: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset', year: 'numeric' });
  formats.set(timeZone, format);
  const name = format.formatToParts(atMs).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -1 : 1) * minutes * 60_000;
}
