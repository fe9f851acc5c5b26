import type { OutboxItem } from '../../apps/web/src/data/outbox-shelf.ts';
import type { Link } from './link.ts';
import { Page, type PageHome, type PageWatch } from './page.ts';
import type { DeviceTime } from './page-time.ts';
import type { Person } from './people.ts';
import { BrowserTabs } from './tabs.ts';
import type { World } from './world.ts';

/** One tablet or computer in one person's hands. */
export class Device implements PageHome {
  readonly clock: DeviceTime = {
    skewMs: 0,
    movedAtMs: 0,
    asleepSinceMs: null,
    stoodMs: 0,
    timersStop: false,
    held: [],
  };
  /** Survives every page of this browser. */
  readonly kept = new Map<string, OutboxItem>();
  readonly tabs = new BrowserTabs();
  readonly pages: Page[] = [];
  pagesMade = 0;
  wokeAtMs = 0;
  private lanes = 0;

  constructor(
    readonly world: World,
    readonly watch: PageWatch,
    readonly person: Person,
    readonly name: string,
    readonly link: Link,
  ) {}

  /** Opens the room in a new tab. */
  open(): Page {
    this.lanes += 1;
    return this.make(`${this.name}.${this.lanes}`);
  }

  /** The page goes, what the browser keeps stays, and a new page takes its place. */
  reload(page: Page): void {
    page.end();
    this.pages.splice(this.pages.indexOf(page), 1);
    this.make(page.lane);
  }

  get isAsleep(): boolean {
    return this.clock.asleepSinceMs !== null;
  }

  sleep(timersStop: boolean): void {
    this.clock.asleepSinceMs = this.world.time.nowMs;
    this.clock.timersStop = timersStop;
  }

  /** @param told the browser says that the page stood still; else only the clock shows it */
  wake(told: boolean): void {
    const { clock } = this;
    if (clock.asleepSinceMs === null) return;
    const { time, sabotage } = this.world;
    const sleptMs = time.nowMs - clock.asleepSinceMs;
    clock.asleepSinceMs = null;
    if (clock.timersStop) clock.stoodMs += sleptMs;
    this.wokeAtMs = time.nowMs;
    const { held } = clock;
    clock.held = [];
    for (const { task, delayMs } of held) time.after(delayMs, task);
    for (const page of this.pages) this.watch.woke(page, sleptMs);
    if (!sabotage.noticesSleep) clock.skewMs -= sleptMs;
    else for (const page of this.pages) time.after(0, () => page.time.alive && page.woke(told));
  }

  private make(lane: string): Page {
    this.pagesMade += 1;
    const page = new Page(this, lane);
    this.pages.push(page);
    this.watch.follow(page);
    return page;
  }
}
