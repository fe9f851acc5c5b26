import { bodyOf, type Reading } from './body.ts';
import { Draft } from './draft.ts';
import { endAndSign, layFrame } from './frame.ts';
import { droppedNetwork } from './kinds/dropped-network.ts';
import { earlyLeave } from './kinds/early-leave.ts';
import { emergenceDistress } from './kinds/emergence-distress.ts';
import { lateEntry } from './kinds/late-entry.ts';
import { pressureRise } from './kinds/pressure-rise.ts';
import { repeatDose } from './kinds/repeat-dose.ts';
import type { Twist } from './kinds/twist.ts';
import { uneventful } from './kinds/uneventful.ts';
import { fillNotes } from './notes.ts';
import { rngOf } from './random.ts';
import type { ScenarioInput, ScenarioKind, Step } from './types.ts';

const twists: Readonly<Record<ScenarioKind, Twist>> = {
  uneventful,
  'pressure-rise': pressureRise,
  'repeat-dose': repeatDose,
  'late-entry': lateEntry,
  'emergence-distress': emergenceDistress,
  'early-leave': earlyLeave,
  'dropped-network': droppedNetwork,
};

/**
 * A whole synthetic session, from plan to signatures, as calls of the writer in the order of the log: about
 * 35 to 60 entries. The first step lies 2 to 9 days before `plannedAt`, the last up to 2 days after.
 * @throws RangeError when `plannedAt` is not an instant
 */
export function scenario(kind: ScenarioKind, input: ScenarioInput): Step[] {
  const draft = new Draft(kind, input);
  const twist = twists[kind];
  twist.shape?.(draft);
  layFrame(draft);
  twist.add?.(draft);
  fillNotes(draft);
  endAndSign(draft);
  return draft.recorder.steps();
}

/** What of a session is in the log at `untilMs`: for sessions in progress, and ended ones not yet signed. */
export function partOf(steps: readonly Step[], untilMs: number): Step[] {
  return steps.filter((step) => step.atMs <= untilMs);
}

/** The client's body at any moment of this session: for looks at it between the sets that the scenario takes. */
export function bodyDuring(kind: ScenarioKind, input: ScenarioInput): (atMs: number) => Reading {
  const draft = new Draft(kind, input);
  twists[kind].shape?.(draft);
  const rng = rngOf('looks', kind, input.seed, input.sessionId);
  const body = bodyOf({ ...input, doses: draft.doses, pushes: draft.pushes }, rng);
  return (atMs) => body((atMs - draft.firstDoseMs) / 60_000);
}
