import type { RouteCase } from './cases.ts';

/** A day without sessions: the empty form alone, which is the quickest. What stands in others: tests/records. */
export const paperFormCases: readonly RouteCase[] = [
  {
    route: 'GET /api/paper-forms',
    guard: 'session.list',
    ids: {},
    make: () => ({ query: { date: '2001-01-01' } }),
  },
];
