/**
 * The network contract's version. A fingerprint test hashes the socket frames and request schemas: change one
 * and the test asks for a new version here and a line in the history below.
 *
 * 1: first contract.
 * 2: presence and the board with its last pressures on the socket; a running session's protocol is null for a role that may not see it.
 * 3: protocols with limits, holds and checklist; PIN and approvals; who left; the state with notices and readiness;
 *    whether the clinic shows the estimate.
 * 4: what a screen was last known to be current at, with entries recorded offline; offline mode of a clinic; entries
 *    taken over by a lead; `health.read` and `outbox.adopt` among what a person may do, GET /api/health;
 *    `saving: false` on what says that a screen is current.
 * 5: handovers and `displays.write` among what a person may do; handovers that are open in the state.
 * 6: releases of process notes and redactions among what a person may do; `ping`, told back as `heard` by what says
 *    that a screen is current.
 * 7: closing what nobody is left to sign; courses; "team only", lock, retention, name and time zone of a clinic; rooms
 *    and openings with a reason among what a person may do; a session says until when it is open with a reason.
 *    Exports, with what they ask for; templates of text.
 * 8: a card with words to keep among the exports; who changed a template of text, and an example for each place;
 *    drills among what a person may do; a list of sessions by their origin;
 *    questionnaires of a clinic among what a person may do.
 */
export const WIRE_VERSION = 8;
/** Oldest dashboard that may still talk to this server. */
export const MIN_WIRE_VERSION = 4;
