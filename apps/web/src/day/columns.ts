import type { Room, Session } from '@tandem/wire';
import { words } from '../words/list-pages.ts';

/** One room of the day view; `room` is null for the sessions that have none yet. */
export interface Column {
  readonly key: string;
  readonly name: string;
  readonly room: Room | null;
  readonly sessions: readonly Session[];
}

/** Every room of the clinic in a fixed order, then those that have no room. */
export function columnsOf(rooms: readonly Room[], sessions: readonly Session[]): Column[] {
  const all = new Map(rooms.map((room) => [room.id, room]));
  // A room that is not offered any more still holds what was planned in it.
  for (const { room } of sessions) if (room !== null && !all.has(room.id)) all.set(room.id, room);
  const inOrder = [...all.values()].sort((a, b) =>
    a.name.localeCompare(b.name, undefined, { numeric: true }),
  );
  const column = (room: Room | null): Column => ({
    key: room?.id ?? 'none',
    name: room?.name ?? words.board.noRoom,
    room,
    sessions: sessions.filter((session) => (session.room?.id ?? null) === (room?.id ?? null)),
  });
  return [...inOrder.map(column), column(null)];
}
