import { entryKindOf, type Item, type SessionState, timeline } from '@tandem/domain';

export type LogFilter = 'all' | 'clinical' | 'notes';

/** Rows of the log by when they happened; the session's own steps stand under "All" only. */
export function logRows(state: SessionState, filter: LogFilter): Item[] {
  const rows = timeline(state);
  return filter === 'all' ? rows : rows.filter((item) => filterOf(item.entry.kind) === filter);
}

function filterOf(kind: string): LogFilter {
  const group = entryKindOf(kind)?.group;
  // An addendum is words, though it is written by a step of the session.
  if (group === 'notes' || kind === 'addendum') return 'notes';
  return group === 'lifecycle' || group === undefined ? 'all' : 'clinical';
}

/** What an item said before its last amendment, oldest first: the original, then every version but the last. */
export function versionsBefore(item: Item): { readonly data: unknown; readonly happenedAt: string }[] {
  const versions = [{ data: item.entry.data, happenedAt: item.entry.happenedAt }];
  for (const { data } of item.amendments) {
    if (data === null) continue;
    const { data: corrected, correctedHappenedAt } = data as { data: unknown; correctedHappenedAt?: string };
    versions.push({ data: corrected, happenedAt: correctedHappenedAt ?? versions.at(-1)?.happenedAt ?? '' });
  }
  return versions.slice(0, -1);
}
