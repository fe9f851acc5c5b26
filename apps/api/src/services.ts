import type { ReadAudit } from './audit/read-audit.ts';
import type { Logins } from './auth/logins.ts';
import type { Pins } from './auth/pins.ts';
import type { Nightly } from './backup/nightly.ts';
import type { FirstRun } from './clinic/first-clinic.ts';
import type { InClinic } from './db/clinic-scope.ts';
import type { Database } from './db/connect.ts';
import type { HouseClock } from './db/house-clock.ts';
import type { Saving } from './db/saving.ts';
import type { DrillPlayer } from './drills/drill-player.ts';
import type { HealthLook } from './health/look.ts';
import type { LogWriter } from './log/append.ts';
import type { Counted } from './metrics/counted.ts';
import type { AuthorKeys } from './process-notes/author-keys.ts';
import type { InNotes } from './process-notes/scope.ts';
import type { Stream } from './stream/stream.ts';

/** What routes and socket are given; made once in `buildApp`. */
export interface Services {
  readonly database: Database;
  readonly inClinic: InClinic;
  readonly writer: LogWriter;
  readonly logins: Logins;
  readonly pins: Pins;
  /** Makes the first clinic, while there is none. */
  readonly firstRun: FirstRun;
  /** Process notes: one person's, as tandem_notes. */
  readonly inNotes: InNotes;
  readonly authorKeys: AuthorKeys;
  readonly stream: Stream;
  readonly nightly: Nightly;
  /** Plays running drills once it is started; a process that does not leaves that to others. */
  readonly drills: DrillPlayer;
  /** The database's time, whatever this computer's clock says. */
  readonly clock: HouseClock;
  readonly saving: Saving;
  readonly readAudit: ReadAudit;
  /** What the health page and `/metrics` say. */
  readonly health: HealthLook;
  readonly counted: Counted;
  /** Of this database since its last restore. */
  readonly epoch: string;
}
