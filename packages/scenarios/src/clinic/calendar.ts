import { type Rng, rngOf } from '../random.ts';
import { CURRENT_CLIENTS } from './clients.ts';
import type { ClinicClient, ClinicYearInput } from './types.ts';

/** A place in the calendar that no one else has: one room, one physician, one therapist, one start. */
export interface Appointment {
  readonly client: ClinicClient;
  readonly startMs: number;
  readonly room: string;
  readonly column: number;
}

/** Starts in minutes after local midnight: 200 minutes apart, more than the longest scenario. */
const STARTS_MIN = [8 * 60 + 30, 11 * 60 + 50, 15 * 60 + 10];
const DAY_MS = 86_400_000;
/** Clients whose last visit lies in the last days, so that there is something to sign. */
const RECENT_CLIENTS = 7;

/** One appointment for each past session: working days only, in the order of each client's series. */
export function appointmentsOf(input: ClinicYearInput, clients: readonly ClinicClient[]): Appointment[] {
  const days = workingDays(input);
  const columns = Math.min(input.rooms.length, input.physicians.length, input.therapists.length);
  if (columns === 0) throw new RangeError('a clinic year needs a room, a physician and a therapist');
  const taken = new Map<number, number>();
  const found: Appointment[] = [];
  for (const [at, client] of clients.entries()) {
    let earliest = 0;
    for (const wanted of visitDays(input, client, at, days.length)) {
      const day = freeDay(days.length, Math.max(wanted, earliest), taken, columns);
      const used = taken.get(day) ?? 0;
      taken.set(day, used + 1);
      const startMin = STARTS_MIN[Math.floor(used / columns)] as number;
      const column = used % columns;
      const startMs = localMs(days[day] as number, startMin, input.timeZone);
      found.push({
        client,
        startMs,
        column,
        room: input.rooms[(column + day) % input.rooms.length] as string,
      });
      earliest = day + 1;
    }
  }
  return found.toSorted((a, b) => a.startMs - b.startMs || a.column - b.column);
}

/** Indexes of the working days of a client's visits: 3 to 8 working days apart, the last one where it belongs. */
function visitDays(input: ClinicYearInput, client: ClinicClient, at: number, days: number): number[] {
  const rng = rngOf('visits', input.seed, at);
  const gaps = Array.from({ length: client.sessionsDone - 1 }, () => rng.int(3, 8));
  const span = gaps.reduce((sum, gap) => sum + gap, 0);
  let day = lastDay(at, span, days, rng) - span;
  return [day, ...gaps.map((gap) => (day += gap))].map((index) => Math.max(0, index));
}

function lastDay(at: number, span: number, days: number, rng: Rng): number {
  if (at < CURRENT_CLIENTS) return days - rng.int(4, 10);
  if (at < CURRENT_CLIENTS + RECENT_CLIENTS) return days - rng.int(1, 4);
  return rng.int(Math.min(span, days - 1), days - 1);
}

/** The first day from `from` on with a place left. @throws RangeError when there is none */
function freeDay(days: number, from: number, taken: ReadonlyMap<number, number>, columns: number): number {
  for (let day = from; day < days; day += 1) {
    if ((taken.get(day) ?? 0) < columns * STARTS_MIN.length) return day;
  }
  throw new RangeError('more sessions than this clinic year has places for');
}

/** UTC midnights that stand for the local working days before the day of `untilMs`, oldest first. */
function workingDays(input: ClinicYearInput): number[] {
  const today = Math.floor((input.untilMs + offsetMs(input.untilMs, input.timeZone)) / DAY_MS) * DAY_MS;
  const days: number[] = [];
  for (let back = input.days ?? 425; back >= 1; back -= 1) {
    const day = today - back * DAY_MS;
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(day);
  }
  return days;
}

/** The instant at which the wall clock of `timeZone` shows `minutes` after midnight on this day. */
function localMs(utcMidnight: number, minutes: number, timeZone: string): number {
  const wall = utcMidnight + minutes * 60_000;
  return wall - offsetMs(wall - offsetMs(wall, timeZone), timeZone);
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
