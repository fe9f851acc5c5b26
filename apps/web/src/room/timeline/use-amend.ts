import { itemOf } from '@tandem/domain';
import { viewOf } from '../../entries/registry.tsx';
import { mayCorrect, useRoom } from '../room-context.ts';
import { showInLog } from './show-in-log.ts';

/** Opens the correction of an entry where this person may correct it; else shows its row, which says whose it is. */
export function useAmend(): (entryId: string) => void {
  const room = useRoom();
  const { task, setTask, view } = room;
  return (entryId) => {
    const item = itemOf(view.confirmed, entryId);
    // A slip of the hand on the chart must not throw away a dose that is being read back.
    const free = task.type === 'line' || task.type === 'amend';
    if (free && item !== undefined && mayCorrect(room, item) && viewOf(item.entry.kind).form !== undefined)
      setTask({ type: 'amend', entryId, prefill: null });
    else showInLog(entryId, true);
  };
}
