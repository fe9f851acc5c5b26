import { clockOf, dayOf } from '../../data/zone.ts';
import { dayWords } from '../../ui/names.ts';
import { healthWords as text } from '../../words/health-words.ts';

/** @param zone of the clinic */
export function dayAndClock(at: string, zone: string): string {
  return text.backup.at(dayWordsOf(at, zone), clockOf(Date.parse(at), zone));
}

export function dayWordsOf(at: string, zone: string): string {
  return dayWords(dayOf(Date.parse(at), zone));
}
