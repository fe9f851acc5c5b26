import type { AnyNewEntry } from '../entries/registry.ts';
import type { Author } from '../roles.ts';
import type { SessionCommand } from '../session/commands.ts';
import { itemOf, type SessionState } from '../session/state.ts';
import { formatInstant } from '../time.ts';
import type { DrillCue } from './drill-shape.ts';
import { drillColleague, drills, drillVoice } from './drills.ts';

/** What a colleague does; the rest is seen or said. */
const byColleague: ReadonlySet<string> = new Set(['checklist', 'dose']);

/**
 * The id of an entry of a drill's script, made from the session's and the name of the step: whichever process plays it,
 * and however often, it is recorded once, and a script that grows later still knows it.
 */
export function drillEntryId(sessionId: string, step: string): string {
  const end = Number.parseInt(sessionId.slice(-4), 16) ^ sixteenBits(step);
  return `${sessionId.slice(0, -4)}${end.toString(16).padStart(4, '0')}`;
}
export const drillStartId = (sessionId: string) => drillEntryId(sessionId, 'start of the drill');
const drillEndId = (sessionId: string) => drillEntryId(sessionId, 'end of the drill');

/** FNV-1a folded to 16 bits; that no two steps of a drill share one is held by a test. */
function sixteenBits(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return ((hash >>> 16) ^ hash) & 0xffff;
}

/** Where a session is in its script; null for a session that is no drill. */
export function playedCues(
  state: SessionState,
): readonly { readonly cue: DrillCue; readonly entryId: string; readonly atMs: number | null }[] | null {
  const key = state.plan?.drill?.key;
  if (key === undefined) return null;
  return drills[key].cues.map((cue) => {
    const entryId = drillEntryId(state.sessionId, cue.key);
    const recordedAt = itemOf(state, entryId)?.entry.recordedAt;
    return { cue, entryId, atMs: recordedAt === undefined ? null : Date.parse(recordedAt) };
  });
}

/** What the script does next, and when. */
export interface NextOfDrill {
  readonly dueMs: number;
  readonly actor: Author;
  /** @param nowMs when it is done */
  command(nowMs: number): SessionCommand;
}

/**
 * The next step of a running drill. It waits from the step before it, as the log has it: a server that was away goes on
 * where it was, and nothing comes in a heap.
 * @param speed tests alone: this many times as fast in everything, the wait at the end included
 * @returns null when nothing is to be played
 */
export function nextOfDrill(state: SessionState, speed = 1): NextOfDrill | null {
  const { plan, startedAt, sessionId } = state;
  const cues = playedCues(state);
  if (cues === null || plan?.drill === undefined || state.status !== 'in-progress' || startedAt === null)
    return null;
  const { key, pace } = plan.drill;
  const at = cues.findIndex(({ atMs }) => atMs === null);
  const before = at === -1 ? cues.at(-1) : cues[at - 1];
  const fromMs = before?.atMs ?? Date.parse(startedAt);
  if (at === -1)
    return {
      dueMs: fromMs + (drills[key].tailS * 1000) / speed,
      actor: drillColleague,
      command: () => endOfDrill(sessionId, 'completed'),
    };
  const { cue, entryId } = cues[at] as (typeof cues)[number];
  return {
    dueMs: fromMs + ((cue.atS - (before?.cue.atS ?? 0)) * 1000) / pace / speed,
    actor: byColleague.has(cue.kind) ? drillColleague : drillVoice,
    command: (nowMs) => ({
      type: 'append',
      entries: [
        { id: entryId, kind: cue.kind, happenedAt: formatInstant(nowMs), data: cue.data } as AnyNewEntry,
      ],
    }),
  };
}

/** By its own id, so that two who end it at once end it once. */
export function endOfDrill(sessionId: string, disposition: 'completed' | 'stopped-early'): SessionCommand {
  return { type: 'end', id: drillEndId(sessionId), endedAt: null, disposition };
}

/** From when to when every device of this drill is without a line; null where it is not, or not yet. */
export function lineCutOf(state: SessionState): { readonly fromMs: number; readonly untilMs: number } | null {
  const pace = state.plan?.drill?.pace;
  const cut = playedCues(state)?.find(({ cue, atMs }) => cue.cutsLineS !== undefined && atMs !== null);
  if (pace === undefined || cut === undefined || cut.atMs === null) return null;
  return { fromMs: cut.atMs, untilMs: cut.atMs + ((cut.cue.cutsLineS ?? 0) * 1000) / pace };
}
