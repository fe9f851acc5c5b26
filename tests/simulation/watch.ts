import { mayReadEntry } from '@tandem/domain';
import { Claims, SLACK_MS } from './claims.ts';
import type { Ledger } from './ledger.ts';
import type { Delivered } from './line.ts';
import type { Page, PageWatch } from './page.ts';
import type { World } from './world.ts';

/** A `current` may rest on a reading as old as this when it leaves the server (`FRESH_MS` of the hub). */
const READING_MS = 1_500;

/**
 * Looks over every shoulder while the session runs: what screens claim, what reaches whom, and what people are told,
 * for the ledger. It reads frames and views and asks nothing of the code under test.
 */
export class Watch implements PageWatch {
  readonly broken: string[] = [];
  private readonly claims: Claims;
  private readonly seenSeq = new Map<Page, number>();

  constructor(
    private readonly world: World,
    private readonly ledger: Ledger,
  ) {
    this.claims = new Claims(world, (what) => this.found(what));
  }

  follow(page: Page): void {
    this.claims.follow(page);
    page.store.subscribe(() => this.looked(page));
    page.outbox.subscribe(() => {
      for (const { id, status, problem } of page.outbox.items()) {
        if (status === 'stored') this.ledger.confirmed(id);
        if (status === 'refused') this.ledger.refused(id, problem?.title ?? '');
      }
    });
  }

  delivered(page: Page, frame: Delivered): void {
    const { text, sentAtMs } = frame;
    const { trace, figures } = this.world;
    figures.frames += 1;
    trace.mix(`${page.lane}<${text.length}`);
    if (text.startsWith('{"type":"current"')) {
      const lastSeq = Number(/"lastSeq":(\d+)/.exec(text)?.[1]);
      const passedAtMs = this.world.log.committedAtMs[lastSeq + 1] ?? Number.POSITIVE_INFINITY;
      if (sentAtMs - passedAtMs > READING_MS + SLACK_MS)
        this.found(`(vi) current ${lastSeq} was sent to ${page.lane} on an old reading`);
      this.claims.heardCurrent(page, frame);
    }
    if (text.startsWith('{"type":"entries"')) this.read(page, text);
  }

  committed(seq: number): void {
    const { log, trace } = this.world;
    const entry = log.stream.sealed[seq - 1]?.entry;
    trace.note(`log takes ${seq} ${entry?.kind} ${entry?.id.slice(0, 8)} of ${entry?.author.role}`);
    this.claims.grown();
  }

  woke(page: Page, sleptMs: number): void {
    this.claims.woke(page, sleptMs);
  }

  /** (iv) Nobody gets what their role may not read: by the role table, on the raw frame. */
  private read({ device }: Page, text: string): void {
    const { role } = device.person;
    if (role !== 'lead' && role !== 'admin') return;
    // The frame may be older than this status; a status only ever opens more to those who look in from outside.
    const { status } = this.world.log.state;
    for (const { seq, kind, data } of JSON.parse(text).entries) {
      const target = this.kindOf(data?.entryId);
      if (data !== null && !mayReadEntry(role, kind, status, target))
        this.found(`(iv) ${role} was sent ${kind} ${seq} of a session that is ${status}`);
    }
  }

  private kindOf(id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.world.log.entries().find((entry) => entry.id === id)?.kind;
  }

  private looked(page: Page): void {
    const { confirmed } = page.store.view();
    for (let seq = (this.seenSeq.get(page) ?? 0) + 1; seq <= confirmed.lastSeq; seq += 1)
      this.ledger.confirmed(confirmed.items.at(seq - 1)?.entry.id ?? '');
    this.seenSeq.set(page, confirmed.lastSeq);
    this.claims.look(page);
  }

  private found(what: string): void {
    this.world.trace.note(`BROKEN: ${what}`);
    this.broken.push(what);
  }
}
