import { protocolOf } from '../protocol/protocol.ts';
import { administrations, studyAdministrations } from '../session/administrations.ts';
import type { SessionState } from '../session/state.ts';
import { type Fact, goingHome, minutesSince } from './discharge-facts.ts';

/** When the last of the dose went in; of an infusion that runs, its start. 0 without a dose. */
export function lastGivenMs(state: SessionState, atMs: number): number {
  const given = studyAdministrations(state, atMs);
  return Math.max(0, ...given.map(({ startMs, endMs }) => endMs ?? startMs));
}

/** DCH-2: minutes since the first dose and since the end of the last one; a booster into the muscle counts anew. */
export function observed(state: SessionState, atMs: number): Fact | null {
  const protocol = protocolOf(state);
  const given = studyAdministrations(state, atMs);
  const [first, ...later] = given;
  if (first === undefined) return null;
  const isBooster = later.at(-1)?.route === 'im';
  // While it still goes in, nothing has passed since its end.
  const lastEndMs = Math.min(atMs, Math.max(...given.map(({ endMs }) => endMs ?? atMs)));
  const parts = [
    { since: 'the first dose', fromMs: first.startMs, minutes: protocol.observationMinutes },
    {
      since: isBooster ? 'the booster' : 'the last dose',
      fromMs: lastEndMs,
      minutes: isBooster ? protocol.observationAfterBoosterMinutes : protocol.observationAfterLastMinutes,
    },
  ].map((part) => ({ ...part, passed: minutesSince(part.fromMs, atMs) }));
  const wait = Math.max(...parts.map(({ passed, minutes }) => minutes - passed));
  return {
    fact: parts.map(({ passed, minutes, since }) => `${passed} of ${minutes} min since ${since}`).join(', '),
    needs: wait > 0 ? `another ${wait} min` : null,
  };
}

/** Reversal agents wear off before what they reverse; a benzodiazepine sedates on. */
const slows: readonly string[] = ['naloxone', 'flumazenil', 'midazolam', 'lorazepam', 'diazepam'];

/** DCH-8: two hours since the last of a reversal agent or a benzodiazepine went in. */
export function reversalPast(state: SessionState, atMs: number): Fact | null {
  const last = administrations(state, atMs)
    .filter(({ drug }) => slows.includes(drug))
    .map(({ drug, endMs }) => ({ drug, lastMs: Math.min(endMs ?? atMs, atMs) }))
    .sort((a, b) => a.lastMs - b.lastMs)
    .at(-1);
  if (last === undefined) return null;
  const passed = minutesSince(last.lastMs, atMs);
  const wait = goingHome.reversalMinutes - passed;
  return {
    fact: `${passed} of ${goingHome.reversalMinutes} min since ${last.drug}`,
    needs: wait > 0 ? `another ${wait} min` : null,
  };
}

export function infusionStopped(state: SessionState, atMs: number): Fact | null {
  const infusions = administrations(state, atMs).filter(({ shape }) => shape === 'infusion');
  if (infusions.length === 0) return null;
  return infusions.some(({ endMs }) => endMs === null)
    ? { fact: 'an infusion runs', needs: 'its stop' }
    : { fact: 'stopped', needs: null };
}
