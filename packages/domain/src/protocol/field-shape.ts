/** The parts in which a protocol is read, in this order. */
export const fieldGroups = {
  doses: 'Doses and ceilings',
  times: 'Times',
  limits: 'Limits',
  hold: 'Hold before the first dose',
  boosterHold: 'Hold before a booster',
  people: 'Second person',
  checklist: 'Checklist before the first dose',
  discharge: 'Going home',
  arc: 'Arc',
  notes: 'Notes and sources',
} as const;
export type FieldGroup = keyof typeof fieldGroups;

interface Option {
  readonly value: string;
  readonly label: string;
}

/** One cell of a list's rows. */
export interface FieldColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  /** Of a choice; otherwise a number. */
  readonly options?: readonly Option[];
  readonly optional?: true;
  /** It may lie below 0: minutes before the first dose. */
  readonly signed?: true;
}

/** How a value is typed and shown. */
export type FieldShape =
  /** `before`: the word in front of it, "under 90". */
  | { readonly type: 'number'; readonly before?: string }
  | { readonly type: 'choice'; readonly options: readonly Option[] }
  | { readonly type: 'yes-no' }
  | { readonly type: 'text'; readonly long: boolean }
  /** Whole minutes, rising. */
  | { readonly type: 'minutes' }
  | {
      readonly type: 'rows';
      readonly columns: readonly FieldColumn[];
      /** Rows of two versions with the same value here are the same row, changed. */
      readonly sameBy: string;
      words(row: Readonly<Record<string, unknown>>): string;
    };

/**
 * One value of a protocol: where it is, what it is called, how it is shown. What the protocol's page and form, the
 * difference between two versions and docs/clinical-rules.md show is made from these rows: a new value is one row
 * here, beside its line in the schema.
 */
export interface ProtocolField {
  readonly path: readonly [string, ...string[]];
  readonly label: string;
  /** As it stands after the value; empty for none. */
  readonly unit: string;
  readonly group: FieldGroup;
  readonly shape: FieldShape;
  /** What is said where there is no value. */
  readonly none: string;
  /** Where its default comes from; a source that the clinic wrote for it stands before this one. */
  readonly source: string;
  /** Of a value of a table: its row and its column. */
  readonly place?: { readonly row: string; readonly column: string };
  /**
   * So many parts of the path name what is replaced as a whole: who sets one end of a sign's limits sets the sign.
   * There an end left out is no limit, not the default.
   */
  readonly whole?: number;
}
