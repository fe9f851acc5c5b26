import { type NoteCategory, noteCategories } from '@tandem/domain';

/** The four that a therapist chooses among; an intention has a place of its own. */
export const noteKinds = ['noticed', 'words', 'theme', 'affect'] as const satisfies readonly NoteCategory[];
export type NoteKind = (typeof noteKinds)[number];

/** Which kind the first sign of a line makes it, as the line itself reads it. */
export function kindOf(line: string): NoteKind {
  const start = line.trimStart();
  return (
    noteKinds.find((kind) => kind !== 'noticed' && start.startsWith(noteCategories[kind].prefix)) ?? 'noticed'
  );
}

/** The words without the sign in front of them. */
export function wordsOf(line: string): string {
  const kind = kindOf(line);
  return kind === 'noticed' ? line : line.trimStart().slice(noteCategories[kind].prefix.length);
}

export function asKind(line: string, kind: NoteKind): string {
  return `${noteCategories[kind].prefix}${wordsOf(line)}`;
}
