import type { SessionState } from '../session/state.ts';
import type { DrillStep } from './drill-shape.ts';
import { drills } from './drills.ts';
import { type Answered, firstAnswer } from './reactions.ts';
import { playedCues } from './script.ts';

/** One expectation as it was met; the entry behind every number is named. */
export interface StepScore {
  readonly step: DrillStep;
  /** The entry of the script that it answers; null while that was not played. */
  readonly cue: { readonly entryId: string; readonly atMs: number } | null;
  readonly answer: (Answered & { readonly seconds: number }) | null;
  readonly points: number;
}

export interface DrillScore {
  /** 0 to 100. */
  readonly points: number;
  readonly steps: readonly StepScore[];
}

/**
 * How a drill went, by its own entries alone: all points of a step within its first limit, half of them within its
 * second, none later or never. So a drill in which nobody reacts scores 0, and an earlier reaction never less.
 * @returns null for a session that is no drill
 */
export function drillScore(state: SessionState): DrillScore | null {
  const key = state.plan?.drill?.key;
  const cues = playedCues(state);
  if (key === undefined || cues === null) return null;
  const steps = drills[key].steps.map((step): StepScore => {
    const cue = cues.find(({ cue: { key: name } }) => name === step.cue);
    if (cue === undefined || cue.atMs === null) return { step, cue: null, answer: null, points: 0 };
    const { entryId, atMs: cueMs } = cue;
    const found = firstAnswer(state, { by: step.by, cueId: entryId, cueMs });
    const answer = found === null ? null : { ...found, seconds: (found.atMs - cueMs) / 1000 };
    return {
      step,
      cue: { entryId, atMs: cueMs },
      answer,
      points: answer === null ? 0 : pointsFor(step, answer.seconds),
    };
  });
  return { points: steps.reduce((sum, { points }) => sum + points, 0), steps };
}

/** @param seconds from the cue to the answer */
export function pointsFor({ points, withinS, lateS }: DrillStep, seconds: number): number {
  if (seconds <= withinS) return points;
  return seconds <= lateS ? Math.floor(points / 2) : 0;
}
