import { randomUUID } from 'node:crypto';
import type { RouteCase } from './cases.ts';
import { chosen, lookedUp } from './ids.ts';

const display = { 'path id': lookedUp('display') } as const;

/** Screens on a wall: paired and set by people; their own two calls know no person. */
export const displayCases: readonly RouteCase[] = [
  { route: 'GET /api/displays', guard: 'displays.write', ids: {}, make: () => ({}) },
  {
    route: 'POST /api/displays',
    guard: 'displays.write',
    ids: { id: chosen('display'), roomId: lookedUp('room') },
    make: ({ world }) => ({
      body: {
        id: randomUUID(),
        roomId: world.ours.room[0],
        code: world.takeCode(),
        setting: 'calm',
      },
    }),
  },
  {
    route: 'PATCH /api/displays/:id',
    guard: 'displays.write',
    ids: display,
    make: ({ world }) => ({ id: world.ours.display[0] as string, body: { setting: 'off' } }),
  },
  {
    // Sent again it is done already.
    route: 'POST /api/displays/:id/unpair',
    guard: 'displays.write',
    ids: display,
    make: ({ world }) => ({ id: world.ours.display[0] as string, body: {} }),
  },
  { route: 'POST /api/display/codes', guard: 'public', ids: {}, make: () => ({ body: {} }) },
  // A person's cookie opens nothing here, whoever they are.
  { route: 'GET /api/display', guard: 'public', ids: {}, answers: 401, make: () => ({}) },
];
