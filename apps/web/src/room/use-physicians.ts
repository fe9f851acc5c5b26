import { useRoom } from './room-context.ts';

/** Who may have ordered a medicine: the physicians of the team, or of the plan before the start. */
export function usePhysicians() {
  const { session, view } = useRoom();
  return (view.confirmed.pins?.team ?? session.people).filter(({ role }) => role === 'physician');
}
