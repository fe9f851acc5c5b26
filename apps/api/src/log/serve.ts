import { type Entry, mayReadEntry, type Role, type SessionStatus, withhold } from '@tandem/domain';
import { and, eq, inArray } from 'drizzle-orm';
import type { ClinicScope } from '../db/clinic-scope.ts';
import { entries as entriesTable } from '../db/schema.ts';

const corrections = new Set(['amendment', 'retraction']);
const probes = ['vital-signs', 'adverse-event', 'dose', 'note', 'phase', 'planned'];

/** True when this role reads every kind in this status, so that entries can be sent as they are. */
export function readsEverything(role: Role, status: SessionStatus): boolean {
  return probes.every((kind) => mayReadEntry(role, kind, status));
}

/**
 * Entries as this role may see them: never left out, but withheld in their envelope. A correction is as private
 * as what it corrects.
 */
export async function serveTo(
  scope: ClinicScope,
  role: Role,
  status: SessionStatus,
  entries: readonly Entry[],
): Promise<Entry[]> {
  if (readsEverything(role, status)) return [...entries];
  const targets = entries.filter((entry) => corrections.has(entry.kind)).map(targetOf);
  const kinds = await kindsOf(scope, targets);
  return entries.map((entry) => {
    const targetKind = corrections.has(entry.kind) ? (kinds.get(targetOf(entry)) ?? 'note') : undefined;
    return mayReadEntry(role, entry.kind, status, targetKind) ? entry : withhold(entry);
  });
}

function targetOf(entry: Entry): string {
  return (entry.data as { entryId: string }).entryId;
}

async function kindsOf(scope: ClinicScope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.tx
    .select({ id: entriesTable.id, kind: entriesTable.kind })
    .from(entriesTable)
    .where(and(eq(entriesTable.clinicId, scope.clinicId), inArray(entriesTable.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row.kind]));
}
