import type { Wanted } from '../day/conflicts.ts';
import { MINUTE_MS } from '../day/day-grid.ts';
import { USUAL_MINUTES } from '../day/session-span.ts';
import { type PlanDraft, plannedMs } from './plan-draft.ts';

/** Where and when the plan in the form would stand; null while its time cannot be read. */
export function wantedOf(draft: PlanDraft, zone: string, id: string | null): Wanted | null {
  const fromMs = plannedMs(draft, zone);
  if (fromMs === null) return null;
  const typed = Number(draft.minutes.trim() || USUAL_MINUTES);
  const minutes = Number.isFinite(typed) && typed > 0 ? typed : USUAL_MINUTES;
  return {
    id,
    fromMs,
    toMs: fromMs + minutes * MINUTE_MS,
    roomId: draft.roomId === '' ? null : draft.roomId,
    patientId: draft.patientId === '' ? null : draft.patientId,
    personIds: Object.keys(draft.team),
  };
}
