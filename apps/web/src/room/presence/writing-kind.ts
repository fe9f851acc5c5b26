import type { Item, LineReading } from '@tandem/domain';
import type { Writing } from '@tandem/wire';
import type { ForcedKind } from '../composer/use-line.ts';

/** What the others are told of a line as it stands; null for an empty one. Never its text. */
export function writingOfLine(text: string, reading: LineReading, forced: ForcedKind): Writing | null {
  if (text.trim() === '') return null;
  if (forced !== null) return writingOfKind(forced);
  // Half a pressure or dose is not data yet, but it is on its way to be one.
  if (/^[\d\s/.,%-]+$/.test(text)) return 'vital-signs';
  if (reading.type === 'problem' && /^\s*(k|ketamine|esketamine)\b/i.test(text)) return 'dose';
  return writingOfKind(reading.type === 'entry' ? reading.entry.kind : 'note');
}

/** A correction counts as what it corrects. */
export function writingOfItem(item: Item | undefined): Writing {
  return writingOfKind(item?.entry.kind ?? 'note');
}

function writingOfKind(kind: string): Writing {
  return kind === 'vital-signs' || kind === 'dose' ? kind : 'note';
}
