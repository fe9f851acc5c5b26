import { setTimeout as sleep } from 'node:timers/promises';
import { nextOfDrill } from '@tandem/domain';
import type { InClinic } from '../db/clinic-scope.ts';
import type { Database } from '../db/connect.ts';
import type { HouseClock } from '../db/house-clock.ts';
import type { LogWriter } from '../log/append.ts';
import { drillIds, readDrill } from './read-drills.ts';

interface PlayerParts {
  readonly database: Pick<Database, 'auth'>;
  readonly inClinic: InClinic;
  readonly writer: LogWriter;
  readonly clock: HouseClock;
}

/** Drills that another process began, or that ran when this one started, are found within so long. */
const LOOK_EVERY_MS = 15_000;
/** A database that does not answer is asked again. */
const AGAIN_MS = 2_000;
const SHORTEST_MS = 10;

/**
 * Plays the scripts of running drills. Everything it knows is in the log, so a restart goes on where the drill was, and
 * several processes at once record each step once: its id is that of the step.
 */
export class DrillPlayer {
  private readonly stopping = new AbortController();
  private waking = new AbortController();
  private running: Promise<void> | null = null;
  /** When something is to be played next, by session. */
  private readonly due = new Map<string, { readonly clinicId: string; readonly dueMs: number }>();
  private lookMs = 0;
  private speed = 1;

  constructor(private readonly parts: PlayerParts) {}

  /** From now on, until `stop`. @param speed tests alone: this many times as fast */
  start(speed = 1): void {
    this.speed = speed;
    this.running ??= this.run();
  }

  /** A drill has begun. */
  look(): void {
    this.lookMs = 0;
    this.waking.abort();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.waking.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.waking = new AbortController();
      const waitMs = await this.beat().catch(() => AGAIN_MS);
      if (this.stopping.signal.aborted) return;
      await sleep(Math.max(SHORTEST_MS, waitMs), undefined, { signal: this.waking.signal }).catch(() => {});
    }
  }

  /** Plays what is due. @returns milliseconds until there may be more */
  private async beat(): Promise<number> {
    if (performance.now() >= this.lookMs) {
      await this.find();
      this.lookMs = performance.now() + LOOK_EVERY_MS;
    }
    for (const [id, { clinicId, dueMs }] of this.due) {
      if (dueMs <= this.parts.clock.nowMs()) await this.play(clinicId, id);
    }
    const nowMs = this.parts.clock.nowMs();
    const waits = [...this.due.values()].map(({ dueMs }) => dueMs - nowMs);
    return Math.min(this.lookMs - performance.now(), ...waits);
  }

  private async find(): Promise<void> {
    const clinics = await this.parts.database.auth<{ id: string }[]>`select id from tandem.clinics`;
    for (const { id: clinicId } of clinics) {
      for (const id of await this.parts.inClinic(clinicId, (scope) => drillIds(scope, true)))
        if (!this.due.has(id)) this.due.set(id, { clinicId, dueMs: 0 });
    }
  }

  /** One step of the script, if it is due by the log. */
  private async play(clinicId: string, id: string): Promise<void> {
    const read = await this.parts.inClinic(clinicId, (scope) => readDrill(scope, id));
    const next = read === null ? null : nextOfDrill(read.state, this.speed);
    if (next === null) {
      this.due.delete(id);
      return;
    }
    const nowMs = this.parts.clock.nowMs();
    this.due.set(id, { clinicId, dueMs: next.dueMs });
    if (next.dueMs > nowMs) return;
    // A refusal says that another process, or whoever ended the session, was first: the log is read again.
    await this.parts.writer.append({
      clinicId,
      streamId: id,
      actor: next.actor,
      command: next.command(nowMs),
    });
  }
}
