import { useRoom } from '../room-context.ts';

/** Records that this person has seen a notice, or what was done about it. */
export function useAcknowledge(): (noticeId: string, outcome?: string) => void {
  const { record } = useRoom();
  return (noticeId, outcome) => {
    const data = { noticeId, ...(outcome === undefined ? {} : { outcome }) };
    record({ kind: 'acknowledgement', data, happenedAtMs: null, line: '' });
  };
}
