import type { NoteCategory } from '@tandem/domain';

/** Part of the session a line belongs to. */
export const sections = ['arrival', 'rising', 'deep', 'returning', 'after'] as const;
export type Section = (typeof sections)[number];

/** A note's category and text. All of it is invented; none of it was ever said by a client. */
export type Line = readonly [category: NoteCategory, text: string];

/** One client's inner way through a session, from the sentence of shame to the one that replaces it. */
export interface Story {
  /** Told only by a client of this sex, where its words would not fit another. */
  readonly of?: 'female' | 'male';
  readonly themes: readonly string[];
  readonly lines: Readonly<Record<Section, readonly Line[]>>;
}
