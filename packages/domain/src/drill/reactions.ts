import { recorderOf } from '../entries/entry-kind.ts';
import type { DataOf } from '../entries/registry.ts';
import { type Item, itemOf, type SessionState } from '../session/state.ts';
import type { Reaction } from './drill-shape.ts';
import { DRILL_AUTHOR_ID } from './drills.ts';
import { lineCutOf } from './script.ts';

/** What a step of a drill waits for, with the cue as the log has it. */
export interface Expected {
  readonly by: readonly Reaction[];
  readonly cueId: string;
  readonly cueMs: number;
}

/** An entry of the team that answers it, and when. */
export interface Answered {
  readonly item: Item;
  readonly atMs: number;
}

/**
 * The first entry of the team that answers a step; null without one. An entry counts from when it was recorded, so that
 * nobody gains by a time that was typed; one that was recorded without a line counts from when it was composed. What was
 * taken back counts for nothing.
 */
export function firstAnswer(state: SessionState, expected: Expected): Answered | null {
  let first: Answered | null = null;
  for (const item of state.items) {
    const { entry, retraction, data } = item;
    if (recorderOf(entry).id === DRILL_AUTHOR_ID || retraction !== null || data === null) continue;
    const atMs = momentOf(item);
    if (atMs < expected.cueMs || (first !== null && atMs >= first.atMs)) continue;
    if (expected.by.some((reaction) => answers(reaction, item, expected, state))) first = { item, atMs };
  }
  return first;
}

function momentOf({ entry }: Item): number {
  const recordedMs = Date.parse(entry.recordedAt);
  if (entry.context?.offline !== true) return recordedMs;
  return Math.min(recordedMs, Date.parse(entry.context.composedAt ?? entry.happenedAt));
}

function answers(reaction: Reaction, item: Item, expected: Expected, state: SessionState): boolean {
  const { kind } = item.entry;
  switch (reaction.on) {
    case 'seen':
      return (
        kind === 'acknowledgement' && isAboutScript(item.data as DataOf<'acknowledgement'>, expected, state)
      );
    case 'vital-signs': {
      const set = item.data as DataOf<'vital-signs'>;
      return kind === 'vital-signs' && reaction.with.every((sign) => set[sign] !== undefined);
    }
    case 'vital-signs-in-cut':
      return kind === 'vital-signs' && isInCut(item, state);
    case 'offline':
      return item.entry.context?.offline === true && isInCut(item, state);
    case 'note': {
      if (kind !== 'note') return false;
      const said = (item.data as DataOf<'note'>).text.toLowerCase();
      return reaction.says.some((word) => said.includes(word));
    }
    case 'adverse-event':
      return kind === 'adverse-event' && reaction.terms.includes((item.data as DataOf<'adverse-event'>).term);
    case 'emergency':
      return kind === 'emergency' && reaction.marks.includes((item.data as DataOf<'emergency'>).mark);
    case 'oxygen':
      return kind === 'vital-signs' && ((item.data as DataOf<'vital-signs'>).oxygenLitresPerMin ?? 0) > 0;
    case 'dose-held':
      return kind === 'dose-not-given' || kind === 'infusion-stop';
    case 'amended': {
      if (kind !== 'amendment') return false;
      const { entryId, data } = item.data as DataOf<'amendment'>;
      return entryId === expected.cueId && (reaction.toMg === undefined || data.amountMg === reaction.toMg);
    }
    case 'retracted':
      return kind === 'retraction' && (item.data as DataOf<'retraction'>).entryId === expected.cueId;
  }
}

/** A notice names the entry that raised it: one of the script's, from this cue on. */
function isAboutScript(
  { noticeId }: DataOf<'acknowledgement'>,
  { cueMs }: Expected,
  state: SessionState,
): boolean {
  const raisedBy = itemOf(state, noticeId.slice(noticeId.indexOf(':') + 1))?.entry;
  return raisedBy?.author.id === DRILL_AUTHOR_ID && Date.parse(raisedBy.recordedAt) >= cueMs;
}

function isInCut({ happenedAt }: Item, state: SessionState): boolean {
  const cut = lineCutOf(state);
  const atMs = Date.parse(happenedAt);
  return cut !== null && atMs >= cut.fromMs && atMs <= cut.untilMs;
}
