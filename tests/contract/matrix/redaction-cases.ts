import { randomUUID } from 'node:crypto';
import type { RouteCase } from './cases.ts';
import { chosen, lookedUp } from './ids.ts';

/** Texts that are removed. What may be asked for by whom: tests/contract/redaction.pg.test.ts. */
export const redactionCases: readonly RouteCase[] = [
  { route: 'GET /api/redactions', guard: 'redactions.ask', relation: 'own', ids: {}, make: () => ({}) },
  {
    // Their own reading, which counts: refused for what it is, after who asks was found to be right.
    route: 'POST /api/sessions/:id/redactions',
    guard: 'redactions.ask',
    relation: 'own',
    ids: {
      'path id': lookedUp('session'),
      id: chosen('redaction'),
      entryId: lookedUp('entry'),
    },
    target: 'session',
    answers: 400,
    make: ({ role, session }) => ({
      id: session.id,
      body: { id: randomUUID(), entryId: session.readings[role], reason: 'Names somebody.' },
    }),
  },
  {
    route: 'POST /api/redactions/:id/decide',
    guard: 'redactions.decide',
    ids: { 'path id': lookedUp('redaction') },
    make: ({ world }) => ({ id: world.takeRedaction(), body: { agree: false } }),
  },
];
