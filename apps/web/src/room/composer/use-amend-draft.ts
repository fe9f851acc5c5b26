import { type Entry, type Item, itemOf } from '@tandem/domain';
import { useState } from 'react';
import { clockOf } from '../../data/zone.ts';
import type { EntryForm, FormDraft } from '../../entries/entry-view.ts';
import { type AmendPrefill, useRoom } from '../room-context.ts';
import { type Comparison, compareVersions } from './compare-versions.ts';
import { TIME } from './field-words.ts';
import { changedSince, versionAt } from './version-at.ts';

/** Somebody changed the entry since the correction was begun, and it was not said yet which one goes on. */
export interface ChangedMeanwhile {
  /** Their last change: an amendment, or an entry in error, after which there is nothing left to correct. */
  readonly change: Entry;
  readonly comparison: Comparison;
  takeTheirs(): void;
  takeYours(): void;
}

export interface AmendDraft {
  /** Words in the fields, with the time under `TIME`. */
  readonly draft: FormDraft;
  set(field: string, text: string): void;
  readonly meanwhile: ChangedMeanwhile | null;
  /** After going on from theirs: puts back what was typed here before. */
  readonly backToYours: (() => void) | null;
  /** What the amendment is held against (COR-5): the last change that whoever types has seen. */
  readonly basedOnSeq: number | undefined;
}

/** The fields of a correction, and what somebody else makes of the same entry meanwhile. Nothing typed is lost. */
export function useAmendDraft(
  item: Item,
  form: EntryForm<unknown> | undefined,
  prefill: AmendPrefill | null,
): AmendDraft {
  const { view, zone } = useRoom();
  const wholeOf = ({ data, happenedAt }: Pick<Item, 'data' | 'happenedAt'>): FormDraft => ({
    ...form?.draftOf(data, zone),
    [TIME]: clockOf(Date.parse(happenedAt), zone),
  });
  const [draft, setDraft] = useState(() =>
    wholeOf(
      prefill === null ? item : { data: prefill.data, happenedAt: prefill.happenedAt ?? item.happenedAt },
    ),
  );
  const isStored = itemOf(view.confirmed, item.entry.id) !== undefined;
  // Of what waits here itself nobody can have seen a change yet: it is held against the original once that is stored.
  const [seenSeq, setSeenSeq] = useState(prefill?.basedOnSeq ?? (isStored ? item.lastChangeSeq : null));
  const [laidBy, setLaidBy] = useState<FormDraft | null>(null);
  const basedOnSeq = isStored ? (seenSeq ?? item.entry.seq) : undefined;
  const change = basedOnSeq === undefined ? null : changedSince(item, basedOnSeq);

  function meanwhileOf(changed: Entry, since: number): ChangedMeanwhile {
    const theirs = wholeOf(item);
    const comparison = compareVersions(wholeOf(versionAt(item, since)), theirs, draft);
    const goOn = (next: FormDraft) => {
      setDraft(next);
      setSeenSeq(item.lastChangeSeq);
    };
    return {
      change: changed,
      comparison,
      takeTheirs() {
        if (comparison.touched) setLaidBy(comparison.yours);
        goOn(theirs);
      },
      takeYours() {
        setLaidBy(null);
        goOn(comparison.yours);
      },
    };
  }

  return {
    draft,
    set: (field, text) => setDraft((now) => ({ ...now, [field]: text })),
    meanwhile: change === null || basedOnSeq === undefined ? null : meanwhileOf(change, basedOnSeq),
    backToYours:
      laidBy === null
        ? null
        : () => {
            setDraft(laidBy);
            setLaidBy(null);
          },
    basedOnSeq,
  };
}
