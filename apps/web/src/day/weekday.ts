import { words } from '../words/list-pages.ts';
import { utcDate } from './calendar.ts';

/** "Tuesday". Not beside the other days: the router asks those, and would load the words of every list with them. */
export function weekdayOf(day: string): string {
  return words.weekdays[utcDate(day).getUTCDay()] ?? '';
}
