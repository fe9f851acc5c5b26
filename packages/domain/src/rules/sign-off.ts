import { administrations } from '../session/administrations.ts';
import type { SessionState } from '../session/state.ts';
import { noticeSentence } from './notice-words.ts';
import { noticesOf } from './notices.ts';

/** Outside of amount, interval or record: nobody signs for it without a reason. An open checklist is asked about. */
const needReason: readonly string[] = [
  'dose-ceiling',
  'dose-interval',
  'dose-range',
  'dose-allergy',
  'dose-twice',
];

/**
 * What keeps a session from being signed (SGN-1): a dose outside of ceiling, interval, range or record that nobody has
 * given a reason for, and an infusion without a stop. Each in a sentence that says what to do.
 */
export function openBeforeSigning(state: SessionState, nowMs: number): string[] {
  const doses = noticesOf(state, nowMs)
    .filter(({ ruleId, settled }) => needReason.includes(ruleId) && settled === null)
    .map(({ facts }) => `${noticeSentence(facts)}. Say why in the outcome of its notice.`);
  const running = administrations(state, nowMs).filter(
    ({ stopped, segments }) => !stopped && (segments.at(-1)?.microgramsPerHour ?? 0) > 0,
  );
  return [...doses, ...running.map(() => 'An infusion was never stopped. Record its stop.')];
}
