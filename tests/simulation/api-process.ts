import type { CommittedStream } from '@tandem/api/log/requests.ts';
import { Hub } from '@tandem/api/stream/hub.ts';
import { POLL_MS } from '@tandem/api/stream/stream.ts';
import type { Rng } from '@tandem/scenarios';
import { type HttpAnswer, type HttpRequest, handle } from './http-side.ts';
import type { Person } from './people.ts';
import { ServerLine, type ServerProcess } from './server-line.ts';
import type { World } from './world.ts';

/**
 * One API process: the server's own hub and subscriptions on a modelled database. It can be killed, started again
 * and frozen; what it was about to do then is lost, or happens when it thaws.
 */
export class ApiProcess implements ServerProcess {
  state: 'up' | 'down' | 'frozen' = 'down';
  /** The other processes on the same database; told by hints. */
  peers: readonly ApiProcess[] = [];
  /** Its own clock in the handshake, beside the right one. */
  skewMs = 0;
  hub!: Hub;
  readonly lines = new Set<ServerLine>();
  private life = 0;
  private frozen: (() => void)[] = [];
  /** Set by a storm: dies at the next request, before it is committed or right after. */
  doom: { when: 'before' | 'after'; restart: () => void } | null = null;
  private readonly rng: Rng;

  constructor(
    readonly world: World,
    readonly name: string,
  ) {
    this.rng = world.rng(`process ${name}`);
  }

  start(): void {
    if (this.state !== 'down') return;
    this.life += 1;
    this.state = 'up';
    const { log, sabotage, time } = this.world;
    const reads = sabotage.reads({
      heads: () =>
        this.read(() => {
          const { clinicId, sessionId, lastSeq } = log;
          return [{ clinicId, sessionId, lastSeq }];
        }),
      page: (reader) => this.read(() => log.page(reader)),
    });
    this.hub = new Hub(reads, () => time.nowMs);
    const poll = () => {
      void this.hub.poll();
      this.later(POLL_MS, poll);
    };
    this.later(this.rng.int(0, POLL_MS), poll);
  }

  /** kill -9: the kernel closes its sockets, and what was under way is lost wherever it was. */
  crash(): void {
    this.world.struck('api crashed', this.name);
    this.state = 'down';
    this.doom = null;
    this.life += 1;
    this.frozen = [];
    for (const line of this.lines) line.lostByServer();
    this.lines.clear();
  }

  freeze(): void {
    this.world.struck('api frozen', this.name);
    this.state = 'frozen';
  }

  thaw(): void {
    if (this.state !== 'frozen') return;
    this.state = 'up';
    const held = this.frozen;
    this.frozen = [];
    for (const task of held) this.world.time.after(0, this.inThisLife(task));
  }

  /** Runs in this life of the process only, and not while it is frozen. */
  later(delayMs: number, task: () => void): void {
    this.world.time.after(delayMs, this.inThisLife(task));
  }

  request(request: HttpRequest, answered: (answer: HttpAnswer) => void): void {
    const { log, sabotage, databaseMs } = this.world;
    this.later(this.rng.int(1, 12) + log.slowMs, () => {
      if (this.dies('before')) return;
      const { answer, committed } = sabotage.handle(() => handle(log, request, databaseMs()));
      if (committed !== null && this.dies('after')) return;
      if (committed !== null) this.later(this.rng.int(0, 4), () => this.committed(committed));
      this.later(this.rng.int(4, 10), () => {
        answered(answer);
      });
    });
  }

  private dies(when: 'before' | 'after'): boolean {
    const { doom } = this;
    if (doom?.when !== when) return false;
    this.world.struck(when === 'before' ? 'request lost in crash' : 'reply lost in crash');
    this.crash();
    doom.restart();
    return true;
  }

  connect(line: ServerLine): void {
    this.lines.add(line);
    line.greet();
  }

  lineFor(person: Person, sent: (text: string) => void, ended: () => void): ServerLine {
    return new ServerLine(this, person, sent, ended);
  }

  private committed(streams: readonly CommittedStream[]): void {
    this.hub.committed(streams);
    for (const peer of this.peers) {
      if (this.rng.chance(0.1)) {
        this.world.struck('hint lost');
        continue;
      }
      for (const { clinicId, streamId, entries } of streams) {
        const seq = entries.at(-1)?.seq ?? 0;
        peer.hear(this.rng.int(1, 25), () => peer.hub.hint(clinicId, streamId, seq));
      }
    }
  }

  private hear(delayMs: number, hint: () => void): void {
    if (this.state !== 'down') this.later(delayMs, hint);
  }

  /** A statement: asked now, read at some moment of the database, answered later still. */
  read<T>(look: () => T): Promise<T> {
    const { log } = this.world;
    return new Promise((resolve, reject) => {
      this.later(this.rng.int(1, 6), () => {
        const answers = log.answers;
        const seen = answers ? look() : null;
        this.later(this.rng.int(1, 6) + (answers ? log.slowMs : 5_000), () =>
          answers ? resolve(seen as T) : reject(new Error('the database does not answer')),
        );
      });
    });
  }

  private inThisLife(task: () => void): () => void {
    const mine = this.life;
    const run = () => {
      if (mine !== this.life) return;
      if (this.state === 'frozen') this.frozen.push(run);
      else task();
    };
    return run;
  }
}
