/** Where R leads from a list: until sessions can be replayed, to the session itself. */
export const REPLAY_ROUTE = '/s/$sessionId';
