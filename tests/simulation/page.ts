import { type AnyNewEntry, formatInstant } from '@tandem/domain';
import type { Outbox } from '../../apps/web/src/data/outbox-types.ts';
import { createSessionSocket, type SessionSocket } from '../../apps/web/src/data/session-socket.ts';
import { createSessionStore, type SessionStore } from '../../apps/web/src/data/session-store.ts';
import type { SocketLike } from '../../apps/web/src/data/socket-states.ts';
import { type Kept, outboxOf } from './dashboard-outbox.ts';
import type { HttpAnswer, HttpRequest } from './http-side.ts';
import type { Delivered } from './line.ts';
import type { Link } from './link.ts';
import { post, sendEntry } from './page-calls.ts';
import { type DeviceTime, PageTime } from './page-time.ts';
import { type Person, SESSION } from './people.ts';
import type { BrowserTabs } from './tabs.ts';
import type { World } from './world.ts';

/** What a person is about to record. `happenedMs` null: now, by this page's idea of the clinic's clock. */
export interface Recording {
  readonly id: string;
  readonly kind: AnyNewEntry['kind'];
  readonly data: unknown;
  readonly happenedMs: number | null;
  readonly lateReason?: string;
}

/** The device that a page is open on. */
export interface PageHome {
  readonly world: World;
  readonly person: Person;
  readonly name: string;
  readonly link: Link;
  readonly clock: DeviceTime;
  readonly kept: Kept;
  readonly tabs: BrowserTabs;
  readonly pagesMade: number;
  readonly isAsleep: boolean;
  readonly wokeAtMs: number;
  readonly watch: PageWatch;
}

/** Who looks over the shoulder. */
export interface PageWatch {
  follow(page: Page): void;
  delivered(page: Page, frame: Delivered): void;
  woke(page: Page, sleptMs: number): void;
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
    readonly device: PageHome,
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
      send: world.sabotage.send((item) => sendEntry(item, (body) => this.post('entries', body))),
      scheduler,
      random,
      kept: device.kept,
      tabs: device.tabs.of(scheduler),
      read: world.sabotage.shelf,
      write: (store) =>
        new Promise((resolve) => {
          scheduler.after(rng.int(1, 8), () => {
            store();
            resolve();
          });
        }),
    });
    this.outbox.speakAs({ ...authorOf(this.device), epoch: world.log.epoch, offlineMode: true });
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
      scheduler: world.sabotage.curtain(scheduler),
      author,
    });
  }

  /** What `record.ts` does with a form's draft. Resolves once the person sees it as kept. */
  record({ id, kind, data, happenedMs, lateReason }: Recording): Promise<void> {
    const { world } = this.device;
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
    const author = authorOf(this.device);
    return this.outbox.add({ sessionId: SESSION, entry, line: '', author, epoch: world.log.epoch });
  }

  /** One call over HTTP. @throws NoAnswerError when nobody knows what became of it */
  post(what: HttpRequest['what'], body: unknown): Promise<HttpAnswer> {
    return post(this.device, this.time, what, body);
  }

  /** The browser says that the page may run again. */
  woke(told: boolean): void {
    if (told) this.socket.woke(true);
    this.outbox.retryNow();
  }

  /** Closed, reloaded or crashed: nothing of it runs on, and the kernel closes its socket. */
  end(): void {
    this.time.alive = false;
    this.device.tabs.ended(this.time);
    this.socket.close();
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

function authorOf({ person: { id, role, author }, world }: PageHome) {
  return { personId: id, clinicId: world.log.clinicId, name: author.name, role };
}
