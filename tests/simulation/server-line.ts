import type { Login } from '@tandem/api/auth/login.ts';
import { refused } from '@tandem/api/refusal-error.ts';
import type { Services } from '@tandem/api/services.ts';
import { FrameBudget } from '@tandem/api/stream/frame-budget.ts';
import { frameOf } from '@tandem/api/stream/frames.ts';
import type { Hub } from '@tandem/api/stream/hub.ts';
import { Watching } from '@tandem/api/stream/watching.ts';
import { may } from '@tandem/domain';
import { closeCodes, MIN_WIRE_VERSION, upFrameSchema, WIRE_VERSION } from '@tandem/wire';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** What a line asks of the process it ends in. */
export interface ServerProcess {
  readonly world: World;
  readonly hub: Hub;
  /** Its own clock in the handshake, beside the right one. */
  readonly skewMs: number;
  readonly lines: Set<ServerLine>;
  read<T>(look: () => T): Promise<T>;
}

/**
 * The server's end of one socket: what `connection.ts` does with a WebSocket, around the server's own `Watching`.
 * Presence and board, which live in SQL, hear nothing and say nothing.
 */
export class ServerLine {
  private readonly watching: Watching;
  private readonly budget: FrameBudget;
  private readonly say: (text: string) => void;
  private over = false;

  constructor(
    private readonly process: ServerProcess,
    readonly person: Person,
    private readonly sent: (text: string) => void,
    private readonly ended: (code: number) => void,
  ) {
    const { log, sabotage, time } = process.world;
    this.budget = new FrameBudget(() => time.nowMs);
    const { clinicId } = log;
    const { role, id: personId, author } = person;
    const login = { loginId: personId, personId, clinicId, role, author } as Login;
    this.say = sabotage.downLine((text) => {
      if (!this.over) this.sent(text);
    });
    this.watching = new Watching(login, this.services(), this.say, () => time.nowMs);
  }

  greet(): void {
    const { log, trueMs } = this.process.world;
    const serverTime = new Date(trueMs() + this.process.skewMs).toISOString();
    const { epoch } = log;
    const build = 'simulated';
    this.say(
      frameOf({ type: 'hello', wire: WIRE_VERSION, minWire: MIN_WIRE_VERSION, build, epoch, serverTime }),
    );
  }

  receive(text: string): void {
    if (this.over) return;
    if (!this.budget.take()) {
      this.close(closeCodes.policy);
      return;
    }
    const frame = upFrameSchema.safeParse(JSON.parse(text));
    if (!frame.success) throw new Error(`the dashboard sent what is no frame: ${text}`);
    this.watching.handle(frame.data);
  }

  /** The client closed it, or ping found it dead. */
  gone(): void {
    if (this.over) return;
    this.over = true;
    this.watching.end();
    this.process.lines.delete(this);
  }

  /** The process died: nothing is tidied up, the other end is told by the kernel. */
  lostByServer(): void {
    this.over = true;
    this.ended(1006);
  }

  private close(code: number): void {
    this.gone();
    this.ended(code);
  }

  /** What `Watching` uses of them. */
  private services(): Services {
    const { process, person } = this;
    const { log, sabotage } = process.world;
    const readable = () => sabotage.mayRead(may(person.role, 'session.read', log.state.status));
    return {
      // Stands for "may this role read the session now", asked of the database.
      inClinic: async () => {
        if (!(await process.read(readable))) throw refused('role-may-not');
      },
      stream: { hub: process.hub, presence: { join() {}, leave() {}, say: () => true } },
    } as unknown as Services;
  }
}
