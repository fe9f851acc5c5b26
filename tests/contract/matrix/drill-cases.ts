import { randomUUID } from 'node:crypto';
import type { RouteCase } from './cases.ts';
import { chosen, lookedUp } from './ids.ts';

/** Drills. How they are played and scored: tests/contract/drills.pg.test.ts. */
export const drillCases: readonly RouteCase[] = [
  { route: 'GET /api/drills', guard: 'session.list', ids: {}, make: () => ({}) },
  {
    route: 'GET /api/drills/:id',
    guard: 'session.list',
    ids: { 'path id': lookedUp('drill') },
    make: ({ world: { ours } }) => ({ id: ours.drill[0] as string }),
  },
  {
    // One runs already: refused for that, after who asks and all that is named was found to be right.
    route: 'POST /api/drills',
    guard: 'drills.run',
    answers: 409,
    ids: {
      id: chosen('session'),
      protocolId: lookedUp('protocol'),
      roomId: lookedUp('room'),
      'people[].personId': lookedUp('person'),
    },
    make: ({ world: { ours } }) => ({
      body: {
        id: randomUUID(),
        drill: 'dose-slip',
        pace: 2,
        protocolId: ours.protocol[0],
        roomId: ours.room[0],
        people: [{ personId: ours.person[0], role: 'physician' }],
      },
    }),
  },
  {
    // Over already: stopping it again changes nothing.
    route: 'POST /api/drills/:id/stop',
    guard: 'drills.run',
    ids: { 'path id': lookedUp('drill') },
    make: ({ world: { ours } }) => ({ id: ours.drill[0] as string, body: {} }),
  },
];
