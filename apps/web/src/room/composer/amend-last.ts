import { mayCorrect, type Room } from '../room-context.ts';

/** The last entry this person recorded here and may still correct. */
export function amendLast(room: Room): void {
  // With what is still on its way: never the entry before the one that was just recorded.
  for (const item of room.view.expected.items.backwards()) {
    if (item.entry.author.id !== room.me.person.id || !mayCorrect(room, item)) continue;
    room.setTask({ type: 'amend', entryId: item.entry.id, prefill: null });
    return;
  }
}
