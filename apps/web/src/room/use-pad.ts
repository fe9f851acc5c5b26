import { useScreenQuery } from '../ui/use-screen-query.ts';
import { lineKinds } from './composer/chips.tsx';
import { mayRecord, type Room } from './room-context.ts';

/**
 * A finger, or too little room for a line beside the log (ux.md 2.2). A desktop at 200 % is as narrow and much lower:
 * it has a keyboard, and keeps its line.
 */
const TABLET = '(pointer: coarse), (max-width: 1279px) and (min-height: 561px)';
const PHONE = '(max-width: 560px)';

/** Are there keys instead of a line? Where nothing can be recorded, or words are added to a signed record, there are none. */
export function usePad(room: Pick<Room, 'may' | 'status'>): boolean {
  const small = useScreenQuery(TABLET);
  return small && room.status !== 'signed' && lineKinds.some((kind) => mayRecord(room, kind));
}

export function usePhone(): boolean {
  return useScreenQuery(PHONE);
}
