import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../db/connect.ts';
import { ProcessLock } from '../db/process-lock.ts';
import { backUp, type NightPlan } from './night.ts';
import { type LastRun, Shelf } from './shelf.ts';

const DAY_MS = 24 * 3_600_000;
/** A failed night is tried again: a disk may have been plugged in, room may have been made. */
const AGAIN_MS = 3_600_000;
const LOOK_EVERY_MS = 20_000;
/** A missed night is made up after the start, not during it. */
const CATCH_UP_MS = 60_000;
const STOP_WAITS_MS = 5_000;

export interface Places {
  /** Time of night by this computer's clock; null: never. */
  readonly at: { readonly hours: number; readonly minutes: number } | null;
  /** How many are kept in each place. */
  readonly keep: number;
  /** Whole paths; null: nowhere. */
  readonly dir: string | null;
  readonly secondDir: string | null;
  /** `dir` is made when it is not there: for the default place only. A disk that is not mounted is not to be made. */
  readonly makesDir: boolean;
}
export const nowhere: Places = { at: null, keep: 1, dir: null, secondDir: null, makesDir: false };

export interface NightlyOptions {
  readonly database: Pick<Database, 'appUrl' | 'backupUrl'>;
  readonly epoch: string;
  readonly places: Places;
  /** A person must act: words and codes only, no content. */
  readonly error: (sentence: string) => void;
}

/** Where backups go and how they stand, for whoever asks; `start` makes them, in one process of all. */
export class Nightly {
  /** Null: this process makes none. */
  readonly shelf: Shelf | null;
  readonly second: Shelf | null;
  readonly at: Places['at'];
  private lock: ProcessLock | null = null;
  private timer: NodeJS.Timeout | null = null;
  private working: Promise<void> | null = null;
  private dueMs = Number.POSITIVE_INFINITY;
  /** Of this process's last run, where the folder could not hold it. */
  private unnoted: LastRun | null = null;

  constructor(private readonly options: NightlyOptions) {
    const { places, epoch } = options;
    const on = places.at !== null && places.dir !== null;
    this.shelf = on ? new Shelf(places.dir as string, epoch) : null;
    this.at = on ? places.at : null;
    this.second = on && places.secondDir !== null ? new Shelf(places.secondDir, epoch) : null;
  }

  /** How the last run went, whichever process made it. */
  lastRun(): LastRun | null {
    return this.unnoted ?? this.shelf?.lastRun() ?? null;
  }

  /** From now on, until `stop`. @param catchUpMs when a missed night is made up, after the start */
  start(catchUpMs = CATCH_UP_MS, nowMs = Date.now()): void {
    if (this.shelf === null) return;
    this.lock = new ProcessLock(this.options.database.appUrl, 'backup');
    const newestMs = this.shelf.files()[0]?.atMs ?? 0;
    this.dueMs = nowMs - newestMs > DAY_MS ? nowMs + catchUpMs : this.nextNight(nowMs);
    const look = () => {
      this.working ??= this.look(Date.now()).finally(() => {
        this.working = null;
      });
    };
    this.timer = setInterval(look, Math.min(LOOK_EVERY_MS, Math.max(catchUpMs, 10)));
    this.timer.unref();
  }

  /** Waits for a backup that is being written, but not for long: one that is cut off leaves no file, and is made up. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await Promise.race([this.working, sleep(STOP_WAITS_MS, undefined, { ref: false })]);
    await this.lock?.close();
  }

  private async look(nowMs: number): Promise<void> {
    const { shelf, lock } = this;
    if (nowMs < this.dueMs || shelf === null || lock === null) return;
    // Whoever holds it keeps it: the others come to this line every time, and take over when that process ends.
    if (!(await lock.held().catch(() => false))) return;
    const madeMs = shelf.files()[0]?.atMs ?? 0;
    const isDone = madeMs > this.dueMs - AGAIN_MS || (await this.run(shelf, nowMs));
    this.dueMs = isDone ? this.nextNight(nowMs) : nowMs + AGAIN_MS;
  }

  private async run(shelf: Shelf, nowMs: number): Promise<boolean> {
    const { database, places } = this.options;
    const plan: NightPlan = { source: database, shelf, second: this.second, ...places };
    const run = await backUp(plan, nowMs);
    try {
      shelf.note(run);
      this.unnoted = null;
    } catch {
      this.unnoted = run;
    }
    this.tell(run);
    return run.problem === null;
  }

  private tell({ problem, newest, second }: LastRun): void {
    const { error } = this.options;
    if (problem !== null) error(`No backup could be made (${problem}). It is tried again in an hour.`);
    else if (newest?.verified === false)
      error('The backup holds a session whose record does not verify. Run npm run verify.');
    if (second.problem !== null) error(`The backup was not copied to BACKUP_SECOND_DIR (${second.problem}).`);
  }

  /** The next moment at which this computer's clock shows the time of night, also over a change of summer time. */
  private nextNight(afterMs: number): number {
    const { hours, minutes } = this.options.places.at ?? { hours: 0, minutes: 0 };
    const night = new Date(afterMs);
    night.setHours(hours, minutes, 0, 0);
    if (night.getTime() <= afterMs) night.setDate(night.getDate() + 1);
    return night.getTime();
  }
}
