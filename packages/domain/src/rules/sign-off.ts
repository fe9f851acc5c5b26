import { administrations } from '../session/administrations.ts';
import type { SessionState } from '../session/state.ts';
import { noticeSentence } from './notice-words.ts';
import { noticesOf } from './notices.ts';

/**
 * What keeps a session from being signed (SGN-1): a dose outside of protocol, gate or record that nobody has given a
 * reason for, and an infusion without a stop. Each in a sentence that says what to do.
 */
export function openBeforeSigning(state: SessionState, nowMs: number): string[] {
  const doses = noticesOf(state, nowMs)
    .filter(
      ({ ruleId, priority, settled }) =>
        ruleId.startsWith('dose-') && priority === 'high' && settled === null,
    )
    .map(({ facts }) => `${noticeSentence(facts)}. Say why in the outcome of its notice.`);
  const running = administrations(state, nowMs).filter(
    ({ shape, endMs, microgramsPerHour }) => shape === 'infusion' && endMs === null && microgramsPerHour > 0,
  );
  return [...doses, ...running.map(() => 'An infusion was never stopped. Record its stop.')];
}
