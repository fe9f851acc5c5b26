import type { DataOf } from '../entries/registry.ts';

/** What the script can record: what would be measured, what is said in the room, and what a colleague typed. */
type CueEntry = {
  readonly [Kind in 'checklist' | 'vital-signs' | 'note' | 'dose']: {
    readonly kind: Kind;
    readonly data: DataOf<Kind>;
  };
}['checklist' | 'vital-signs' | 'note' | 'dose'];

/** One entry of the script. */
export type DrillCue = CueEntry & {
  readonly key: string;
  /** Seconds after the start, at the pace of 1. */
  readonly atS: number;
  /** From here on every device in the room is without a line for so many seconds, at the pace of 1. */
  readonly cutsLineS?: number;
};

/** What of the team's own entries answers an expectation. Each is asked of one entry. */
export type Reaction =
  /** Seen, or a written outcome, for a notice that the script raised at this cue or later. */
  | { readonly on: 'seen' }
  /** A set of vital signs with at least these. */
  | { readonly on: 'vital-signs'; readonly with: readonly (keyof DataOf<'vital-signs'>)[] }
  /** Taken while the line was cut, whenever it came in. */
  | { readonly on: 'vital-signs-in-cut' }
  /** Recorded without a line. */
  | { readonly on: 'offline' }
  /** A note with one of these in it, in small letters. */
  | { readonly on: 'note'; readonly says: readonly string[] }
  | { readonly on: 'adverse-event'; readonly terms: readonly string[] }
  | { readonly on: 'emergency'; readonly marks: readonly DataOf<'emergency'>['mark'][] }
  | { readonly on: 'oxygen' }
  | { readonly on: 'dose-held' }
  /** The dose of this cue is amended, to this amount where one is named. */
  | { readonly on: 'amended'; readonly toMg?: number }
  | { readonly on: 'retracted' };

/** What the team is expected to notice or to do, from which moment, and what it is worth. */
export interface DrillStep {
  readonly key: string;
  readonly type: 'notice' | 'act';
  /** As the score page says it. */
  readonly what: string;
  /** Which cue it answers. */
  readonly cue: string;
  /** Any one of them. */
  readonly by: readonly Reaction[];
  /** Seconds for all points, and for half of them. Real seconds, whatever the pace. */
  readonly withinS: number;
  readonly lateS: number;
  /** All of a drill's steps together: 100. */
  readonly points: number;
  /** Where the seconds come from. */
  readonly source: string;
}

export interface Drill {
  readonly name: string;
  /** What it trains, in a sentence or two. */
  readonly trains: string;
  readonly cues: readonly DrillCue[];
  readonly steps: readonly DrillStep[];
  /** Seconds from the last cue to the end: long enough for the slowest reaction that still counts. Not played faster. */
  readonly tailS: number;
  /** What to talk about afterwards. */
  readonly debrief: readonly string[];
}
