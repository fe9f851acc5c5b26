import { randomUUID } from 'node:crypto';
import { PIN } from '../../support/fixtures.ts';
import type { RouteCase } from './cases.ts';
import { chosen, lookedUp } from './ids.ts';

/** The register of vials. */
export const vialCases: readonly RouteCase[] = [
  { route: 'GET /api/vials', guard: 'vials.read', ids: {}, make: () => ({}) },
  {
    route: 'POST /api/vials',
    guard: 'vials.write',
    ids: { id: chosen('vial') },
    make: () => ({
      body: {
        id: randomUUID(),
        drug: 'ketamine',
        concentrationMgPerMl: 50,
        amountMg: 500,
        lot: 'K2231',
        expiresOn: '2099-12-31',
      },
    }),
  },
  {
    route: 'POST /api/vials/:id/counts',
    guard: 'vials.write',
    ids: { 'path id': lookedUp('vial'), id: chosen('vial-count'), witnessId: lookedUp('person') },
    make: ({ world, role }) => ({
      id: world.ours.vial[0] as string,
      body: {
        id: randomUUID(),
        countedMg: 460,
        // Nobody is their own witness.
        witnessId: world.callers[role === 'nurse' ? 'physician' : 'nurse'].personId,
        pin: PIN,
      },
    }),
  },
];
