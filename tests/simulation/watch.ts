import { mayReadEntry } from '@tandem/domain';
import { STALE_AFTER_MS } from '@tandem/wire';
import { CURTAIN_FALLS_MS } from '../../apps/web/src/data/currency.ts';
import { STOOD_STILL_MS, TICK_MS } from '../../apps/web/src/data/still-watch.ts';
import type { Ledger } from './ledger.ts';
import type { Delivered } from './line.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

/** A `current` may rest on a reading as old as this when it leaves the server (`FRESH_MS` of the hub). */
const READING_MS = 1_500;
/** Deliveries of one moment are told apart by less than this. */
const SLACK_MS = 50;

/**
 * Looks over every shoulder while the session runs: what screens claim (vi), what reaches whom (iv), and what
 * people are told, for the ledger. It reads frames and views and asks nothing of the code under test.
 */
export class Watch {
  readonly broken: string[] = [];
  private readonly pages = new Set<Page>();
  private readonly seenSeq = new Map<Page, number>();
  /** Of the last `current` that a page heard: how old its news was when it came, and when it was sent. */
  private readonly lastCurrent = new Map<Page, { readonly ageMs: number; readonly sentAtMs: number }>();

  constructor(
    private readonly world: World,
    private readonly ledger: Ledger,
  ) {}

  follow(page: Page): void {
    this.pages.add(page);
    page.store.subscribe(() => this.looked(page));
    page.outbox.subscribe(() => {
      for (const { id, status, problem } of page.outbox.items()) {
        if (status === 'stored') this.ledger.confirmed(id);
        if (status === 'refused') this.ledger.refused(id, problem?.title ?? '');
      }
    });
  }

  delivered(page: Page, { text, sentAtMs, cameAtMs }: Delivered): void {
    const { trace, figures } = this.world;
    figures.frames += 1;
    trace.mix(`${page.lane}<${text.length}`);
    if (text.startsWith('{"type":"current"')) {
      const lastSeq = Number(/"lastSeq":(\d+)/.exec(text)?.[1]);
      const passed = this.world.log.committedAtMs[lastSeq + 1] ?? Number.POSITIVE_INFINITY;
      if (sentAtMs - passed > READING_MS + SLACK_MS)
        this.found(
          `(vi) current ${lastSeq} was sent to ${page.lane} ${Math.round(sentAtMs - passed)} ms too late`,
        );
      this.lastCurrent.set(page, { ageMs: Math.max(0, cameAtMs - passed), sentAtMs });
    }
    if (text.startsWith('{"type":"entries"')) this.read(page, text);
  }

  /** (iv) Nobody gets what their role may not read: by the role table, on the raw frame. */
  private read({ device }: Page, text: string): void {
    const { role } = device.person;
    if (role !== 'lead' && role !== 'admin') return;
    const { status } = this.world.log.stream.state;
    for (const { seq, kind, data } of JSON.parse(text).entries) {
      const target = this.kindOf(data?.entryId);
      if (data !== null && !mayReadEntry(role, kind, status, target))
        this.found(`(iv) ${role} was sent ${kind} ${seq} of a session that is ${status}`);
    }
  }

  private kindOf(id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.world.log.entries().find((entry) => entry.id === id)?.kind;
  }

  /** (vi) Five seconds after a commit no screen says `current` without it. */
  committed(seq: number): void {
    const { time } = this.world;
    time.after(STALE_AFTER_MS + 1, () => {
      for (const page of this.pages) this.judge(page, seq);
    });
  }

  /** A page that stood still may not go on claiming what it claimed before. */
  woke(page: Page, sleptMs: number): void {
    if (sleptMs <= STOOD_STILL_MS + TICK_MS) return;
    const { time } = this.world;
    const wokeAtMs = time.nowMs;
    time.after(TICK_MS + SLACK_MS, () => {
      if (wokeAtMs !== page.device.wokeAtMs || !this.claims(page) || this.missing(page) === null) return;
      const saidAtMs = this.lastCurrent.get(page)?.sentAtMs ?? 0;
      if (saidAtMs < wokeAtMs) this.found(`(vi) ${page.lane} woke and still said current`);
    });
  }

  private looked(page: Page): void {
    const { confirmed } = page.store.view();
    for (let seq = (this.seenSeq.get(page) ?? 0) + 1; seq <= confirmed.lastSeq; seq += 1)
      this.ledger.confirmed(confirmed.items.at(seq - 1)?.entry.id ?? '');
    this.seenSeq.set(page, confirmed.lastSeq);
    const missing = this.missing(page);
    if (missing !== null && this.claims(page)) this.judge(page, missing);
  }

  private claims({ time, device, store }: Page): boolean {
    return time.alive && !device.isAsleep && store.view().currency.type === 'current';
  }

  /** The first entry of the log that this screen does not have. */
  private missing({ store }: Page): number | null {
    const next = store.view().confirmed.lastSeq + 1;
    return next <= this.world.log.lastSeq ? next : null;
  }

  private judge(page: Page, seq: number): void {
    if (!this.claims(page) || page.store.view().confirmed.lastSeq >= seq) return;
    const { time, log, figures } = this.world;
    const sinceMs = Math.max(log.committedAtMs[seq] as number, page.bornAtMs, page.device.wokeAtMs);
    const behindMs = time.nowMs - sinceMs;
    // A `current` that was long on its way is as old as its way: the line's delay comes on top (docs/simulation.md).
    const allowedMs = Math.max(STALE_AFTER_MS, CURTAIN_FALLS_MS + (this.lastCurrent.get(page)?.ageMs ?? 0));
    figures.longestBehindMs = Math.max(figures.longestBehindMs, behindMs);
    if (behindMs > allowedMs + SLACK_MS)
      this.found(`(vi) ${page.lane} says current without ${seq} since ${behindMs} ms`);
    else if (behindMs <= allowedMs && behindMs > STALE_AFTER_MS)
      time.after(allowedMs - behindMs + SLACK_MS + 1, () => this.judge(page, seq));
  }

  private found(what: string): void {
    this.world.trace.note(`BROKEN: ${what}`);
    this.broken.push(what);
  }
}
