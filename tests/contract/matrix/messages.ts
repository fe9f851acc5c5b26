import type { MessageCase } from './cases.ts';
import { lookedUp } from './ids.ts';

const ids = { sessionId: lookedUp('session') };

/** What a client may say on the live socket. */
export const messageCases: readonly MessageCase[] = [
  {
    message: 'subscribe',
    guard: 'session.read',
    ids,
    answeredBy: 'current',
    refusedWith: 'not-found',
    make: (sessionId) => ({ type: 'subscribe', sessionId, after: 0 }),
  },
  {
    message: 'presence',
    guard: 'presence.write',
    ids,
    answeredBy: 'presence',
    refusedWith: 'invalid',
    make: (sessionId) => ({ type: 'presence', sessionId, writing: 'note', pending: 0 }),
  },
  {
    message: 'unsubscribe',
    guard: 'signed-in',
    ids,
    answeredBy: null,
    make: (sessionId) => ({ type: 'unsubscribe', sessionId }),
  },
  {
    message: 'subscribe-board',
    guard: 'board.read',
    ids: {},
    answeredBy: 'board',
    make: () => ({ type: 'subscribe-board' }),
  },
  {
    message: 'unsubscribe-board',
    guard: 'signed-in',
    ids: {},
    answeredBy: null,
    make: () => ({ type: 'unsubscribe-board' }),
  },
  {
    message: 'ping',
    guard: 'signed-in',
    ids: {},
    answeredBy: null,
    make: () => ({ type: 'ping', n: 1 }),
  },
];
