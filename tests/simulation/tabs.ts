import type { Tabs } from '../../apps/web/src/data/outbox-tabs.ts';
import type { PageTime } from './page-time.ts';

interface Turn {
  readonly page: PageTime;
  run(): void;
}

/** What a browser gives its tabs: locks that end with the page that holds them, and a channel to the others. */
export class BrowserTabs {
  private readonly holders = new Map<string, Turn>();
  private readonly queues = new Map<string, Turn[]>();
  private readonly listeners = new Map<PageTime, (() => void)[]>();

  of(page: PageTime): Tabs {
    this.listeners.set(page, []);
    return {
      exclusively: (name, task) =>
        new Promise((resolve, reject) => {
          const run = () => {
            void task()
              .then(resolve, reject)
              .then(() => this.next(name, page));
          };
          const queue = this.queues.get(name) ?? [];
          this.queues.set(name, [...queue, { page, run }]);
          if (!this.holders.has(name)) this.next(name, null);
        }),
      changed: () => {
        for (const [other, tasks] of this.listeners) {
          if (other !== page) for (const task of tasks) other.after(1, task);
        }
      },
      onChange: (task) => this.listeners.get(page)?.push(task),
    };
  }

  /** The page is gone: what it held is free, and what it waited for it wants no more. */
  ended(page: PageTime): void {
    this.listeners.delete(page);
    for (const [name, queue] of this.queues)
      this.queues.set(
        name,
        queue.filter((turn) => turn.page !== page),
      );
    for (const [name, { page: holder }] of [...this.holders]) if (holder === page) this.next(name, page);
  }

  /** @param by who had it; a page that is gone gives nothing back twice */
  private next(name: string, by: PageTime | null): void {
    if (by !== null && this.holders.get(name)?.page !== by) return;
    const [turn, ...rest] = this.queues.get(name) ?? [];
    this.queues.set(name, rest);
    if (turn === undefined) this.holders.delete(name);
    else {
      this.holders.set(name, turn);
      turn.run();
    }
  }
}
