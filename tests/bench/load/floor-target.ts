import type { Rng } from '@tandem/scenarios';
import type { RoomAccess } from './room.ts';

/** The floor knows nobody and opens a session when its first entry comes. */
export function floorRooms(rng: Rng, sessions: number, viewersEach: number): RoomAccess[] {
  return Array.from({ length: sessions }, () => ({
    sessionId: rng.uuid(),
    writer: {},
    viewers: Array.from({ length: viewersEach }, () => ({})),
  }));
}
