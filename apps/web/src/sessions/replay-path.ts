/** Where R leads from a list. */
export const REPLAY_ROUTE = '/s/$sessionId/replay';
