import { openSlots, type SessionState } from '@tandem/domain';

/** Times within the window at which vital signs are due: the next one, late or not, and those that follow it. */
export function dueTicks(state: SessionState, fromMs: number, toMs: number): readonly number[] {
  return openSlots(state, toMs).filter((ms) => ms >= fromMs);
}
