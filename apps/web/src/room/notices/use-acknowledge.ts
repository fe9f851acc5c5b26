import { record } from '../../data/record.ts';
import { useRoom } from '../room-context.ts';

/** Records that this person has seen a notice, or what was done about it. */
export function useAcknowledge(): (noticeId: string, outcome?: string) => void {
  const { me, view, isLive } = useRoom();
  return (noticeId, outcome) => {
    const data = { noticeId, ...(outcome === undefined ? {} : { outcome }) };
    record(
      { kind: 'acknowledgement', data, happenedAtMs: null, line: '' },
      { me, confirmed: view.confirmed, live: isLive },
    );
  };
}
