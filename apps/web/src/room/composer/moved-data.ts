import type { AnyNewEntry, Item, RecordableKind } from '@tandem/domain';

/** Kinds that mean the same in another session. A dose is read back for the client who got it, never moved. */
const movable: readonly RecordableKind[] = [
  'vital-signs',
  'adverse-event',
  'assessment',
  'note',
  'moment',
  'shift',
  'words-to-keep',
];

/** What is entered anew for another client, without what points into this session; null for what is not moved. */
export function movedData({ entry, data }: Item): Pick<AnyNewEntry, 'kind' | 'data'> | null {
  if (data === null || !movable.includes(entry.kind as RecordableKind)) return null;
  const { fromEntryId: _, ...rest } = data as Record<string, unknown>;
  return { kind: entry.kind, data: rest } as Pick<AnyNewEntry, 'kind' | 'data'>;
}
