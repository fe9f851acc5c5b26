import { randomUUID } from 'node:crypto';
import type { RouteCase } from './cases.ts';
import { chosen, lookedUp } from './ids.ts';

/** Opening a session without being on its team. Where it is needed: tests/contract/break-glass.pg.test.ts. */
export const breakGlassCases: readonly RouteCase[] = [
  {
    // Here sessions are shown to everybody who treats: refused for that, after who asks was found to be right.
    route: 'POST /api/sessions/:id/break-glass',
    guard: 'break-glass.open',
    ids: { 'path id': lookedUp('session'), id: chosen('opening') },
    target: 'session',
    answers: 409,
    make: ({ session }) => ({ id: session.id, body: { id: randomUUID(), reason: 'Called into the room.' } }),
  },
  { route: 'GET /api/break-glass', guard: 'break-glass.review', ids: {}, make: () => ({}) },
  {
    route: 'POST /api/break-glass/:id/review',
    guard: 'break-glass.review',
    ids: { 'path id': lookedUp('opening') },
    make: ({ world }) => ({ id: world.takeOpening(), body: { word: 'Was right.' } }),
  },
];
