import { randomUUID } from 'node:crypto';
import { firstIssue, may, type RefusalCode } from '@tandem/domain';
import {
  closeCodes,
  MAX_SUBSCRIPTIONS,
  MIN_WIRE_VERSION,
  type UpFrame,
  upFrameSchema,
  WIRE_VERSION,
} from '@tandem/wire';
import type { FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import { recordRead } from '../audit.ts';
import type { Login } from '../auth/logins.ts';
import { RefusalError } from '../refusal-error.ts';
import type { Services } from '../services.ts';
import { requireReadable } from '../sessions/access.ts';
import type { BoardWatcher } from './board.ts';
import { FrameBudget } from './frame-budget.ts';
import { frameOf, refusalFrame } from './frames.ts';
import type { Held } from './rights.ts';
import type { Subscription } from './subscription.ts';

const PING_MS = 10_000;
const MAX_BUFFERED_BYTES = 1_048_576;

type PresenceFrame = Extract<UpFrame, { type: 'presence' }>;

/** One client: what it asks for, what it watches, and how its socket is kept honest. */
export class Connection {
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly budget = new FrameBudget();
  private readonly login: Login;
  private readonly timer: NodeJS.Timeout;
  private readonly held: Held;
  private readonly socketId = randomUUID();
  private board: BoardWatcher | null = null;
  private readonly early = new Map<string, PresenceFrame>();
  private answered = true;

  constructor(
    private readonly socket: WebSocket,
    request: FastifyRequest,
    private readonly services: Services,
    build: string,
  ) {
    this.login = request.login;
    socket.on('message', (data, isBinary) => this.receive(data.toString(), isBinary));
    socket.on('pong', () => {
      this.answered = true;
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.close());
    this.timer = setInterval(() => this.ping(), PING_MS);
    const { loginId, role } = this.login;
    this.held = { loginId, role, close: (code, reason) => this.end(code, reason) };
    services.stream.rights.hold(this.held);
    const { epoch } = services;
    const serverTime = new Date().toISOString();
    this.send(
      frameOf({ type: 'hello', wire: WIRE_VERSION, minWire: MIN_WIRE_VERSION, build, epoch, serverTime }),
    );
  }

  private receive(text: string, isBinary: boolean): void {
    try {
      if (!this.budget.take()) {
        this.end(closeCodes.policy, 'too many messages');
        return;
      }
      const parsed = isBinary ? null : upFrameSchema.safeParse(JSON.parse(text));
      if (parsed === null) this.refuse('invalid', 'Send text frames.');
      else if (parsed.success) this.handle(parsed.data);
      else this.refuse('invalid', firstIssue(parsed.error).sentence);
    } catch {
      this.refuse('malformed-json');
    }
  }

  private handle(frame: UpFrame): void {
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
    }
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
      // Live only while it is the one in the map: a late page of a replaced subscription is not sent.
      send: (text) => {
        if (this.subscriptions.get(sessionId) === subscription) this.send(text);
      },
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
        await recordRead(scope, this.login, sessionId);
      });
      if (!isOpen()) return;
      this.services.stream.hub.add(subscription);
      this.services.stream.presence.join({ ...this.here(sessionId), send: subscription.send });
      const early = this.early.get(sessionId);
      if (early !== undefined) this.say(early);
    } catch (error) {
      if (isOpen()) this.subscriptions.delete(sessionId);
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
    const { clinicId, role } = this.login;
    if (!may(role, 'board.read')) {
      this.refuse('role-may-not');
      return;
    }
    this.unwatchBoard();
    const seesValues = may(role, 'session.read', 'in-progress');
    this.board = { clinicId, seesValues, send: (text) => this.send(text) };
    this.services.stream.board.add(this.board);
  }

  private unwatchBoard(): void {
    if (this.board !== null) this.services.stream.board.remove(this.board);
    this.board = null;
  }

  private refuse(code: RefusalCode, message?: string, sessionId?: string): void {
    this.send(refusalFrame(code, message, sessionId));
  }

  private send(frame: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      // It resumes by cursor; holding its frames would let one sleeping tablet eat the memory of all.
      this.end(closeCodes.tooSlow, 'too slow');
      return;
    }
    this.socket.send(frame);
  }

  /** Closes by name; from here on nothing more is sent. */
  private end(code: number, reason: string): void {
    this.socket.close(code, reason);
    this.close();
  }

  private ping(): void {
    if (this.answered) this.socket.ping();
    else this.socket.terminate();
    this.answered = false;
  }

  private close(): void {
    clearInterval(this.timer);
    this.services.stream.rights.release(this.held);
    for (const sessionId of [...this.subscriptions.keys()]) this.unsubscribe(sessionId);
    this.unwatchBoard();
  }
}
