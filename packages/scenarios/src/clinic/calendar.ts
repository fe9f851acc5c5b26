import { type Rng, rngOf } from '../random.ts';
import { CURRENT_CLIENTS } from './clients.ts';
import type { ClientSeries, ClinicClient, ClinicYearInput, ComingInput } from './types.ts';
import { DAY_MS, dayAt, isWorkingDay, wallMs } from './zone.ts';

/** A place in the calendar that no one else has: one room, one physician, one therapist, one start. */
export interface Appointment {
  readonly client: ClinicClient;
  readonly series: ClientSeries;
  /** Which visit of this client it is, from 1, over all their series. */
  readonly visit: number;
  readonly startMs: number;
  readonly room: string;
  readonly column: number;
}

/** Starts in minutes after local midnight: 200 minutes apart, more than the longest scenario. */
const STARTS_MIN = [8 * 60 + 30, 11 * 60 + 50, 15 * 60 + 10];
/** Clients whose last visit lies in the last days, so that there is something to sign. */
const RECENT_CLIENTS = 7;
/** Working days between two visits, and between two series: about a week, and three to five months. */
const VISIT_GAP = [3, 8] as const;
const SERIES_GAP = [60, 100] as const;

/** One appointment for each past session: working days only, in the order of each client's series. */
export function appointmentsOf(input: ClinicYearInput, clients: readonly ClinicClient[]): Appointment[] {
  const days = pastDays(input);
  const columns = columnsOf(input);
  const taken = new Map<number, number>();
  const found: Appointment[] = [];
  for (const [at, client] of clients.entries()) {
    let earliest = 0;
    for (const { day: wanted, series, visit } of visitsOf(input, client, at, days.length)) {
      const day = freeDay(days.length, Math.max(wanted, earliest), taken, columns);
      const used = taken.get(day) ?? 0;
      taken.set(day, used + 1);
      const startMin = STARTS_MIN[Math.floor(used / columns)] as number;
      const column = used % columns;
      const startMs = wallMs(days[day] as number, startMin, input.timeZone);
      const room = input.rooms[(column + day) % input.rooms.length] as string;
      found.push({ client, series, visit, startMs, column, room });
      earliest = day + 1;
    }
  }
  return found.toSorted((a, b) => a.startMs - b.startMs || a.column - b.column);
}

/** A client in the middle of a series; `at` is their position among the clients of the year. */
export interface UnderWay {
  readonly client: ClinicClient;
  readonly at: number;
  readonly series: ClientSeries;
}

/**
 * What is left of a series, from the day after `fromMs` on: each visit at the hour, in the room and with the team
 * that are this client's own. Places in `taken` are left out, and those found are added to it.
 */
export function comingAppointments(
  input: ComingInput,
  { client, at, series }: UnderWay,
  fromMs: number,
  taken: Set<string> = new Set(),
): Appointment[] {
  const rng = rngOf('coming', input.seed, series.id);
  const columns = columnsOf(input);
  const column = at % columns;
  const startMin = STARTS_MIN[Math.floor(at / columns) % STARTS_MIN.length] as number;
  const before = client.series.filter(({ id }) => id !== series.id).reduce((sum, { done }) => sum + done, 0);
  let day = dayAt(fromMs, input.timeZone);
  return Array.from({ length: series.length - series.done }, (_, nth) => {
    day = nextWorkingDay(day, nth === 0 ? 1 : rng.int(...VISIT_GAP));
    while (taken.has(`${day} ${startMin} ${column}`)) day = nextWorkingDay(day, 1);
    taken.add(`${day} ${startMin} ${column}`);
    return {
      client,
      series,
      visit: before + series.done + nth + 1,
      startMs: wallMs(day, startMin, input.timeZone),
      room: input.rooms[column % input.rooms.length] as string,
      column,
    };
  });
}

function columnsOf(input: Pick<ClinicYearInput, 'rooms' | 'physicians' | 'therapists'>): number {
  const columns = Math.min(input.rooms.length, input.physicians.length, input.therapists.length);
  if (columns === 0) throw new RangeError('a clinic year needs a room, a physician and a therapist');
  return columns;
}

interface Visit {
  /** Index of a working day. */
  readonly day: number;
  readonly series: ClientSeries;
  readonly visit: number;
}

function visitsOf(input: ClinicYearInput, client: ClinicClient, at: number, days: number): Visit[] {
  const rng = rngOf('visits', input.seed, at);
  const all = client.series.flatMap((series) =>
    Array.from({ length: series.done }, (_, nth) => ({ series, first: nth === 0 })),
  );
  const gaps = all.slice(1).map(({ first }) => {
    const [min, max] = first ? SERIES_GAP : VISIT_GAP;
    return rng.int(min, max);
  });
  const span = gaps.reduce((sum, gap) => sum + gap, 0);
  let day = lastDay(at, span, days, rng) - span;
  return all.map(({ series }, nth) => {
    if (nth > 0) day += gaps[nth - 1] as number;
    return { day: Math.max(0, day), series, visit: nth + 1 };
  });
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

/** The working days before the day of `untilMs`, oldest first. */
function pastDays(input: ClinicYearInput): number[] {
  const today = dayAt(input.untilMs, input.timeZone);
  const back = input.days ?? 425;
  return Array.from({ length: back }, (_, at) => today - (back - at) * DAY_MS).filter(isWorkingDay);
}

/** `steps` working days after `day`, at least one. */
function nextWorkingDay(day: number, steps: number): number {
  let at = day;
  for (let left = steps; left > 0; ) {
    at += DAY_MS;
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}
