/** One question of a measure, with the values it may be answered with. */
export interface MeasureItem {
  readonly key: string;
  readonly text: string;
  /** In the order in which they are offered; a slider has its two ends. */
  readonly answers: readonly { readonly value: number; readonly words: string }[];
  /** Whole numbers from the first to the last answer, chosen on a line. */
  readonly slider?: true;
  /** LOINC code of the item, where there is one (clinical.md 4.1). */
  readonly loinc?: string;
  /** Counts the other way round in the total. */
  readonly reverse?: true;
}

/** A range of totals with its published name. */
export interface MeasureBand {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** Questions of a measure that are summed on their own. */
export interface MeasureSubscale {
  readonly key: string;
  readonly name: string;
  /** Keys of its questions. */
  readonly items: readonly string[];
  readonly bands: readonly MeasureBand[];
}

/** A self-report measure as data: what is asked, how it is scored, and where it comes from. */
export interface Measure {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  /** What the answers are about, read before the questions. */
  readonly intro: string;
  readonly items: readonly MeasureItem[];
  /** Asked with it and never counted. */
  readonly unscored?: MeasureItem;
  /** Least and most of the total; null where the items are shown one by one and never summed. */
  readonly total: { readonly least: number; readonly most: number } | null;
  readonly bands: readonly MeasureBand[];
  readonly subscales?: readonly MeasureSubscale[];
  /** Shown under the questions. */
  readonly licence: string;
  /** False: own wording, labelled so wherever a value is shown. */
  readonly validated: boolean;
  /** Days the questions look back; an answer sooner than half of it is a "short interval" (clinical.md 3.4, policy). */
  readonly lookBackDays: number | null;
  readonly loinc?: { readonly panel: string; readonly total: string };
  readonly source: string;
  /** A clinic brought it: it stands in no list of Tandem (instrument-definition.ts). */
  readonly ofClinic?: true;
  /** Filled in on paper; what is entered is its total alone. */
  readonly totalOnly?: true;
}
