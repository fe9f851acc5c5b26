import { firstIssue } from '@tandem/domain';
import { closeCodes, MIN_WIRE_VERSION, type UpFrame, upFrameSchema, WIRE_VERSION } from '@tandem/wire';
import type { FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import type { Services } from '../services.ts';
import { FrameBudget } from './frame-budget.ts';
import { frameOf, refusalFrame } from './frames.ts';
import type { Held } from './rights.ts';
import { Watching } from './watching.ts';

const PING_MS = 10_000;
const MAX_BUFFERED_BYTES = 1_048_576;

/** One client's socket, kept honest: frames checked and counted, rights held, the slow and the silent dropped. */
export class Connection {
  private readonly budget = new FrameBudget();
  private readonly timer: NodeJS.Timeout;
  private readonly held: Held;
  private readonly watching: Watching;
  private answered = true;
  private over = false;

  constructor(
    private readonly socket: WebSocket,
    request: FastifyRequest,
    private readonly services: Services,
    build: string,
  ) {
    const { login } = request;
    this.watching = new Watching(login, services, (frame) => this.send(frame));
    socket.on('message', (data, isBinary) => this.receive(data.toString(), isBinary));
    socket.on('pong', () => {
      this.answered = true;
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.stop());
    this.timer = setInterval(() => this.ping(), PING_MS);
    const { loginId, clinicId, personId, role } = login;
    this.held = {
      ...{ loginId, clinicId, personId, role },
      followed: () => this.watching.followed(),
      endSession: (sessionId) => this.watching.notOnTeam(sessionId),
      close: (code, reason) => this.end(code, reason),
    };
    services.stream.rights.hold(this.held);
    const { epoch, clock } = services;
    // Devices measure their clocks against it, and their entries are held to the database's.
    const serverTime = new Date(clock.nowMs()).toISOString();
    this.send(
      frameOf({ type: 'hello', wire: WIRE_VERSION, minWire: MIN_WIRE_VERSION, build, epoch, serverTime }),
    );
  }

  /** Synchronous and catching everything: nothing that a client sends may end the process. */
  private receive(text: string, isBinary: boolean): void {
    // Frames that were under way when the socket was closed by name.
    if (this.over) return;
    if (!this.budget.take()) {
      this.end(closeCodes.policy, 'too many messages');
      return;
    }
    try {
      const frame = isBinary ? refusalFrame('invalid', 'Send text frames.') : readUp(text);
      if (typeof frame === 'string') this.send(frame);
      else this.watching.handle(frame);
    } catch {
      this.send(refusalFrame('internal'));
    }
  }

  private send(frame: string): void {
    if (this.over || this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      // It resumes by cursor; holding its frames would let one sleeping tablet eat the memory of all.
      this.end(closeCodes.tooSlow, 'too slow');
      return;
    }
    this.socket.send(frame);
  }

  private ping(): void {
    if (this.answered) this.socket.ping();
    else this.socket.terminate();
    this.answered = false;
  }

  /** Closes by name; from here on nothing more is sent. */
  private end(code: number, reason: string): void {
    this.stop();
    this.socket.close(code, reason);
  }

  private stop(): void {
    this.over = true;
    clearInterval(this.timer);
    this.services.stream.rights.release(this.held);
    this.watching.end();
  }
}

/** The frame, or the refusal to send back. */
function readUp(text: string): UpFrame | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refusalFrame('malformed-json');
  }
  const parsed = upFrameSchema.safeParse(json);
  return parsed.success ? parsed.data : refusalFrame('invalid', firstIssue(parsed.error).sentence);
}
