import { useEffect, useState } from 'react';
import { useRoom } from '../room-context.ts';

/** How many entries of others have come since the log was last open. */
export function useUnseen(open: boolean): number {
  const { view, me } = useRoom();
  const { lastSeq, items } = view.confirmed;
  const [seen, setSeen] = useState<number | null>(null);
  const current = view.currency.type === 'current';
  useEffect(() => {
    // What was there on entering the room is not new.
    if (open || (seen === null && current)) setSeen(lastSeq);
  }, [open, seen, current, lastSeq]);
  if (seen === null) return 0;
  let unseen = 0;
  for (const { entry } of items.backwards()) {
    if (entry.seq <= seen) break;
    if (entry.author.id !== me.person.id) unseen += 1;
  }
  return unseen;
}
