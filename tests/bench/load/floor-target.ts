import type { Rng } from '@tandem/scenarios';
import type { Dialect } from './line.ts';
import type { RoomAccess } from './room.ts';

/** The floor knows nobody and opens a session when its first entry comes. */
export function floorRooms(rng: Rng, sessions: number, viewersEach: number, dialect: Dialect): RoomAccess[] {
  return Array.from({ length: sessions }, () => ({
    sessionId: rng.uuid(),
    writer: {},
    dialect,
    viewers: Array.from({ length: viewersEach }, () => ({})),
  }));
}
