import { firstIssue, may, type RefusalCode, refusalTable } from '@tandem/domain';
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
import { FrameBudget } from './frame-budget.ts';
import { frameOf } from './hub.ts';
import type { Subscription } from './subscription.ts';

const PING_MS = 10_000;
const MAX_BUFFERED_BYTES = 1_048_576;
const RIGHTS_MS = 2_000;

/** One client: what it asks for, what it watches, and how its socket is kept honest. */
export class Connection {
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly budget = new FrameBudget();
  private readonly login: Login;
  private readonly timers: NodeJS.Timeout[];
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
    this.timers = [
      setInterval(() => this.ping(), PING_MS),
      setInterval(() => void this.checkRights(request.headers.cookie), RIGHTS_MS),
    ];
    const { epoch } = services;
    const serverTime = new Date().toISOString();
    this.send(
      frameOf({ type: 'hello', wire: WIRE_VERSION, minWire: MIN_WIRE_VERSION, build, epoch, serverTime }),
    );
  }

  private receive(text: string, isBinary: boolean): void {
    try {
      if (!this.budget.take()) {
        this.socket.close(closeCodes.policy, 'too many messages');
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
    const before = this.subscriptions.get(frame.sessionId);
    if (before !== undefined) {
      this.services.hub.remove(before);
      this.subscriptions.delete(frame.sessionId);
    }
    if (frame.type === 'unsubscribe') return;
    if (this.subscriptions.size >= MAX_SUBSCRIPTIONS) {
      this.refuse(
        'invalid',
        `At most ${MAX_SUBSCRIPTIONS} sessions on one socket. Unsubscribe one first.`,
        frame.sessionId,
      );
      return;
    }
    const subscription: Subscription = {
      clinicId: this.login.clinicId,
      sessionId: frame.sessionId,
      role: this.login.role,
      cursor: frame.after,
      busy: false,
      again: false,
      // Live only while it is the one in the map: a late page of a replaced subscription is not sent.
      send: (text) => {
        if (this.subscriptions.get(frame.sessionId) === subscription) this.send(text);
      },
    };
    this.subscriptions.set(frame.sessionId, subscription);
    void this.open(subscription);
  }

  private async open(subscription: Subscription): Promise<void> {
    try {
      await this.services.inClinic(this.login.clinicId, async (scope) => {
        await requireReadable(scope, this.login, subscription.sessionId);
        await recordRead(scope, this.login, subscription.sessionId);
      });
      if (this.subscriptions.get(subscription.sessionId) === subscription)
        this.services.hub.add(subscription);
    } catch (error) {
      if (this.subscriptions.get(subscription.sessionId) === subscription) {
        this.subscriptions.delete(subscription.sessionId);
      }
      const refusal = error instanceof RefusalError ? error.refusal : null;
      this.refuse(refusal?.refused ?? 'unavailable', refusal?.detail, subscription.sessionId);
    }
  }

  private refuse(code: RefusalCode, message: string = refusalTable[code].sentence, sessionId?: string): void {
    this.send(frameOf({ type: 'error', code, message, ...(sessionId === undefined ? {} : { sessionId }) }));
  }

  private send(frame: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      // It resumes by cursor; holding its frames would let one sleeping tablet eat the memory of all.
      this.socket.close(closeCodes.tooSlow, 'too slow');
      this.close();
      return;
    }
    this.socket.send(frame);
  }

  private ping(): void {
    if (this.answered) this.socket.ping();
    else this.socket.terminate();
    this.answered = false;
  }

  /** Rights are re-read at most 2 s later: an ended login and changed rights close the socket. */
  private async checkRights(cookie: string | undefined): Promise<void> {
    try {
      const login = await this.services.logins.resolve(cookie);
      if (login === null) this.socket.close(closeCodes.loginEnded, 'login ended');
      else if (login.role !== this.login.role || !may(login.role, 'session.read')) {
        this.socket.close(closeCodes.rightsChanged, 'rights changed');
      }
    } catch {
      // The database does not answer: nobody's rights changed, and the poll already says head-unknown.
    }
  }

  private close(): void {
    for (const timer of this.timers) clearInterval(timer);
    for (const subscription of this.subscriptions.values()) this.services.hub.remove(subscription);
    this.subscriptions.clear();
  }
}
