import { standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';

/**
 * When the next set of vital signs is due (DUE-1): one interval of the pinned protocol after the last set taken,
 * or after the start while there is none. A set entered in error does not count.
 * @returns an instant, or null when the session is not in progress or its protocol names no interval
 */
export function vitalsDueAt(state: SessionState): string | null {
  const everyMinutes = state.pins?.protocol.data.vitalsEveryMinutes;
  if (state.status !== 'in-progress' || state.startedAt === null || everyMinutes === undefined) return null;
  const lastAt = standing(state, 'vital-signs').at(-1)?.happenedAt ?? state.startedAt;
  return new Date(Date.parse(lastAt) + everyMinutes * 60_000).toISOString();
}
