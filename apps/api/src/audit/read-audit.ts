import { sql } from 'drizzle-orm';
import type { Login } from '../auth/login.ts';
import { isCannotSave } from '../db/cannot-save.ts';
import type { ClinicScope, InClinic } from '../db/clinic-scope.ts';

type ReadAction = 'session.read' | 'patient.read';
const EVERY_MINUTES = 15;
const MAX_OWED = 10_000;

interface Owed {
  readonly clinicId: string;
  readonly actorId: string;
  readonly actorRole: string;
  readonly targetId: string;
  readonly action: ReadAction;
  /** performance.now() of the reading. */
  readonly atMs: number;
}

/**
 * Opening a chart: one row per person, chart and 15 minutes, whoever of the processes serves it. While the database
 * cannot save, the chart is still opened, because a team that cannot read has lost more than a row: the row is owed
 * and written with its own time as soon as it can be. A process that ends before takes its owed rows with it.
 */
export class ReadAudit {
  private readonly owed = new Map<string, Owed>();

  constructor(private readonly inClinic: InClinic) {}

  async record(
    scope: ClinicScope,
    login: Login,
    targetId: string,
    action: ReadAction = 'session.read',
  ): Promise<void> {
    const { personId: actorId, role: actorRole } = login;
    const row = { clinicId: scope.clinicId, actorId, actorRole, targetId, action, atMs: performance.now() };
    // Asked first, so that the second reading writes nothing at all.
    const known = await scope.tx.execute(sql`
      select 1 from tandem.audit
      where clinic_id = ${row.clinicId} and actor_id = ${actorId} and target_id = ${targetId}
        and action = ${action} and at > clock_timestamp() - ${EVERY_MINUTES} * interval '1 minute' limit 1`);
    if (known.length > 0) return;
    try {
      // A savepoint: a refused write must not take the reading with it.
      await scope.tx.transaction((tx) => write({ ...scope, tx }, row));
    } catch (error) {
      if (!isCannotSave(error)) throw error;
      this.owe(row);
    }
  }

  /** Writes what is owed. What cannot be written now stays owed. */
  async settle(): Promise<void> {
    for (const [key, row] of this.owed) {
      await this.inClinic(row.clinicId, (scope) => write(scope, row));
      this.owed.delete(key);
    }
  }

  private owe(row: Owed): void {
    const quarter = Math.floor(row.atMs / (EVERY_MINUTES * 60_000));
    const key = [row.clinicId, row.actorId, row.targetId, row.action, quarter].join();
    if (!this.owed.has(key) && this.owed.size < MAX_OWED) this.owed.set(key, row);
  }
}

async function write({ tx }: Pick<ClinicScope, 'tx'>, row: Owed): Promise<void> {
  const agoMs = Math.round(performance.now() - row.atMs);
  await tx.execute(sql`
    insert into tandem.audit (at, clinic_id, actor_id, actor_role, action, target_id)
    select clock_timestamp() - ${agoMs} * interval '1 millisecond', ${row.clinicId}, ${row.actorId}, ${row.actorRole},
      ${row.action}, ${row.targetId}
    where not exists (
      select 1 from tandem.audit
      where clinic_id = ${row.clinicId} and actor_id = ${row.actorId} and target_id = ${row.targetId}
        and action = ${row.action} and at > clock_timestamp() - ${EVERY_MINUTES} * interval '1 minute')`);
}
