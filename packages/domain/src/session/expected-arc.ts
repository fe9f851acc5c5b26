import { type Phase, phases } from '../entries/phase.ts';
import { protocolOf } from '../protocol/protocol.ts';
import { studyAdministrations } from './administrations.ts';
import { currentPhase } from './select.ts';
import type { SessionState } from './state.ts';

export interface ExpectedPhase {
  readonly phase: Phase;
  /** Milliseconds since the epoch, from the first dose and the protocol's minutes. */
  readonly fromMs: number;
  /** When the next one is expected; null for the last. */
  readonly toMs: number | null;
}

/**
 * Phases that the protocol expects and nobody has set: what comes after the phase that counts, from the first dose on
 * (ARC-2). It proposes and never sets: a phase whose time has passed stays expected until a person says so.
 */
export function expectedArc(state: SessionState): ExpectedPhase[] {
  const { arc } = protocolOf(state).plan;
  const [first] = studyAdministrations(state, Number.POSITIVE_INFINITY);
  if (arc === undefined || first === undefined) return [];
  const set = currentPhase(state);
  const toCome = arc.filter(({ phase }) => set === null || isAfter(phase, set.data.phase));
  const fromMs = (minute: number) => first.startMs + minute * 60_000;
  return toCome.map(({ phase, fromMinute }, at) => {
    const next = toCome[at + 1];
    return { phase, fromMs: fromMs(fromMinute), toMs: next === undefined ? null : fromMs(next.fromMinute) };
  });
}

/** In the arc's usual order: a person may have set one that the protocol does not name. */
function isAfter(phase: Phase, set: Phase): boolean {
  return phases.indexOf(phase) > phases.indexOf(set);
}

/**
 * The phase that one tap offers: the protocol's next one, else the next in the usual order; null after the last.
 */
export function nextPhase(state: SessionState): Phase | null {
  const [expected] = expectedArc(state);
  if (expected !== undefined) return expected.phase;
  const set = currentPhase(state);
  return phases[set === null ? 0 : phases.indexOf(set.data.phase) + 1] ?? null;
}
