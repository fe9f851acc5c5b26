import { type Entry, mayReadEntry, type Role, type SessionStatus, withhold } from '@tandem/domain';

const corrections = new Set(['amendment', 'retraction']);
const probes = ['vital-signs', 'adverse-event', 'dose', 'note', 'phase', 'handover', 'planned'];

/** True when this role reads every kind in this status, so that entries can be sent as they are. */
export function readsEverything(role: Role, status: SessionStatus): boolean {
  return probes.every((kind) => mayReadEntry(role, kind, status));
}

/** Ids of the entries that the corrections among these are about. */
export function correctedBy(entries: readonly Entry[]): string[] {
  return entries.filter((entry) => corrections.has(entry.kind)).map(targetOf);
}

/**
 * Entries as this role may see them: never left out, but withheld in their envelope. A correction is as private
 * as what it corrects.
 * @param kinds of the corrected entries by id; a correction of something unknown is as private as a note
 */
export function asReadBy(
  role: Role,
  status: SessionStatus,
  entries: readonly Entry[],
  kinds: ReadonlyMap<string, string>,
): Entry[] {
  return entries.map((entry) => {
    const targetKind = corrections.has(entry.kind) ? (kinds.get(targetOf(entry)) ?? 'note') : undefined;
    return mayReadEntry(role, entry.kind, status, targetKind) ? entry : withhold(entry);
  });
}

function targetOf(entry: Entry): string {
  return (entry.data as { entryId: string }).entryId;
}
