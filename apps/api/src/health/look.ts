import type { Health } from '@tandem/wire';
import type { Nightly } from '../backup/nightly.ts';
import { standingOf } from '../backup/standing.ts';
import type { HouseClock } from '../db/house-clock.ts';
import type { Saving } from '../db/saving.ts';
import type { WriteCheck } from '../db/write-check.ts';
import type { Stream } from '../stream/stream.ts';
import type { Disks } from './disks.ts';
import type { LateArrivals } from './late-arrivals.ts';
import { certificateHealth, clockHealth, waitingHealth } from './verdicts.ts';

export interface HealthParts {
  readonly check: WriteCheck;
  readonly saving: Pick<Saving, 'can'>;
  readonly nightly: Nightly;
  readonly disks: Disks;
  readonly holdDatabase: boolean;
  readonly clock: HouseClock;
  readonly stream: Pick<Stream, 'hearing' | 'presence'>;
  readonly lateArrivals: LateArrivals;
  readonly certificate: () => { readonly notAfter: string } | null;
  readonly build: string;
  readonly epoch: string;
}

/** How this process and its installation stand, asked anew each time: for the health page and for `/metrics`. */
export class HealthLook {
  constructor(private readonly parts: HealthParts) {}

  async look(): Promise<Health> {
    const { check, saving, nightly, disks, clock, stream, lateArrivals, ...parts } = this.parts;
    const [{ reachable, writable }, heard, folders] = await Promise.all([
      check.state(),
      stream.hearing.comesThrough(),
      disks.look(),
    ]);
    const nowMs = Date.now();
    const houseMs = clock.nowMs();
    return {
      at: new Date(nowMs).toISOString(),
      // A full disk may still take the message of the check: a write that was refused knows better.
      database: { reachable, writable: writable && saving.can },
      ...standingOf(nightly, nowMs),
      disks: { holdDatabase: parts.holdDatabase, folders },
      clock: clockHealth(clock.differsByMs()),
      hints: {
        heard,
        ownAt: instantOf(stream.hearing.last('own')),
        othersAt: instantOf(stream.hearing.last('others')),
        red: reachable && !heard,
      },
      waiting: waitingHealth(stream.presence.waitingMs(), lateArrivals.longest(houseMs)),
      certificate: certificateHealth(parts.certificate(), houseMs),
      build: parts.build,
      epoch: parts.epoch,
    };
  }
}

const instantOf = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
