/**
 * The network contract's version. A fingerprint test hashes the socket frames and request schemas: change one
 * and the test asks for a new version here and a line in the history below.
 *
 * 1: first contract.
 * 2: presence and the board with its last pressures on the socket; a running session's protocol is null for a role that may not see it.
 * 3: the clinic's choice about the estimated concentration, and the estimate in a session's state.
 */
export const WIRE_VERSION = 3;
/** Oldest dashboard that may still talk to this server. */
export const MIN_WIRE_VERSION = 2;
