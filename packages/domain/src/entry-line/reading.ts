import type { AnyNewEntry } from '../entries/registry.ts';

type Body<E> = E extends { kind: infer K; data: infer D } ? { readonly kind: K; readonly data: D } : never;

/** What a line was understood as: shown before it is recorded, and exactly what is stored. */
export type LineEntry = Body<
  Extract<AnyNewEntry, { kind: 'vital-signs' | 'dose' | 'note' | 'phase' | 'adverse-event' }>
>;

export type LineReading =
  | { readonly type: 'empty' }
  | {
      readonly type: 'entry';
      readonly entry: LineEntry;
      /** Null: now. */
      readonly happenedAtMs: number | null;
      /** True when the line began like data and could not be read whole, so that it became a note. */
      readonly fellBackToNote: boolean;
    }
  | {
      readonly type: 'problem';
      /** What is not right and what to write instead. */
      readonly sentence: string;
      /** A whole line to take over with Tab; nothing is swapped without that. */
      readonly suggestion?: string;
    };

export interface LineContext {
  readonly nowMs: number;
  /** The last moment at or before now (plus 2 minutes) at which the wall clock showed this time. */
  readonly atClock: (hours: number, minutes: number) => number;
  /** A tapped chip: the line is this and nothing else. Null: the line tells its own kind. */
  readonly forced: LineEntry['kind'] | null;
  /**
   * True for who may not write notes of every category (`notes.write-any`): each note is `noticed`, and its first
   * character is a part of its words like any other.
   */
  readonly noticedOnly?: boolean;
}

export interface LineProblem {
  readonly sentence: string;
  readonly suggestion?: string;
}

/** A reading, a problem with it, or null: not this kind of line. */
export type Part<T> = T | LineProblem | null;

export function isProblem(value: unknown): value is LineProblem {
  return typeof value === 'object' && value !== null && 'sentence' in value;
}
