import type { InstrumentDefinition } from './definition-shape.ts';
import type { Measure, MeasureItem } from './measure.ts';
import { rangeOfSum } from './measure-lines.ts';
import { measures, rangeOf } from './measures.ts';

type DefinedItem = NonNullable<InstrumentDefinition['items']>[number];

/** The one "question" of an instrument of which only the total is entered. */
export const TOTAL_ITEM = 'total';

/** A clinic's definition as a measure: the same form, scoring and trend as Tandem's own. */
export function measureFrom(definition: InstrumentDefinition): Measure {
  const { key, version, name, intro = '', licence, source, lookBackDays = null, bands = [] } = definition;
  return {
    key,
    version,
    name,
    intro,
    items: definition.items?.map(itemFrom) ?? [totalItem(definition)],
    total: totalRange(definition),
    bands,
    subscales: (definition.subscales ?? []).map((one) => ({ ...one, bands: one.bands ?? [] })),
    licence,
    validated: source !== undefined,
    lookBackDays,
    source: source ?? '',
    ofClinic: true,
    ...(definition.items === undefined ? { totalOnly: true } : {}),
  };
}

/** Ends of the total; null where the items are never summed. */
export function totalRange({
  items,
  total,
}: Pick<InstrumentDefinition, 'items' | 'total'>): Measure['total'] {
  if (items === undefined) return total ?? null;
  return total === null ? null : rangeOfSum(items.map(rangeOf));
}

function itemFrom({ key, text, answers, slider, reverse }: DefinedItem): MeasureItem {
  return {
    key,
    text,
    answers,
    ...(slider === true ? { slider: true } : {}),
    ...(reverse === true ? { reverse: true } : {}),
  };
}

function totalItem({ name, total }: InstrumentDefinition): MeasureItem {
  const { least, most } = total ?? { least: 0, most: 0 };
  const answers = [least, most].map((value) => ({ value, words: String(value) }));
  return { key: TOTAL_ITEM, text: `Total of ${name}`, slider: true, answers };
}

/** Tandem's own measures, then what a clinic brought: every version, so that an old answer finds its questions. */
export function measuresWith(ofClinic: readonly Measure[]): readonly Measure[] {
  return [...measures, ...ofClinic];
}

/** INS-3: an answer is read by the very version it was given to. */
export function findMeasure(
  known: readonly Measure[],
  { instrument, version }: { readonly instrument: string; readonly version: number },
): Measure | undefined {
  return known.find((one) => one.key === instrument && one.version === version);
}

/** The newest version of each, in the order in which they are known. */
export function newestOf(known: readonly Measure[]): Measure[] {
  return known.filter(({ key, version }) =>
    known.every((other) => other.key !== key || other.version <= version),
  );
}
