import { PIN } from '../../support/fixtures.ts';
import type { RouteCase } from './cases.ts';
import { kept } from './ids.ts';

/** The way back to a screen that locked itself. `emergencyIn`: tests/contract/unlock.pg.test.ts. */
export const unlockCases: readonly RouteCase[] = [
  {
    route: 'POST /api/auth/unlock',
    guard: 'signed-in',
    ids: { emergencyIn: kept('session') },
    make: () => ({ body: { pin: PIN } }),
  },
];
