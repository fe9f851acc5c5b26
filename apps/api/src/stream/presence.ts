import type { Role } from '@tandem/domain';
import type { PresentPerson, Writing } from '@tandem/wire';
import type { Sql } from 'postgres';
import type { InClinic } from '../db/clinic-scope.ts';
import { frameOf } from './frames.ts';
import { sendPresenceHint } from './hints.ts';
import { deletePresence, type PresenceRow, peopleHere, writePresence } from './presence-rows.ts';
import { keyOf } from './subscription.ts';

/** Changes of one moment go to the database together. */
const GATHER_MS = 150;
/** A session's people are read at most this often. */
const READ_EVERY_MS = 1_000;
const HEARTBEAT_MS = 10_000;

/** One socket that has one session open. */
export interface Present {
  readonly clinicId: string;
  readonly sessionId: string;
  readonly socketId: string;
  readonly personId: string;
  readonly role: Role;
  send(frame: string): void;
}

interface Here extends Present {
  writing: Writing | null;
  pending: number;
  /** Since when this socket says that something of its device waits, monotonic; null while nothing does. */
  pendingSinceMs: number | null;
  activeMs: number;
  /** To be written at the next flush. */
  dirty: boolean;
  lastSent: string;
}

/**
 * Who has a session open, across processes (ux.md 2.9). Whoever follows a session is shown in it: nobody
 * watches unseen (reliability.md 5). Rows live in an unlogged table and count for 25 s after their last
 * heartbeat, so that a process that dies leaves nobody behind.
 */
export class Presence {
  private readonly sessions = new Map<string, Map<string, Here>>();
  private readonly gone: Present[] = [];
  private readonly readAtMs = new Map<string, number>();
  private readonly toRead = new Map<string, Present>();
  private timer: NodeJS.Timeout | null = null;
  private heartbeat: NodeJS.Timeout | null = null;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly sql: Sql,
    private readonly inClinic: InClinic,
    /** How this process signs its hints. */
    private readonly name: string,
  ) {}

  start(): void {
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS);
  }

  /** Takes this process's people out of the table, so that they are gone at once and not in 25 s. */
  async stop(): Promise<void> {
    if (this.heartbeat !== null) clearInterval(this.heartbeat);
    for (const here of this.all()) this.gone.push(here);
    this.sessions.clear();
    if (this.timer !== null) clearTimeout(this.timer);
    await this.flushing;
    await this.flush().catch(() => {});
  }

  join(present: Present): void {
    const key = keyOf(present.clinicId, present.sessionId);
    const here: Here = {
      ...present,
      writing: null,
      pending: 0,
      pendingSinceMs: null,
      activeMs: performance.now(),
      dirty: true,
      lastSent: '',
    };
    const sockets = this.sessions.get(key) ?? new Map<string, Here>();
    this.sessions.set(key, sockets.set(present.socketId, here));
    this.readSoon(here);
  }

  /** What this socket's person is typing now, and how much of theirs waits to be sent. False: it is not here. */
  say(present: Omit<Present, 'send'>, writing: Writing | null, pending: number): boolean {
    const here = this.sessions.get(keyOf(present.clinicId, present.sessionId))?.get(present.socketId);
    if (here === undefined) return false;
    const nowMs = performance.now();
    const pendingSinceMs = pending === 0 ? null : (here.pendingSinceMs ?? nowMs);
    Object.assign(here, { writing, pending, pendingSinceMs, activeMs: nowMs, dirty: true });
    this.readSoon(here);
    return true;
  }

  leave({ clinicId, sessionId, socketId }: Omit<Present, 'send'>): void {
    const key = keyOf(clinicId, sessionId);
    const sockets = this.sessions.get(key);
    const here = sockets?.get(socketId);
    if (sockets === undefined || here === undefined) return;
    sockets.delete(socketId);
    if (sockets.size === 0) {
      this.sessions.delete(key);
      this.readAtMs.delete(key);
    }
    this.gone.push(here);
    this.readSoon(here);
  }

  /** Another process says that someone came, went or began to type. */
  hint(clinicId: string, sessionId: string): void {
    const [first] = this.sessions.get(keyOf(clinicId, sessionId))?.values() ?? [];
    if (first !== undefined) this.readSoon(first);
  }

  /** A hint can be lost: every session that is open here is read again. */
  poll(): void {
    for (const sockets of this.sessions.values()) {
      const [first] = sockets.values();
      if (first !== undefined) this.readSoon(first);
    }
  }

  /** Per socket of this process on which entries wait: for how long it has said so, ms. */
  waitingMs(): number[] {
    const nowMs = performance.now();
    const longest = new Map<string, number>();
    for (const { socketId, pendingSinceMs } of this.all()) {
      if (pendingSinceMs === null) continue;
      longest.set(socketId, Math.max(longest.get(socketId) ?? 0, nowMs - pendingSinceMs));
    }
    return [...longest.values()];
  }

  private *all(): Iterable<Here> {
    for (const sockets of this.sessions.values()) yield* sockets.values();
  }

  private beat(): void {
    for (const here of this.all()) {
      here.dirty = true;
      this.readSoon(here);
    }
  }

  private readSoon(present: Present): void {
    this.toRead.set(keyOf(present.clinicId, present.sessionId), present);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.flushing = this.flushing.then(() => this.flush()).catch(() => {});
    }, GATHER_MS);
  }

  /** Writes what changed here, tells the other processes, then reads the sessions whose turn it is. */
  private async flush(): Promise<void> {
    const changed = [...this.all()].filter((here) => here.dirty);
    const gone = this.gone.splice(0);
    for (const here of changed) here.dirty = false;
    try {
      // Who left goes first: the same socket may have come back meanwhile.
      for (const [clinicId, rows] of byClinic(gone))
        await this.inClinic(clinicId, (scope) => deletePresence(scope, rows));
      for (const [clinicId, rows] of byClinic(changed))
        await this.inClinic(clinicId, (scope) => writePresence(scope, rows.map(rowOf)));
    } catch (error) {
      for (const here of changed) here.dirty = true;
      this.gone.push(...gone);
      throw error;
    }
    for (const [clinicId, rows] of byClinic([...changed, ...gone])) {
      const sessionIds = new Set(rows.map((row) => row.sessionId));
      await sendPresenceHint(this.sql, this.name, clinicId, sessionIds).catch(() => {});
    }
    await this.read();
  }

  private async read(): Promise<void> {
    const nowMs = performance.now();
    const turn: Present[] = [];
    for (const [key, present] of this.toRead) {
      if (!this.sessions.has(key)) this.toRead.delete(key);
      else if (nowMs - (this.readAtMs.get(key) ?? Number.NEGATIVE_INFINITY) >= READ_EVERY_MS) {
        this.toRead.delete(key);
        this.readAtMs.set(key, nowMs);
        turn.push(present);
      }
    }
    const [waiting] = this.toRead.values();
    if (waiting !== undefined) this.readSoon(waiting);
    for (const [clinicId, presents] of byClinic(turn)) {
      const ids = presents.map(({ sessionId }) => sessionId);
      const people = await this.inClinic(clinicId, (scope) => peopleHere(scope, ids));
      for (const sessionId of ids) this.tell(clinicId, sessionId, people.get(sessionId) ?? []);
    }
  }

  private tell(clinicId: string, sessionId: string, people: PresentPerson[]): void {
    const frame = frameOf({ type: 'presence', sessionId, people });
    for (const here of this.sessions.get(keyOf(clinicId, sessionId))?.values() ?? []) {
      if (here.lastSent === frame) continue;
      here.lastSent = frame;
      here.send(frame);
    }
  }
}

function rowOf(here: Here): PresenceRow {
  const { sessionId, socketId, personId, role, writing, pending, activeMs } = here;
  return { sessionId, socketId, personId, role, writing, pending, idleMs: performance.now() - activeMs };
}

function byClinic<T extends { readonly clinicId: string }>(rows: Iterable<T>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.clinicId, [...(groups.get(row.clinicId) ?? []), row]);
  return groups;
}
