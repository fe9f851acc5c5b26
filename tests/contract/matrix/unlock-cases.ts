import { PIN } from '../../support/fixtures.ts';
import type { RouteCase } from './cases.ts';
import { lookedUp } from './ids.ts';

/** The ways back to a screen that locked itself. */
export const unlockCases: readonly RouteCase[] = [
  {
    route: 'POST /api/auth/unlock',
    guard: 'signed-in',
    ids: {},
    make: () => ({ body: { pin: PIN } }),
  },
  {
    route: 'POST /api/sessions/:id/unlock',
    guard: 'events.write',
    ids: { 'path id': lookedUp('session') },
    target: 'session',
    make: ({ session }) => ({ id: session.id, body: {} }),
  },
];
