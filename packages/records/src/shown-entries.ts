import {
  type Author,
  type DataOf,
  type Entry,
  entryKindOf,
  type Instant,
  type Item,
  recorderOf,
  type SessionState,
  summarizeEntry,
  timeline,
} from '@tandem/domain';

/**
 * `stands`: as it was recorded. `amended`: corrected, the old version beside it. `entered-in-error`: retracted.
 * `removed`: its text was erased for good. `not-shown`: kept from the role that this copy is made for.
 */
export type Standing = 'stands' | 'amended' | 'entered-in-error' | 'removed' | 'not-shown';

/** Who changed an entry, when, and why. */
export interface Change {
  readonly by: Author;
  readonly at: Instant;
  readonly reason: string;
}

/** What an entry was before an amendment. */
export interface EarlierVersion extends Change {
  readonly data: unknown;
  readonly words: string;
  readonly happenedAt: Instant;
}

/** One entry as it stands, with what it was. */
export interface ShownEntry {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly label: string;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  /** Who saw, gave or thought it; where a lead took it over from a device, not the lead. */
  readonly recorder: Author;
  readonly standing: Standing;
  /** Null when removed or not shown. */
  readonly data: unknown;
  /** One plain line; of a removed or withheld one, that it is so. */
  readonly words: string;
  readonly lateReason: string | null;
  /** Oldest first. */
  readonly earlier: readonly EarlierVersion[];
  /** Why it was entered in error, or why its text was removed. */
  readonly change: Change | null;
  readonly entry: Entry;
}

/** Every entry that has a place of its own, by when it happened. */
export function shownEntries(state: SessionState): ShownEntry[] {
  return timeline(state).map(shownEntry);
}

function shownEntry(item: Item): ShownEntry {
  const { entry, data, happenedAt } = item;
  const standing = standingOf(item);
  return {
    id: entry.id,
    seq: entry.seq,
    kind: entry.kind,
    label: entryKindOf(entry.kind)?.label ?? entry.kind,
    happenedAt,
    recordedAt: entry.recordedAt,
    recorder: recorderOf(entry),
    standing,
    data,
    words: wordsOf(entry.kind, data, standing),
    lateReason: entry.context?.lateReason ?? null,
    earlier: earlierVersions(item),
    change: changeOf(item.redaction ?? item.retraction),
    entry,
  };
}

function standingOf({ entry, data, redaction, retraction, amendments }: Item): Standing {
  if (redaction !== null) return 'removed';
  // Without its text and without a removal to say so: whoever reads is told that there is something.
  if (entry.withheld === true || data === null) return 'not-shown';
  if (retraction !== null) return 'entered-in-error';
  return amendments.length > 0 ? 'amended' : 'stands';
}

function wordsOf(kind: string, data: unknown, standing: Standing): string {
  if (standing === 'removed') return 'Text removed';
  return lineOf(kind, data);
}

/** The kind's own line, with what a line on a screen has no room for. */
function lineOf(kind: string, data: unknown): string {
  return [summarizeEntry({ kind, data }), ...(data === null ? [] : detailsOf(kind, data))].join('; ');
}

type Details = Partial<DataOf<'adverse-event'> & DataOf<'dose'>>;

function detailsOf(kind: string, data: unknown): string[] {
  const { action, outcome, lot, concentrationMgPerMl, overrideReason } = data as Details;
  const said =
    kind === 'adverse-event'
      ? [action, outcome]
      : kind === 'dose' || kind === 'infusion-start' || kind === 'infusion-rate'
        ? [
            concentrationMgPerMl === undefined ? undefined : `${concentrationMgPerMl} mg/mL`,
            lot === undefined ? undefined : `lot ${lot}`,
            overrideReason === undefined ? undefined : `outside of limits: ${overrideReason}`,
          ]
        : [];
  return said.filter((part) => part !== undefined);
}

function changeOf(correction: Entry | null): Change | null {
  if (correction === null || correction.data === null) return null;
  const { reason } = correction.data as { readonly reason: string };
  return { by: recorderOf(correction), at: correction.recordedAt, reason };
}

/** Each amendment holds the whole corrected data, so what was before it is the amendment before, or the original. */
function earlierVersions({ entry, amendments, redaction }: Item): EarlierVersion[] {
  if (redaction !== null) return [];
  let before = { data: entry.data, happenedAt: entry.happenedAt };
  return amendments.map((amendment) => {
    const was = before;
    const said = amendment.data as {
      readonly data: unknown;
      readonly reason: string;
      readonly correctedHappenedAt?: Instant;
    };
    before = {
      data: entryKindOf(entry.kind)?.data.safeParse(said.data).data ?? said.data,
      happenedAt: said.correctedHappenedAt ?? was.happenedAt,
    };
    return {
      ...was,
      words: lineOf(entry.kind, was.data),
      by: recorderOf(amendment),
      at: amendment.recordedAt,
      reason: said.reason,
    };
  });
}
