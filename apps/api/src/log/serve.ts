import type { Entry, Role, SessionStatus } from '@tandem/domain';
import { and, eq, inArray } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { entries as entriesTable } from '../db/schema.ts';
import { asReadBy, correctedBy, readsEverything } from './visible.ts';

/** Entries as this role may see them (`asReadBy`), with the kinds of what was corrected read from the log. */
export async function serveTo(
  scope: ClinicScope,
  role: Role,
  status: SessionStatus,
  entries: readonly Entry[],
): Promise<Entry[]> {
  if (readsEverything(role, status)) return [...entries];
  return asReadBy(role, status, entries, await kindsOf(scope, correctedBy(entries)));
}

async function kindsOf(scope: ClinicScope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.tx
    .select({ id: entriesTable.id, kind: entriesTable.kind })
    .from(entriesTable)
    .where(and(eq(entriesTable.clinicId, scope.clinicId), inArray(entriesTable.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row.kind]));
}
