import { eq, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { ClinicTx, Database } from './connect.ts';

/**
 * A transaction inside one clinic. Two fences, each enough alone: the WHERE that `own()` adds, and row-level
 * security on the clinic set here. The setting is local to the transaction: a session-wide one would leak to
 * the next request on the pooled connection (reliability.md, finding 2).
 */
export interface ClinicScope {
  readonly clinicId: string;
  readonly tx: ClinicTx;
  /** The clinic filter of a query: `where(and(own(patients.clinicId), ...))`. */
  own(column: PgColumn): SQL;
}

export interface ScopeOptions {
  /**
   * Tests only: leaves the WHERE out, so that row-level security is shown to hold alone. It can be set through
   * `buildApp` in a test process and by no setting, request or row.
   */
  readonly withoutClinicFilter?: boolean;
}

export type InClinic = <T>(clinicId: string, work: (scope: ClinicScope) => Promise<T>) => Promise<T>;

export function clinicScopes(database: Database, options: ScopeOptions = {}): InClinic {
  return (clinicId, work) =>
    database.orm.transaction(async (tx) => {
      await tx.execute(sql`select set_config('tandem.clinic_id', ${clinicId}, true)`);
      const own = (column: PgColumn) =>
        options.withoutClinicFilter === true ? sql`true` : eq(column, clinicId);
      return work({ clinicId, tx, own });
    });
}
