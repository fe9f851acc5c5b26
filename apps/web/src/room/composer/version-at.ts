import type { Entry, Item } from '@tandem/domain';

/** An entry as it stood at a point of the log. */
export interface Version {
  readonly data: unknown;
  readonly happenedAt: string;
  /** Of the last change that is in it. */
  readonly seq: number;
}

/** An entry as a screen showed it that knew the log up to `seq`. */
export function versionAt(item: Item, seq: number): Version {
  let version: Version = { data: item.entry.data, happenedAt: item.entry.happenedAt, seq: item.entry.seq };
  for (const amendment of item.amendments) {
    if (amendment.seq > seq) break;
    const { data, correctedHappenedAt } = amendment.data as { data: unknown; correctedHappenedAt?: string };
    version = { data, happenedAt: correctedHappenedAt ?? version.happenedAt, seq: amendment.seq };
  }
  return version;
}

/** The last change of an entry after that point; null when nobody has changed it since. */
export function changedSince(item: Item, seq: number): Entry | null {
  const last = item.retraction ?? item.amendments.at(-1) ?? null;
  return last !== null && last.seq > seq ? last : null;
}
