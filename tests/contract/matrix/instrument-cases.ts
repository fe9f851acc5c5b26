import type { RouteCase } from './cases.ts';
import { chosen, lookedUp } from './ids.ts';
import { newInstrument } from './new-instrument.ts';

/** Questionnaires that a clinic brings along. */
export const instrumentCases: readonly RouteCase[] = [
  { route: 'GET /api/instruments', guard: 'signed-in', ids: {}, make: () => ({}) },
  {
    route: 'POST /api/instruments',
    guard: 'instruments.write',
    ids: { id: chosen('instrument') },
    make: () => ({ body: newInstrument() }),
  },
  {
    route: 'PATCH /api/instruments/:id',
    guard: 'instruments.write',
    ids: { 'path id': lookedUp('instrument') },
    make: ({ world }) => ({ id: world.ours.instrument[0] as string, body: { isRetired: true } }),
  },
];
