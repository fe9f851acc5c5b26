import type { Instant } from '@tandem/domain';

/** Times as a clinic reads them, whatever zone the server runs in. */
export interface ClinicTime {
  /** "24-Nov-2026". */
  day(instant: Instant): string;
  /** "10:37", 24 h. */
  time(instant: Instant): string;
  /** "2026-11-24T10:37:00.000-05:00": the instant with the clinic's offset of that day. */
  offset(instant: Instant): string;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const known = new Map<string, ClinicTime>();

/** @param timeZone IANA name @throws RangeError on one that nobody knows */
export function clinicTime(timeZone: string): ClinicTime {
  const found = known.get(timeZone);
  if (found !== undefined) return found;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  const partsOf = (instant: Instant) =>
    Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const made: ClinicTime = {
    day: (instant) => {
      const { year, month, day } = partsOf(instant);
      return shownDay(`${year}-${month}-${day}`);
    },
    time: (instant) => {
      const { hour, minute } = partsOf(instant);
      return `${hour}:${minute}`;
    },
    offset: (instant) => {
      const { year, month, day, hour, minute, second, timeZoneName = 'GMT' } = partsOf(instant);
      // "GMT-05:00"; plain "GMT" is UTC.
      const offset = timeZoneName === 'GMT' ? '+00:00' : timeZoneName.slice(3);
      const ms = new Date(instant).toISOString().slice(20, 23);
      return `${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}.${ms}${offset}`;
    },
  };
  known.set(timeZone, made);
  return made;
}

/** A calendar day `1987-03-14` as "14-Mar-1987". */
export function shownDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}-${months[Number(month) - 1]}-${year}`;
}

/** Whole years between a birth date and a day, both `YYYY-MM-DD`. */
export function ageAt(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
