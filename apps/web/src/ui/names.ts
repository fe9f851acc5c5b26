import { words } from '../words.ts';

/** How people, days and spans of time are written on every screen (ux.md 2.1). */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** "RIVERA, Maya": the family name in capitals, so that it cannot be taken for the given one. */
export function personName(person: { readonly familyName: string; readonly givenName: string }): string {
  return `${person.familyName.toLocaleUpperCase()}, ${person.givenName}`;
}

/** `1987-03-14` as "14-Mar-1987": no order of day and month to guess. */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}-${months[Number(month) - 1] ?? month}-${year}`;
}

/** `1987-03-14` as "Saturday". */
export function weekdayOf(day: string): string {
  return words.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

/** Whole years from a birth date to a day, both `YYYY-MM-DD`. */
export function ageOn(day: string, birthDate: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** "AO" for Amara Okafor and for Dr Amara Okafor. */
export function initials(name: string): string {
  const parts = name.split(/\s+/).filter((word) => word !== '' && !/^(dr|prof|mr|mrs|ms)\.?$/i.test(word));
  const first = parts[0]?.charAt(0) ?? '';
  const last = parts.length > 1 ? (parts.at(-1)?.charAt(0) ?? '') : '';
  return `${first}${last}`.toLocaleUpperCase();
}

/** "54:20", and "1:54:20" from an hour on. */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return h === 0 ? `${m}:${two(s)}` : `${h}:${two(m)}:${two(s)}`;
}

/** "8 min", "1 h 12 min", "4 days". */
export function span(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) {
    const rest = minutes % 60;
    // Past ten hours nobody counts minutes.
    return rest === 0 || minutes >= 600
      ? `${Math.floor(minutes / 60)} h`
      : `${Math.floor(minutes / 60)} h ${rest} min`;
  }
  return words.time.days(Math.floor(minutes / 1440));
}

/** "now", "4 min ago". */
export function ago(ms: number): string {
  return ms < 60_000 ? words.time.now : words.time.ago(span(ms));
}
