import type { HubReads } from '@tandem/api/stream/hub.ts';
import type { OutboxItem } from '../../apps/web/src/data/outbox-shelf.ts';
import type { SendOutcome } from '../../apps/web/src/data/outbox-types.ts';
import type { Scheduler } from '../../apps/web/src/data/scheduler.ts';
import type { Handled } from './http-side.ts';

/** The places where a part can be made to fail on purpose. The honest one changes nothing. */
export interface Sabotage {
  /** A request's turn in the database. */
  handle(doIt: () => Handled): Handled;
  /** The server's answer to "may this role read the session now". */
  mayRead(may: boolean): boolean;
  reads(reads: HubReads): HubReads;
  /** Frames of one line, as the server sends them, its greeting too. */
  downLine(send: (text: string) => void): (text: string) => void;
  send(send: (item: OutboxItem) => Promise<SendOutcome>): (item: OutboxItem) => Promise<SendOutcome>;
  /** What a page finds on its shelf. */
  shelf(items: readonly OutboxItem[]): readonly OutboxItem[];
  /** The scheduler of a session's store: its one timer is the stale curtain. */
  curtain(scheduler: Scheduler): Scheduler;
  /** False: a page's clock stands still while the device sleeps, and nobody tells it. */
  readonly noticesSleep: boolean;
}

export const honest: Sabotage = {
  handle: (doIt) => doIt(),
  mayRead: (may) => may,
  reads: (reads) => reads,
  downLine: (send) => send,
  send: (send) => send,
  shelf: (items) => items,
  curtain: (scheduler) => scheduler,
  noticesSleep: true,
};
