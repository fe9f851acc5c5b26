import { randomUUID } from 'node:crypto';
import type { RouteCase } from './cases.ts';
import { chosen, lookedUp } from './ids.ts';

/** Rooms as their clinic's admin keeps them. */
export const roomCases: readonly RouteCase[] = [
  { route: 'GET /api/rooms', guard: 'rooms.read', ids: {}, make: () => ({}) },
  { route: 'GET /api/clinic/rooms', guard: 'clinic.write', ids: {}, make: () => ({}) },
  {
    route: 'POST /api/rooms',
    guard: 'clinic.write',
    ids: { id: chosen('room') },
    make: () => ({ body: { id: randomUUID(), name: `Room ${randomUUID()}` } }),
  },
  {
    route: 'PATCH /api/rooms/:id',
    guard: 'clinic.write',
    ids: { 'path id': lookedUp('room') },
    make: ({ world }) => ({ id: world.ours.room[0] as string, body: { name: `Room ${randomUUID()}` } }),
  },
  {
    route: 'POST /api/clinic/rooms/order',
    guard: 'clinic.write',
    ids: { 'ids[]': lookedUp('room') },
    make: ({ world }) => ({ body: { ids: [world.ours.room[0]] } }),
  },
];
