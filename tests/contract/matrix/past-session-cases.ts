import type { RouteCase } from './cases.ts';
import { kept } from './ids.ts';

/** Filters: an id that nobody has finds nothing. A cursor is of its clinic and search, or refused. */
const ids = {
  patientId: kept('patient'),
  protocolId: kept('protocol'),
  roomId: kept('room'),
  personId: kept('person'),
} as const;
const make: RouteCase['make'] = ({ world: { ours } }) => ({ body: { patientId: ours.patient[0] } });

/** Past sessions as lists, figures and files; what each role finds: tests/contract/past-sessions.pg.test.ts. */
export const pastSessionCases: readonly RouteCase[] = [
  { route: 'POST /api/past-sessions/search', guard: 'session.list', ids, make },
  { route: 'POST /api/past-sessions/facts', guard: 'session.list', ids, make },
  { route: 'POST /api/insights', guard: 'insights.read', ids, make },
  { route: 'POST /api/past-sessions/export', guard: 'session.export', ids, make },
];
