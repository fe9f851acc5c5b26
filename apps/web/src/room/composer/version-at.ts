import type { Entry, Item } from '@tandem/domain';

/** An entry as it stood at a point of the log. */
export interface Version {
  readonly data: unknown;
  readonly happenedAt: string;
}

/** An entry as a screen showed it that knew the log up to `seq`. */
export function versionAt({ entry, amendments }: Item, seq: number): Version {
  let version: Version = { data: entry.data, happenedAt: entry.happenedAt };
  for (const { seq: changedAt, data: change } of amendments) {
    if (changedAt > seq || change === null) continue;
    const { data, correctedHappenedAt } = change as { data: unknown; correctedHappenedAt?: string };
    version = { data, happenedAt: correctedHappenedAt ?? version.happenedAt };
  }
  return version;
}

/** The last change of an entry after that point; null when nobody has changed it since. */
export function changedSince({ amendments, retraction }: Item, seq: number): Entry | null {
  const last = retraction ?? amendments.at(-1) ?? null;
  return last !== null && last.seq > seq ? last : null;
}
