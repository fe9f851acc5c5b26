import { useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { ConflictLines } from '../day/conflict-lines.tsx';
import { useAhead } from '../day/use-day.ts';
import type { PlanDraft } from './plan-draft.ts';
import { wantedOf } from './wanted.ts';

/** What is in the way of the plan in the form, before it is saved. */
export function PlanConflicts(props: { readonly draft: PlanDraft; readonly sessionId: string | null }) {
  const { clinic } = useMe();
  const wanted = wantedOf(props.draft, clinic.timeZone, props.sessionId);
  const day = wanted === null ? props.draft.filled.date : dayOf(wanted.fromMs, clinic.timeZone);
  const { sessions, failure } = useAhead(day, day);
  if (wanted === null) return null;
  return <ConflictLines wanted={wanted} others={sessions} failed={failure !== null} />;
}
