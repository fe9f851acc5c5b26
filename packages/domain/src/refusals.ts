/**
 * The one table of refusals: stable code, HTTP status, default sentence, and whether sending the same thing
 * again later can succeed. A refusal is a value: the same object is decided in the domain, sent as
 * problem+json and shown on the screen. Sentences say what happened, what is safe, what to do.
 */
export interface RefusalRow {
  readonly status: number;
  readonly sentence: string;
  readonly retryable: boolean;
}

const row = (status: number, sentence: string, retryable = false): RefusalRow => ({
  status,
  sentence,
  retryable,
});

export const refusalTable = {
  // input
  invalid: row(400, 'Something in this request is not as it should be. Nothing was stored.'),
  'malformed-json': row(400, 'This is not JSON. Nothing was stored.'),
  'duplicate-id': row(
    400,
    'The same id stands twice in this batch. Nothing was stored. Give each entry its own id.',
  ),
  'time-ahead': row(400, 'This time lies more than 2 minutes ahead. Nothing was stored. Check the time.'),
  'time-too-early': row(
    400,
    'This time lies more than 24 hours before the session started. Nothing was stored. Check the date.',
  ),
  'reason-needed': row(400, 'A start in the past is a session copied from paper: say why in `reason`.'),
  'ended-before-start': row(400, 'The end lies before the start. Nothing was stored. Check the time.'),
  // who
  'not-signed-in': row(401, 'You are not signed in. Nothing was stored. Sign in and send it again.', true),
  'wrong-password': row(
    401,
    'Email or password is not right. Try again, or ask your admin for a new password.',
  ),
  'second-factor-needed': row(
    401,
    'Type the six digits from your authenticator app as well, or a recovery code. You are not signed in yet.',
  ),
  'enrol-first': row(403, 'Set up your second factor first: this clinic asks for one. Nothing was stored.'),
  'confirm-needed': row(
    403,
    'This needs your password once more: you signed in over 5 minutes ago. Nothing was stored. Confirm it, or sign in again.',
  ),
  'role-may-not': row(403, 'Your role may not do this. Nothing was stored.'),
  'not-yours': row(
    403,
    'Only its author may correct this entry; a physician may also correct vital signs, doses and events. Nothing was stored.',
  ),
  'not-on-team': row(
    403,
    'Your clinic shows a session to its team alone, and you are not on this one. Nothing was stored. Say why you need it, and it opens for 60 minutes.',
  ),
  'wrong-origin': row(
    403,
    'This request came from another site. Nothing was stored. Open Tandem at its own address.',
  ),
  // what
  'not-found': row(404, 'There is nothing here with this id that you may see.'),
  // when
  'entry-id-reused': row(
    409,
    'This id belongs to another entry. Nothing was stored; the earlier entry is unchanged. Send it with a new id.',
  ),
  'entry-changed': row(
    409,
    'Someone corrected this entry after you opened it. Look at their change, then correct again.',
  ),
  'entry-retracted': row(
    409,
    'This entry was marked entered in error. It stays as it is: enter the right one anew.',
  ),
  'not-correctable': row(
    409,
    'Corrections and steps of the session cannot themselves be corrected or retracted.',
  ),
  'session-not-started': row(409, 'This session has not started. Nothing was stored. Start it first.'),
  'session-not-planned': row(
    409,
    'This session has started already. Its plan is fixed; nothing was changed.',
  ),
  'session-not-in-progress': row(409, 'This session is not in progress. Nothing was stored.'),
  'session-cancelled': row(409, 'This session was cancelled. Nothing was stored. Plan a new one.'),
  'session-signed': row(409, 'This session is signed. Nothing was added. Add it as an addendum.'),
  'session-not-signed': row(
    409,
    'This session is not signed yet. Nothing was stored. Record an entry instead.',
  ),
  'already-signed': row(409, 'Your part of this session is signed already. Nothing was changed.'),
  'safety-open': row(
    409,
    'An answer about being better off dead waits for an outcome. Nothing was changed. Write what was done about it first.',
  ),
  'already-settled': row(409, 'This was settled or withdrawn before. Nothing was changed.'),
  'signer-is-here': row(
    409,
    'Somebody who works here can still sign this session. Nothing was changed. Ask them, or close it a week after the end.',
  ),
  'open-items': row(
    409,
    'Something is still open, so this session cannot be signed yet. Nothing was stored.',
  ),
  'break-glass-not-needed': row(409, 'This session is open to you without a reason. Nothing was stored.'),
  'room-in-use': row(
    409,
    'Sessions run or are planned in this room. Nothing was changed. Move them to another room first.',
  ),
  'already-decided': row(409, 'This request was decided or closed already. Nothing was changed.'),
  'process-notes-sealed': row(
    409,
    'The key of these process notes is not on this computer, so nobody can read them. They are kept as they are. Ask your admin to put `process-notes-key` back into KEYS_DIR.',
  ),
  'already-accepted': row(409, 'This handover was accepted already. Nothing was changed.'),
  'drill-running': row(
    409,
    'A drill is running in this clinic already. Nothing was begun. Wait for its end, or stop it.',
  ),
  'patient-in-session': row(
    409,
    'This client is in another session that is in progress. End that one first.',
  ),
  'infusion-state': row(409, 'This infusion was stopped already. Nothing was stored. Start a new one.'),
  'epoch-changed': row(
    409,
    'The database was restored since this page was opened. Nothing was stored; what you typed is kept. Reload to continue.',
  ),
  'person-active': row(
    409,
    'This person can still sign in. Nothing was stored. Their entries are sent when they do.',
  ),
  'last-admin': row(
    409,
    'This clinic keeps at least one admin who can sign in. Nothing was changed. Make somebody else admin first.',
  ),
  'not-oneself': row(
    409,
    'Nobody disables their own account. Nothing was changed. Ask another admin of your clinic.',
  ),
  'person-known': row(
    409,
    'Somebody with this email is among the people of your clinic already. Nothing was stored. Look for them there.',
  ),
  'email-in-use': row(
    409,
    'This email signs in at another clinic already. Nothing was stored. Ask for an invitation to another email.',
  ),
  'second-factor-required': row(
    409,
    'This clinic asks for a second factor, so it stays on. Nothing was changed. Set up a new one instead.',
  ),
  'already-confirmed': row(409, 'This protocol version is confirmed already. Nothing was changed.'),
  // limits of the transport
  'too-large': row(413, 'This is larger than 64 KiB. Nothing was stored. Send less at once.'),
  'not-json': row(415, 'Send JSON with content-type application/json. Nothing was stored.'),
  // clinical
  'order-needed': row(
    422,
    'A nurse gives a dose that a physician ordered: name the physician in `orderedById`.',
  ),
  'override-needed': row(
    422,
    'This dose lies outside of what the protocol says. Nothing was stored. A physician may go on with a reason.',
  ),
  'approval-invalid': row(
    422,
    'This approval does not fit this dose. Nothing was stored. Ask the second person again.',
  ),
  'wrong-pin': row(422, 'This is not their PIN. Nothing was stored. Type it again.'),
  'no-pin': row(
    422,
    'This person has no PIN yet. Nothing was stored. They set one under their name, with their password.',
  ),
  'wrong-code': row(
    422,
    'This code is not right, or it was used already. Nothing was changed. Type the next one that the app shows.',
  ),
  'maybe-same-dose': row(
    422,
    'Somebody else recorded this drug within 10 minutes. Nothing was stored. Say in `separateFrom` that yours is another one, or leave it out.',
  ),
  // server
  'too-many-attempts': row(429, 'Too many wrong passwords. Wait, then try again.', true),
  'pin-locked': row(
    429,
    'Five wrong PINs. Nothing was stored. Wait, or set a new PIN with the password.',
    true,
  ),
  'cannot-save': row(
    503,
    'Tandem cannot save right now. Nothing was stored; what you typed is kept. Write on paper until this is gone.',
    true,
  ),
  unavailable: row(
    503,
    'Tandem cannot save right now. Nothing was stored; what you typed is kept. It tries again.',
    true,
  ),
  internal: row(
    500,
    'Tandem made an error. What you typed is kept. Try again; if it stays, tell your clinic lead.',
    true,
  ),
} as const satisfies Record<string, RefusalRow>;

export type RefusalCode = keyof typeof refusalTable;

export interface Refusal {
  readonly refused: RefusalCode;
  /** A sentence that fits this case better than the table's; otherwise the table's is shown. */
  readonly detail?: string;
  /** Path in the request, e.g. `entries[0].data.systolic`. */
  readonly field?: string;
  /** Which entry of a batch, from 0. */
  readonly index?: number;
  readonly entryId?: string;
  /** For `open-items`, `signer-is-here` and `override-needed`: what is open or stands against it, by name. */
  readonly missing?: readonly string[];
}

export function refuse(refused: RefusalCode, more: Omit<Refusal, 'refused'> = {}): Refusal {
  return { refused, ...more };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
