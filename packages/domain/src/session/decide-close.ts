import type { DataOf } from '../entries/registry.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { noticesOf, RULES_VERSION } from '../rules/notices.ts';
import { openBeforeSigning } from '../rules/sign-off.ts';
import type { DecideContext, SessionCommand } from './commands.ts';
import { partsMissing } from './signatures.ts';
import type { SessionState } from './state.ts';

/** So long after the end nobody waits for a signature any more, whoever still works here (clinic policy). */
export const CLOSE_AFTER_MS = 7 * 24 * 3_600_000;

/**
 * SGN-3: a lead closes when everyone who was on the team for a missing part has left, or a week after the end. Until
 * then there is somebody to ask. What is open is no obstacle, for nobody is left to settle it: it is written down.
 */
export function decideClose(
  command: Extract<SessionCommand, { type: 'close' }>,
  state: SessionState,
  { nowMs }: DecideContext,
): DataOf<'closed'> | Refusal {
  if (state.status === 'signed') return refuse('session-signed');
  if (state.status === 'cancelled') return refuse('session-cancelled');
  if (state.status !== 'ended') return refuse('open-items', { missing: ['The session has not ended.'] });
  if (command.safetyOpen === true) return refuse('safety-open');
  const parts = partsMissing(state);
  const overdue = nowMs - Date.parse(state.endedAt as string) >= CLOSE_AFTER_MS;
  const here = parts
    .filter(({ people }) => people.length === 0 || people.some(({ id }) => !command.leftIds.includes(id)))
    .map(({ role, people }) => {
      const names = people.filter(({ id }) => !command.leftIds.includes(id)).map(({ name }) => name);
      return names.length === 0
        ? `Any ${role} of the clinic can sign the ${role}'s part.`
        : `${names.join(', ')} can sign the ${role}'s part.`;
    });
  if (here.length > 0 && !overdue) return refuse('signer-is-here', { missing: here });
  return {
    reason: command.reason,
    missing: parts.map(({ role, people }) => ({ role, names: people.map(({ name }) => name) })),
    open: openBeforeSigning(state, nowMs),
    coversSeq: state.lastSeq,
    coversHash: state.lastHash,
    rulesVersion: RULES_VERSION,
    notices: noticesOf(state, nowMs),
  };
}
