import { randomUUID } from 'node:crypto';
import type { Logins } from '../auth/logins.ts';
import type { InClinic } from '../db/clinic-scope.ts';
import type { Database } from '../db/connect.ts';
import type { HouseClock } from '../db/house-clock.ts';
import type { CommittedStream } from '../log/requests.ts';
import { Board } from './board.ts';
import { Hearing } from './hearing.ts';
import { type HintFrom, listenForHints, sendEcho, sendEntryHint, sendRefusedHint } from './hints.ts';
import { Hub } from './hub.ts';
import { logReads } from './log-reads.ts';
import { Presence } from './presence.ts';
import { Rights } from './rights.ts';

/** How often what is watched is read anyway: `current` goes out at least every 2 s. */
export const POLL_MS = 1_500;

/** Everything live in this process: entries, board, presence, rights, and the hints between processes. */
export class Stream {
  readonly hub: Hub;
  readonly board: Board;
  readonly presence: Presence;
  readonly rights: Rights;
  /** How other processes, and this one, tell whose hint it is. */
  readonly name = randomUUID();
  readonly hearing: Hearing;
  private timer: NodeJS.Timeout | null = null;
  /** Another process says that a session has reached `seq`. */
  onHint: (clinicId: string, sessionId: string, seq: number) => void = () => {};
  /** Another process was refused a write. */
  onRefused: () => void = () => {};
  onHeard: (from: HintFrom) => void = () => {};
  private stopListening: () => Promise<void> = async () => {};

  constructor(
    private readonly database: Pick<Database, 'app' | 'appUrl'>,
    inClinic: InClinic,
    logins: Logins,
    clock: Pick<HouseClock, 'nowMs'>,
  ) {
    this.hub = new Hub(logReads(database.app, inClinic));
    this.board = new Board(inClinic, () => clock.nowMs());
    this.presence = new Presence(database.app, inClinic, this.name);
    this.hearing = new Hearing(
      () => sendEcho(database.app, this.name),
      () => clock.nowMs(),
    );
    this.rights = new Rights(logins, inClinic);
  }

  async start(): Promise<void> {
    this.stopListening = await listenForHints(this.database.appUrl, this.name, {
      entries: (clinicId, sessionId, lastSeq) => {
        this.onHint(clinicId, sessionId, lastSeq);
        this.hub.hint(clinicId, sessionId, lastSeq);
        this.board.touched(clinicId);
      },
      presence: (clinicId, sessionId) => this.presence.hint(clinicId, sessionId),
      refused: () => this.onRefused(),
      heard: (from) => {
        this.hearing.heard(from);
        this.onHeard(from);
      },
      listening: () => this.poll(),
    });
    this.timer = setInterval(() => this.poll(), POLL_MS);
    this.presence.start();
    this.rights.start();
  }

  /** After a commit of this process: its own screens at once, the other processes by a hint if they have none yet. */
  committed(streams: readonly CommittedStream[], hinted: boolean): void {
    this.hub.committed(streams);
    for (const { clinicId } of streams) this.board.touched(clinicId);
    // A lost hint costs at most one poll.
    if (!hinted) sendEntryHint(this.database.app, this.name, streams).catch(() => {});
  }

  /** From now on every `current` says whether anything can be saved; the first one at once. */
  tellSaving(saving: boolean): void {
    this.hub.saving = saving;
    this.board.saving = saving;
    this.poll();
    // A full disk shows in writes alone, and the other processes may have none to try it with.
    if (!saving) sendRefusedHint(this.database.app, this.name).catch(() => {});
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.rights.stop();
    await this.presence.stop();
    await this.stopListening();
  }

  private poll(): void {
    void this.hub.poll();
    this.board.poll();
    this.presence.poll();
  }
}
