import type { Role } from '@tandem/domain';

/** One session watched over one socket. `cursor` is the last seq sent. */
export interface Subscription {
  readonly clinicId: string;
  readonly sessionId: string;
  readonly role: Role;
  cursor: number;
  /** A catch-up is running: live entries wait for it, so that order holds. */
  busy: boolean;
  /** Something arrived during a catch-up: read again when it ends. */
  again: boolean;
  /** It came with a cursor that this database has not reached: another epoch. */
  ahead: boolean;
  /** Takes one serialised frame; serialised once for all who may see the same. */
  send(frame: string): void;
  /** The last ping of its socket that had come at this monotonic moment (ms); 0 for none. */
  heardBy(atMs: number): number;
  /** This role may no longer read the session: nothing more is sent for it. */
  end(): void;
}

export const keyOf = (clinicId: string, sessionId: string) => `${clinicId}:${sessionId}`;
