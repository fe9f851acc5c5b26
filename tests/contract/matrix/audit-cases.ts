import type { RouteCase } from './cases.ts';
import { kept } from './ids.ts';

/** Filters: an id that nobody has finds nothing. */
const ids = { personId: kept('person'), targetId: kept('session') } as const;
const make: RouteCase['make'] = ({ world }) => ({ body: { personId: world.callers.nurse.personId } });

/** Who did and was refused what. What each role sees of it: tests/contract/audit.pg.test.ts. */
export const auditCases: readonly RouteCase[] = [
  { route: 'POST /api/audit/search', guard: 'audit.read', ids, make },
  { route: 'POST /api/audit/export', guard: 'audit.read', ids, make },
  { route: 'POST /api/audit/technical/search', guard: 'audit.technical', ids, make },
  { route: 'POST /api/audit/technical/export', guard: 'audit.technical', ids, make },
];
