import type { Role } from '@tandem/domain';
import { closeCodes } from '@tandem/wire';
import type { Logins } from '../auth/logins.ts';

/** Rights are re-read at most 2 s later (interface.md): once a second, so that a slow query still fits. */
const EVERY_MS = 1_000;

/** An open socket and the rights it was opened with. */
export interface Held {
  readonly loginId: string;
  readonly role: Role;
  close(code: number, reason: string): void;
}

/**
 * Holds every open socket of this process to the rights in the database, with one query for all of them: an
 * ended login closes with 4401, a disabled person or another role with 4403.
 */
export class Rights {
  private readonly held = new Set<Held>();
  private timer: NodeJS.Timeout | null = null;
  private checking = false;

  constructor(private readonly logins: Logins) {}

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
    } catch {
      // The database does not answer: nobody's rights changed, and the poll already says head-unknown.
    } finally {
      this.checking = false;
    }
  }
}
