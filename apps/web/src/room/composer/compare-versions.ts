import type { FormDraft } from '../../entries/entry-view.ts';

/** One field that somebody changed since a correction was begun. */
export interface FieldChange {
  readonly field: string;
  readonly theirs: string;
  readonly yours: string;
  /** Both changed it, and not to the same. */
  readonly differs: boolean;
}

export interface Comparison {
  /** In the order of the form. */
  readonly changes: readonly FieldChange[];
  /** What was typed here on top of theirs: where nothing was typed, theirs stands. */
  readonly yours: FormDraft;
  /** Something was typed here. */
  readonly touched: boolean;
}

/**
 * Two corrections of the same entry beside each other (COR-9). A field that was left alone here follows theirs: putting
 * one's own on top must not take back what somebody else put right.
 * @param before as it stood when the correction was begun here
 * @param theirs as somebody else left it since
 * @param typed the fields as they are here
 */
export function compareVersions(before: FormDraft, theirs: FormDraft, typed: FormDraft): Comparison {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(theirs), ...Object.keys(typed)])];
  const said = (draft: FormDraft, field: string) => (draft[field] ?? '').trim();
  const isTyped = (field: string) => said(typed, field) !== said(before, field);
  const yours = Object.fromEntries(
    fields.map((field) => [field, (isTyped(field) ? typed[field] : theirs[field]) ?? '']),
  );
  return {
    changes: fields
      .filter((field) => isTyped(field) || said(theirs, field) !== said(before, field))
      .map((field) => ({
        field,
        theirs: said(theirs, field),
        yours: said(yours, field),
        differs: said(theirs, field) !== said(yours, field),
      })),
    yours,
    touched: fields.some(isTyped),
  };
}
