import { randomUUID } from 'node:crypto';
import { may, type RefusalCode } from '@tandem/domain';
import { MAX_SUBSCRIPTIONS, type UpFrame } from '@tandem/wire';
import type { Login } from '../auth/login.ts';
import { RefusalError } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { requireReadable } from '../sessions/access.ts';
import type { BoardWatcher } from './board.ts';
import { refusalFrame } from './frames.ts';
import { Pings } from './pings.ts';
import type { Subscription } from './subscription.ts';

type PresenceFrame = Extract<UpFrame, { type: 'presence' }>;

/** What one client watches: sessions, with who is in them, and the board. Rights are asked for each. */
export class Watching {
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly early = new Map<string, PresenceFrame>();
  private readonly socketId = randomUUID();
  private readonly pings: Pings;
  private board: BoardWatcher | null = null;

  constructor(
    private readonly login: Login,
    private readonly services: Services,
    private readonly send: (frame: string) => void,
    /** Monotonic milliseconds, of the same clock as the hub's. */
    nowMs: () => number = () => performance.now(),
  ) {
    this.pings = new Pings(nowMs);
  }

  handle(frame: UpFrame): void {
    switch (frame.type) {
      case 'subscribe':
        this.unsubscribe(frame.sessionId);
        this.subscribe(frame.sessionId, frame.after);
        break;
      case 'unsubscribe':
        this.unsubscribe(frame.sessionId);
        break;
      case 'subscribe-board':
        this.watchBoard();
        break;
      case 'unsubscribe-board':
        this.unwatchBoard();
        break;
      case 'presence':
        this.say(frame);
        break;
      case 'ping':
        this.pings.came(frame.n);
        break;
    }
  }

  end(): void {
    for (const sessionId of [...this.subscriptions.keys()]) this.unsubscribe(sessionId);
    this.unwatchBoard();
  }

  /** Sessions that are open here, and those that are being opened. */
  followed(): readonly string[] {
    return [...this.subscriptions.keys()];
  }

  /** Nothing more is sent of it. */
  notOnTeam(sessionId: string): void {
    if (!this.subscriptions.has(sessionId)) return;
    this.unsubscribe(sessionId);
    this.refuse('not-on-team', undefined, sessionId);
  }

  private subscribe(sessionId: string, after: number): void {
    if (this.subscriptions.size >= MAX_SUBSCRIPTIONS) {
      const message = `At most ${MAX_SUBSCRIPTIONS} sessions on one socket. Unsubscribe one first.`;
      this.refuse('invalid', message, sessionId);
      return;
    }
    const subscription: Subscription = {
      clinicId: this.login.clinicId,
      sessionId,
      role: this.login.role,
      cursor: after,
      busy: false,
      again: false,
      ahead: false,
      // Live only while it is the one in the map: a late page of a replaced subscription is not sent.
      send: (text) => {
        if (this.subscriptions.get(sessionId) === subscription) this.send(text);
      },
      heardBy: (atMs) => this.pings.by(atMs),
      end: () => {
        if (this.subscriptions.get(sessionId) !== subscription) return;
        this.unsubscribe(sessionId);
        this.refuse('role-may-not', undefined, sessionId);
      },
    };
    this.subscriptions.set(sessionId, subscription);
    void this.open(subscription);
  }

  private async open(subscription: Subscription): Promise<void> {
    const { sessionId } = subscription;
    const isOpen = () => this.subscriptions.get(sessionId) === subscription;
    try {
      await this.services.inClinic(this.login.clinicId, async (scope) => {
        await requireReadable(scope, this.login, sessionId);
        await this.services.readAudit.record(scope, this.login, sessionId);
      });
      if (!isOpen()) return;
      this.services.stream.hub.add(subscription);
      this.services.stream.presence.join({ ...this.here(sessionId), send: subscription.send });
      const early = this.early.get(sessionId);
      if (early !== undefined) this.say(early);
    } catch (error) {
      if (isOpen()) {
        this.subscriptions.delete(sessionId);
        this.early.delete(sessionId);
      }
      const refusal = error instanceof RefusalError ? error.refusal : null;
      this.refuse(refusal?.refused ?? 'unavailable', refusal?.detail, sessionId);
    }
  }

  private unsubscribe(sessionId: string): void {
    const subscription = this.subscriptions.get(sessionId);
    if (subscription === undefined) return;
    this.subscriptions.delete(sessionId);
    this.early.delete(sessionId);
    this.services.stream.hub.remove(subscription);
    this.services.stream.presence.leave(this.here(sessionId));
  }

  private say(frame: PresenceFrame): void {
    const { sessionId, writing, pending } = frame;
    if (this.services.stream.presence.say(this.here(sessionId), writing, pending)) return;
    // The subscription of a moment ago is still being opened: told once it is.
    if (this.subscriptions.has(sessionId)) this.early.set(sessionId, frame);
    else this.refuse('invalid', 'Subscribe to this session first.', sessionId);
  }

  private here(sessionId: string) {
    const { clinicId, personId, role } = this.login;
    return { clinicId, sessionId, socketId: this.socketId, personId, role };
  }

  private watchBoard(): void {
    const { clinicId, personId, role } = this.login;
    if (!may(role, 'board.read')) {
      this.refuse('role-may-not');
      return;
    }
    this.unwatchBoard();
    const heardBy = (atMs: number) => this.pings.by(atMs);
    this.board = { clinicId, personId, role, send: (text) => this.send(text), heardBy };
    this.services.stream.board.add(this.board);
  }

  private unwatchBoard(): void {
    if (this.board !== null) this.services.stream.board.remove(this.board);
    this.board = null;
  }

  private refuse(code: RefusalCode, message?: string, sessionId?: string): void {
    this.send(refusalFrame(code, message, sessionId));
  }
}
