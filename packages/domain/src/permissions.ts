import type { Role } from './roles.ts';
import type { SessionStatus } from './session/status.ts';

/**
 * The one table of permissions: who may do what, by role (reliability.md, section 5). Routes, socket,
 * dashboard and `decide` all ask `may()`; nothing else names a role to allow something.
 */
export type Grant =
  | 'yes'
  | 'no'
  /** only once the session has ended: the lead reviews, and does not watch */
  | 'after-end'
  /** only once the session is signed */
  | 'when-signed';

export const operations = [
  'board.read',
  'patient.read',
  'patient.write',
  'protocol.read',
  'protocol.draft',
  'protocol.confirm',
  'people.read',
  'session.list',
  'session.read',
  'session.plan',
  'session.run',
  'session.sign',
  'session.addendum',
  'vitals.read',
  'vitals.write',
  'events.read',
  'events.write',
  'doses.read',
  'doses.write',
  'notes.read',
  'notes.write',
  'arc.read',
  'arc.write',
] as const;
export type Operation = (typeof operations)[number];

type Row = Readonly<Record<Role, Grant>>;
const row = (physician: Grant, nurse: Grant, therapist: Grant, lead: Grant, admin: Grant): Row => ({
  physician,
  nurse,
  therapist,
  lead,
  admin,
});

// prettier-like columns:          physician  nurse   therapist lead          admin
export const permissions: Readonly<Record<Operation, Row>> = {
  'board.read': row('yes', 'yes', 'yes', 'yes', 'no'),
  'patient.read': row('yes', 'yes', 'yes', 'yes', 'no'),
  'patient.write': row('yes', 'yes', 'yes', 'yes', 'no'),
  'protocol.read': row('yes', 'yes', 'yes', 'yes', 'no'),
  'protocol.draft': row('yes', 'no', 'no', 'yes', 'no'),
  'protocol.confirm': row('yes', 'no', 'no', 'no', 'no'),
  'people.read': row('yes', 'yes', 'yes', 'yes', 'yes'),
  'session.list': row('yes', 'yes', 'yes', 'yes', 'no'),
  'session.read': row('yes', 'yes', 'yes', 'after-end', 'no'),
  'session.plan': row('yes', 'yes', 'yes', 'no', 'no'),
  'session.run': row('yes', 'no', 'yes', 'no', 'no'),
  'session.sign': row('yes', 'no', 'yes', 'no', 'no'),
  'session.addendum': row('yes', 'no', 'yes', 'no', 'no'),
  'vitals.read': row('yes', 'yes', 'yes', 'after-end', 'no'),
  'vitals.write': row('yes', 'yes', 'yes', 'no', 'no'),
  'events.read': row('yes', 'yes', 'yes', 'after-end', 'no'),
  'events.write': row('yes', 'yes', 'yes', 'no', 'no'),
  'doses.read': row('yes', 'yes', 'yes', 'after-end', 'no'),
  'doses.write': row('yes', 'yes', 'no', 'no', 'no'),
  'notes.read': row('yes', 'yes', 'yes', 'when-signed', 'no'),
  'notes.write': row('yes', 'yes', 'yes', 'no', 'no'),
  'arc.read': row('yes', 'yes', 'yes', 'after-end', 'no'),
  'arc.write': row('yes', 'no', 'yes', 'no', 'no'),
};

const afterEnd: ReadonlySet<SessionStatus> = new Set(['ended', 'signed', 'cancelled']);

/**
 * May `role` do `operation`? With a session's status where the answer depends on it; without one, "could it
 * ever", which is what menus and route guards ask before a session is known. A planned session is readable
 * by a lead: there is nothing in it but the plan.
 */
export function may(role: Role, operation: Operation, status?: SessionStatus): boolean {
  const grant = permissions[operation][role];
  if (grant === 'yes') return true;
  if (grant === 'no') return false;
  if (status === undefined) return true;
  if (grant === 'when-signed') return status === 'signed';
  return afterEnd.has(status) || (operation === 'session.read' && status === 'planned');
}

/** Every operation this role could ever do: the `may` list of `GET /api/me`. */
export function operationsOf(role: Role): Operation[] {
  return operations.filter((operation) => may(role, operation));
}
