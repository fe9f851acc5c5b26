import type { RouteCase } from './cases.ts';
import { entryCases } from './entry-cases.ts';
import { lookedUp } from './ids.ts';

/**
 * Each kind that names somebody or something, and one that does not, as a lead takes it over from a physician who
 * left: what its data names is looked up as for them. Whose entry a correction is about, and to whom a handover is, is
 * asked of the person (`adoption.pg.test.ts`).
 */
export const adoptionCases: readonly RouteCase[] = entryCases
  .filter(({ kind, ids, relation }) => {
    const names = Object.keys(ids).some((path) => path.startsWith('entries[].data.'));
    return (names || kind === 'note') && relation !== 'any' && kind !== 'handover-accepted';
  })
  .map(({ relation: _, ids, make, ...one }) => ({
    ...one,
    route: 'POST /api/sessions/:id/adopted-entries',
    guard: 'outbox.adopt',
    ids: { ...ids, personId: lookedUp('person') },
    make: (at) => {
      const call = make({ ...at, role: 'physician', recorderId: at.world.formerId });
      const sent = call.body as object;
      return { ...call, body: { personId: at.world.formerId, role: 'physician', ...sent } };
    },
  }));
