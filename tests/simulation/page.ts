import { type AnyNewEntry, formatInstant } from '@tandem/domain';
import { entriesReplySchema, problemSchema } from '@tandem/wire';
import { NoAnswerError, ProblemError, REQUEST_LIMIT_MS } from '../../apps/web/src/data/api.ts';
import { outcomeOf } from '../../apps/web/src/data/entry-transport.ts';
import type { Outbox, SendOutcome } from '../../apps/web/src/data/outbox.ts';
import type { OutboxItem } from '../../apps/web/src/data/outbox-shelf.ts';
import { createSessionSocket, type SessionSocket } from '../../apps/web/src/data/session-socket.ts';
import { createSessionStore, type SessionStore } from '../../apps/web/src/data/session-store.ts';
import type { SocketLike } from '../../apps/web/src/data/socket-states.ts';
import { outboxOf } from './dashboard-outbox.ts';
import type { Device } from './device.ts';
import type { HttpAnswer, HttpRequest } from './http-side.ts';
import { PageTime } from './page-time.ts';
import { SESSION } from './people.ts';

/** What a person is about to record. `happenedMs` null: now, by this page's idea of the clinic's clock. */
export interface Recording {
  readonly id: string;
  readonly kind: AnyNewEntry['kind'];
  readonly data: unknown;
  readonly happenedMs: number | null;
  readonly lateReason?: string;
}

/** One tab with the room of the session open: the dashboard's own outbox, socket and store, as `live.ts` joins them. */
export class Page {
  readonly time: PageTime;
  readonly outbox: Outbox;
  readonly socket: SessionSocket;
  readonly store: SessionStore;
  readonly bornAtMs: number;
  private offsetMs: number | null = null;

  constructor(
    readonly device: Device,
    /** Entries of one lane keep their order: those of one tab and of the pages that followed it there. */
    readonly lane: string,
  ) {
    const { world, person, clock } = device;
    const scheduler = new PageTime(world, clock);
    this.time = scheduler;
    this.bornAtMs = world.time.nowMs;
    const rng = world.rng(`page ${lane} ${device.pagesMade}`);
    const random = () => rng.next();
    this.outbox = outboxOf({
      send: world.sabotage.send((item) => this.send(item)),
      scheduler,
      random,
      kept: device.kept,
      read: world.sabotage.shelf,
      write: (store) =>
        new Promise((resolve) => {
          scheduler.after(rng.int(1, 8), () => {
            store();
            resolve();
          });
        }),
    });
    this.outbox.speakAs({ personId: person.id, role: person.role });
    this.socket = createSessionSocket({ open: () => this.open(), scheduler, random, rightsChanged() {} });
    this.socket.subscribe(() => {
      const state = this.socket.state();
      if (state.type !== 'live') return;
      this.offsetMs = Math.round(state.clockOffsetMs);
      this.outbox.retryNow();
    });
    const { author } = person;
    this.store = createSessionStore({
      sessionId: SESSION,
      socket: this.socket,
      outbox: this.outbox,
      scheduler,
      author,
    });
  }

  /** What `record.ts` does with a form's draft. Resolves once the person sees it as kept. */
  record({ id, kind, data, happenedMs, lateReason }: Recording): Promise<void> {
    const { person, world } = this.device;
    const nowMs = this.time.nowMs() - (this.offsetMs ?? 0);
    const { confirmed, currency } = this.store.view();
    const entry = {
      id,
      kind,
      happenedAt: formatInstant(happenedMs ?? nowMs),
      data,
      context: {
        deviceId: this.device.name,
        knownSeq: confirmed.lastSeq,
        composedAt: formatInstant(nowMs),
        ...(this.offsetMs === null ? {} : { clockOffsetMs: this.offsetMs }),
        ...(currency.type === 'current' ? {} : { offline: true }),
        ...(lateReason === undefined ? {} : { lateReason }),
      },
    } as AnyNewEntry;
    const author = { personId: person.id, role: person.role };
    return this.outbox.add({ sessionId: SESSION, entry, line: '', author, epoch: world.log.epoch });
  }

  /** One call over HTTP. @throws NoAnswerError when nobody knows what became of it */
  post(what: HttpRequest['what'], body: unknown): Promise<HttpAnswer> {
    const { person, link, world } = this.device;
    const { time } = this;
    return new Promise((resolve, reject) => {
      const end = () => reject(new NoAnswerError('no answer'));
      const cancel = time.after(REQUEST_LIMIT_MS, end);
      const settle = (task: () => void) => {
        cancel();
        time.awake(task);
      };
      link.request(
        { person, what, epoch: world.log.epoch, body: JSON.stringify(body) },
        { answered: (answer) => settle(() => resolve(answer)), broke: () => settle(end) },
      );
    });
  }

  /** The browser says that the page may run again. */
  woke(told: boolean): void {
    if (told) this.socket.woke(true);
    this.outbox.retryNow();
  }

  /** Closed, reloaded or crashed: nothing of it runs on, and the kernel closes its socket. */
  end(): void {
    this.time.alive = false;
    this.socket.close();
  }

  private async send(item: OutboxItem): Promise<SendOutcome> {
    try {
      const { status, body } = await this.post('entries', { entries: [item.entry] });
      const json: unknown = JSON.parse(body);
      if (status >= 300) throw new ProblemError(problemSchema.parse(json), null);
      entriesReplySchema.parse(json);
      return { type: 'stored' };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  private open(): SocketLike {
    const line = this.device.link.open(this.device.person);
    const like: SocketLike = {
      send: (text) => line.send(text),
      close: () => line.close(),
      onmessage: null,
      onclose: null,
    };
    line.onframe = (frame) =>
      this.time.awake(() => {
        this.device.watch.delivered(this, frame);
        like.onmessage?.({ data: frame.text });
      });
    line.onend = (code) => this.time.awake(() => like.onclose?.({ code }));
    return like;
  }
}
