import type { SessionRecord } from '../session-record.ts';
import { exampleRecord } from './example-record.ts';
import { places } from './places.ts';

const made = new Map<string, Readonly<Record<string, string>>>();

/** What each place of a template says of an invented session, in this clinic's name and time. */
export function placeExamples(clinic: SessionRecord['clinic']): Readonly<Record<string, string>> {
  const key = `${clinic.name}\n${clinic.timeZone}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const record = exampleRecord(clinic);
  const examples = Object.fromEntries(Object.entries(places).map(([name, say]) => [name, say(record)]));
  // A clinic has one name at a time; the last ones are kept, not all there ever were.
  if (made.size > 20) made.clear();
  made.set(key, examples);
  return examples;
}
