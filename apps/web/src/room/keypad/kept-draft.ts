import { useCallback, useState } from 'react';
import { useRoom } from '../room-context.ts';

/** What is keyed and not recorded, per person and session: turning the tablet or leaving the room loses none of it. */
const drafts = new Map<string, unknown>();

/** Like state, and still there when the same person comes back to the same room. */
export function useKeptDraft<T>(what: string, first: T): [T, (change: (before: T) => T) => void] {
  const { me, session } = useRoom();
  const key = `${what} ${me.person.id} ${session.id}`;
  const [value, setValue] = useState(() => (drafts.get(key) as T | undefined) ?? first);
  const change = useCallback(
    (next: (before: T) => T) =>
      setValue((before) => {
        const after = next(before);
        drafts.set(key, after);
        return after;
      }),
    [key],
  );
  return [value, change];
}
