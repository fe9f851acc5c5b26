import { entryKindOf } from '../entries/registry.ts';
import type { SessionState } from '../session/state.ts';

/** Text of one entry that is found by its words. */
export interface EntryWords {
  readonly entryId: string;
  readonly text: string;
}

/**
 * What of a session is found by words (PST-6): notes, moments, shifts, words to keep and addenda as they stand now.
 * What was retracted, removed or replaced by an amendment is not in it; process notes are in no log.
 */
export function entryWords(state: SessionState): EntryWords[] {
  const found: EntryWords[] = [];
  for (const { entry, data, retraction, redaction } of state.items) {
    const definition = entryKindOf(entry.kind);
    if (data === null || retraction !== null || redaction !== null || definition === undefined) continue;
    if (definition.group !== 'notes' && entry.kind !== 'addendum') continue;
    const { themes = [] } = data as { themes?: readonly string[] };
    found.push({ entryId: entry.id, text: [definition.summarize(data), ...themes].join(' ') });
  }
  return found;
}
