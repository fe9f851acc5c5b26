import type { Role } from '@tandem/domain';
import { closeCodes } from '@tandem/wire';
import type { Logins, Standing } from '../auth/logins.ts';
import type { InClinic } from '../db/clinic-scope.ts';
import { isFencedRole, openPairs, pairKey } from '../sessions/team.ts';

/** Rights are re-read at most 2 s later (interface.md): once a second, so that a slow query still fits. */
const EVERY_MS = 1_000;

/** An open socket and the rights it was opened with. */
export interface Held {
  readonly loginId: string;
  readonly clinicId: string;
  readonly personId: string;
  readonly role: Role;
  /** Sessions that it follows. */
  followed(): readonly string[];
  /** A session of these is not open to this person any more. */
  endSession(sessionId: string): void;
  close(code: number, reason: string): void;
}

/**
 * Holds every open socket of this process to the rights in the database, with one query for all of them: an
 * ended login closes with 4401, a disabled person or another role with 4403. Where a clinic shows sessions to their
 * team alone, a second one: a session that is open to somebody no more (its hour is over, the clinic changed its mind)
 * is followed no further (TEA-3).
 */
export class Rights {
  private readonly held = new Set<Held>();
  private timer: NodeJS.Timeout | null = null;
  private checking = false;

  constructor(
    private readonly logins: Logins,
    private readonly inClinic: InClinic,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.check(), EVERY_MS);
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  hold(socket: Held): void {
    this.held.add(socket);
  }

  release(socket: Held): void {
    this.held.delete(socket);
  }

  private async check(): Promise<void> {
    if (this.checking || this.held.size === 0) return;
    this.checking = true;
    const asked = [...this.held];
    try {
      const standing = await this.logins.standing([...new Set(asked.map(({ loginId }) => loginId))]);
      for (const socket of asked) {
        const now = standing.get(socket.loginId);
        if (now === undefined) socket.close(closeCodes.loginEnded, 'login ended');
        else if (now.role !== socket.role) socket.close(closeCodes.rightsChanged, 'rights changed');
      }
      await this.endWhatIsNotOpen(
        asked.filter((socket) => this.held.has(socket) && isFencedBy(socket, standing)),
      );
    } catch {
      // The database does not answer: nobody's rights changed, and the poll already says head-unknown.
    } finally {
      this.checking = false;
    }
  }

  private async endWhatIsNotOpen(sockets: readonly Held[]): Promise<void> {
    for (const clinicId of new Set(sockets.map((socket) => socket.clinicId))) {
      const followed = sockets
        .filter((socket) => socket.clinicId === clinicId)
        .flatMap((socket) =>
          socket.followed().map((sessionId) => ({ socket, pair: { personId: socket.personId, sessionId } })),
        );
      if (followed.length === 0) continue;
      const open = await this.inClinic(clinicId, (scope) =>
        openPairs(
          scope,
          followed.map(({ pair }) => pair),
        ),
      );
      for (const { socket, pair } of followed)
        if (!open.has(pairKey(pair))) socket.endSession(pair.sessionId);
    }
  }
}

function isFencedBy({ loginId, role }: Held, standing: ReadonlyMap<string, Standing>): boolean {
  return isFencedRole(role, standing.get(loginId)?.teamOnly === true);
}
