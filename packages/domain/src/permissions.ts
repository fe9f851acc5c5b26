import type { Role } from './roles.ts';
import { type SessionStatus, sessionStatuses } from './session/status.ts';

/**
 * What a thing is to the person who asks: made by them; otherwise of a session whose team they are on; otherwise
 * anyone's. The nearest one counts.
 */
export const relations = ['own', 'team', 'any'] as const;
export type Relation = (typeof relations)[number];

/** One cell: in which states of the session, and over whose things. */
export interface Grant {
  /** As docs/security.md prints it. */
  readonly words: string;
  readonly when: readonly SessionStatus[];
  readonly whose: readonly Relation[];
}

const grant = (
  words: string,
  when: readonly SessionStatus[] = sessionStatuses,
  whose: readonly Relation[] = relations,
): Grant => Object.freeze({ words, when, whose });

const yes = grant('yes');
const no = grant('no', []);
/** The lead reviews, and does not watch. */
const afterEnd = grant('after the end', ['ended', 'signed', 'cancelled']);
/** Before the start there is nothing in a session but its plan. */
const notLive = grant('not while it runs', ['planned', 'ended', 'signed', 'cancelled']);
const whenSigned = grant('when signed', ['signed']);
const own = grant('own', sessionStatuses, ['own']);
const ownSessions = grant('own sessions', sessionStatuses, ['own', 'team']);

type Row = Readonly<Record<Role, Grant>>;
const row = (physician: Grant, nurse: Grant, therapist: Grant, lead: Grant, admin: Grant): Row => ({
  physician,
  nurse,
  therapist,
  lead,
  admin,
});

// biome-ignore format: read by its columns
const table = {
  //                            physician    nurse        therapist    lead         admin
  'board.read':                row(yes,         yes,         yes,         yes,         no),
  'patient.read':              row(yes,         yes,         yes,         yes,         no),
  'patient.write':             row(yes,         yes,         yes,         yes,         no),
  'protocol.read':             row(yes,         yes,         yes,         yes,         no),
  'protocol.draft':            row(yes,         no,          no,          yes,         no),
  'protocol.confirm':          row(yes,         no,          no,          no,          no),
  'people.read':               row(yes,         yes,         yes,         yes,         yes),
  'clinic.read':               row(no,          no,          yes,         no,          yes),
  'clinic.write':              row(no,          no,          no,          no,          yes),
  'rooms.read':                row(yes,         yes,         yes,         yes,         yes),
  'session.list':              row(yes,         yes,         yes,         yes,         no),
  // how all sessions went, in numbers
  'insights.read':             row(no,          no,          no,          yes,         no),
  'session.read':              row(yes,         yes,         yes,         notLive,     no),
  'session.plan':              row(yes,         yes,         yes,         no,          no),
  'session.run':               row(yes,         no,          yes,         no,          no),
  'session.sign':              row(yes,         no,          yes,         no,          no),
  // a record that nobody is left to sign
  'session.close':             row(no,          no,          no,          yes,         no),
  'session.addendum':          row(yes,         no,          yes,         no,          no),
  // where a clinic shows sessions to their team alone: opening one all the same, with a reason; and looking at who did
  'break-glass.open':          row(yes,         yes,         yes,         no,          no),
  'break-glass.review':        row(no,          no,          no,          yes,         no),
  // a copy that leaves the clinic holds what its maker may read
  'session.export':            row(yes,         no,          yes,         afterEnd,    no),
  // who may read a session may be seen in it: nobody watches unseen
  'presence.read':             row(yes,         yes,         yes,         notLive,     no),
  'presence.write':            row(yes,         yes,         yes,         notLive,     no),
  // entries that somebody who works here no more left on a device, also of a session that runs
  'outbox.adopt':              row(no,          no,          no,          yes,         no),
  'vitals.read':               row(yes,         yes,         yes,         afterEnd,    no),
  'vitals.write':              row(yes,         yes,         yes,         no,          no),
  'vitals.correct':            row(yes,         own,         own,         no,          no),
  'events.read':               row(yes,         yes,         yes,         afterEnd,    no),
  'events.write':              row(yes,         yes,         yes,         no,          no),
  'events.correct':            row(yes,         own,         own,         no,          no),
  // a "Seen" says what one person looked at, so that person alone takes it back
  'acknowledgements.correct':  row(own,         own,         own,         no,          no),
  'doses.read':                row(yes,         yes,         yes,         afterEnd,    no),
  'doses.write':               row(yes,         yes,         no,          no,          no),
  'doses.correct':             row(yes,         own,         no,          no,          no),
  // give without naming a physician who ordered it
  'doses.order':               row(yes,         no,          no,          no,          no),
  // go on outside of protocol, gate or record, with a reason
  'doses.override':            row(yes,         no,          no,          no,          no),
  // confirm somebody else's dose or waste with one's own PIN
  'doses.approve':             row(yes,         yes,         no,          no,          no),
  // the drug register: vials, what was taken from them, and counts by two people
  'vials.read':                row(yes,         yes,         no,          yes,         no),
  'vials.write':               row(yes,         yes,         no,          no,          no),
  'notes.read':                row(yes,         yes,         yes,         whenSigned,  no),
  'notes.write':               row(yes,         yes,         yes,         no,          no),
  // in any category; without it, `noticed` alone
  'notes.write-any':           row(yes,         no,          yes,         no,          no),
  'notes.correct':             row(own,         own,         own,         no,          no),
  'arc.read':                  row(yes,         yes,         yes,         afterEnd,    no),
  'arc.write':                 row(yes,         no,          yes,         no,          no),
  'arc.correct':               row(own,         no,          own,         no,          no),
  // who hands over and who accepts say so themselves: nobody corrects it for them
  'handovers.read':            row(yes,         yes,         yes,         afterEnd,    no),
  'handovers.write':           row(yes,         yes,         yes,         no,          no),
  'handovers.correct':         row(own,         own,         own,         no,          no),
  'process-notes.read':        row(no,          no,          own,         no,          no),
  'process-notes.write':       row(no,          no,          own,         no,          no),
  // a legal release of process notes: asked for by a lead, agreed to by somebody else; no admin has a part in it
  'process-notes.releases':    row(yes,         no,          yes,         yes,         no),
  'process-notes.ask':         row(no,          no,          no,          yes,         no),
  'process-notes.agree':       row(yes,         no,          no,          yes,         no),
  // integration plan and measures
  'course.read':               row(yes,         yes,         yes,         yes,         no),
  'course.write':              row(yes,         no,          yes,         no,          no),
  // questionnaires that the clinic brings along and answers for
  'instruments.write':         row(no,          no,          no,          yes,         yes),
  'audit.read':                row(ownSessions, own,         own,         yes,         no),
  // sign-ins, starts and refusals, without any act on a client's record
  'audit.technical':           row(no,          no,          no,          yes,         yes),
  // of the whole installation: database and backups, nothing of a client
  'health.read':               row(no,          no,          no,          yes,         yes),
  // an author asks that the text of an entry be removed, a lead decides; of somebody who left, a lead asks
  'redactions.ask':            row(own,         own,         own,         yes,         no),
  'redactions.decide':         row(no,          no,          no,          yes,         no),
  // begin a drill in a training session, and stop it
  'drills.run':                row(yes,         no,          no,          yes,         no),
  // pair, change and unpair what hangs on a wall; it shows no name (reliability.md 5, room-safe)
  'displays.write':            row(yes,         yes,         yes,         yes,         yes),
} satisfies Record<string, Row>;

/**
 * What stands in the place of the rows above in a clinic that shows sessions to their team alone. Who may not read a
 * session does nothing in it either: a write is asked for after its reading (TEA-1).
 */
// biome-ignore format: read by its columns
const teamOnlyTable = {
  //                            physician    nurse        therapist    lead         admin
  'session.read':              row(ownSessions, ownSessions, ownSessions, notLive,  no),
  'presence.read':             row(ownSessions, ownSessions, ownSessions, notLive,  no),
  'presence.write':            row(ownSessions, ownSessions, ownSessions, notLive,  no),
} satisfies { readonly [Name in keyof typeof table]?: Row };

export type Operation = keyof typeof table;
export const operations = Object.keys(table) as [Operation, ...Operation[]];

/**
 * The one table of permissions: operation x role x relation x state of the session (reliability.md, section 5).
 * Routes, socket, dashboard and `decide` all ask `may()`; nothing else names a role to allow something.
 */
export const permissions: Readonly<Record<Operation, Row>> = table;
export const teamOnlyPermissions: { readonly [Name in Operation]?: Row } = teamOnlyTable;

/** What is known of the thing asked about. */
export interface Asked {
  readonly status?: SessionStatus | undefined;
  readonly relation?: Relation | undefined;
  /** The clinic shows sessions to their team alone. */
  readonly teamOnly?: boolean | undefined;
}

/**
 * May `role` do `operation`? What is not known yet is answered with "could it ever": menus and route guards ask
 * before there is a session or a thing, and whoever then holds it asks again with its state and its relation.
 */
export function may(role: Role, operation: Operation, asked: SessionStatus | Asked = {}): boolean {
  const { status, relation, teamOnly }: Asked = typeof asked === 'string' ? { status: asked } : asked;
  const { when, whose } = ((teamOnly && teamOnlyPermissions[operation]) || permissions[operation])[role];
  return covers(when, status) && covers(whose, relation);
}

function covers<Value>(granted: readonly Value[], asked: Value | undefined): boolean {
  return asked === undefined ? granted.length > 0 : granted.includes(asked);
}

/** Every operation this role could ever do: the `may` list of `GET /api/me`. */
export function operationsOf(role: Role): Operation[] {
  return operations.filter((operation) => may(role, operation));
}
