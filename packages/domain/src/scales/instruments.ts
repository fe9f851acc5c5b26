/**
 * The instruments that can be recorded: their items, the values of each, and the version of the layout. What an item
 * and an answer say is in `catalog.ts` beside this, so that a screen which only checks or adds up does not load it.
 * A new instrument is one row here, its words there and its row in docs/clinical-rules.md.
 */
export interface ItemRow {
  readonly item: string;
  readonly min: number;
  readonly max: number;
  /** Scored so by itself and never asked. */
  readonly fixed?: number;
}

export interface InstrumentRow {
  /** As it is called in a line of the log. */
  readonly label: string;
  /** Of the layout: a change of items, values or anchors is a new one. */
  readonly version: number;
  /** `level`: one answer is the result. `sum`: the answers add up, out of the most there is. */
  readonly result: 'level' | 'sum';
  readonly items: readonly ItemRow[];
}

const upTo2 = (item: string): ItemRow => ({ item, min: 0, max: 2 });
const rating = (item: string, label: string): InstrumentRow => ({
  label,
  version: 1,
  result: 'sum',
  items: [{ item, min: 0, max: 10 }],
});

const rows = {
  moaas: { label: 'MOAA/S', version: 1, result: 'level', items: [{ item: 'response', min: 0, max: 5 }] },
  rass: { label: 'RASS', version: 1, result: 'level', items: [{ item: 'level', min: -5, max: 4 }] },
  aldrete: {
    label: 'Aldrete',
    version: 1,
    result: 'sum',
    items: ['activity', 'respiration', 'circulation', 'consciousness', 'saturation'].map(upTo2),
  },
  padss: {
    label: 'PADSS',
    version: 1,
    result: 'sum',
    items: [
      ...['vital-signs', 'ambulation', 'nausea-vomiting', 'pain'].map(upTo2),
      // No surgery, no wound: "not applicable, scored 2" (clinical.md 3.2).
      { item: 'bleeding', min: 2, max: 2, fixed: 2 },
    ],
  },
  'nrs-pain': rating('pain', 'Pain NRS'),
  'nrs-nausea': rating('nausea', 'Nausea NRS'),
  'nrs-anxiety': rating('anxiety', 'Anxiety NRS'),
  'nrs-dizziness': rating('dizziness', 'Dizziness NRS'),
} satisfies Record<string, InstrumentRow>;

export type InstrumentKey = keyof typeof rows;
export const instruments: Readonly<Record<InstrumentKey, InstrumentRow>> = rows;
export const instrumentKeys = Object.keys(rows) as readonly InstrumentKey[];

export interface Answer {
  readonly item: string;
  readonly value: number;
}

/** Items that are asked and have no answer, in their order: what is missing is named, never taken for normal. */
export function missingItems(instrument: InstrumentKey, answers: readonly Answer[]): string[] {
  return instruments[instrument].items
    .filter(({ item, fixed }) => fixed === undefined && !answers.some((answer) => answer.item === item))
    .map(({ item }) => item);
}

/** The most that the items add up to: 10 for Aldrete, PADSS and each NRS. */
export function bestOf(instrument: InstrumentKey): number {
  return instruments[instrument].items.reduce((sum, { max }) => sum + max, 0);
}

/**
 * The total, or the level where there is one item: MOAA/S 0 to 5 [S40], RASS -5 to +4 [S41], modified Aldrete 0 to 10
 * [S42, S42b], PADSS 0 to 10 with bleeding scored 2 [S44], each NRS 0 to 10.
 * @returns null when an item has no answer, or one that does not exist
 */
export function scoreOf(instrument: InstrumentKey, answers: readonly Answer[]): number | null {
  let total = 0;
  for (const { item, min, max, fixed } of instruments[instrument].items) {
    const value = fixed ?? answers.find((answer) => answer.item === item)?.value;
    if (value === undefined || !Number.isInteger(value) || value < min || value > max) return null;
    total += value;
  }
  return total;
}

/** "9 of 10"; of a level its number, with the sign where there are two sides: "+1", "-2". */
export function scoreWords(instrument: InstrumentKey, score: number): string {
  const { result, items } = instruments[instrument];
  if (result === 'sum') return `${score} of ${bestOf(instrument)}`;
  const twoSided = items.some(({ min }) => min < 0);
  return twoSided && score > 0 ? `+${score}` : String(score);
}
