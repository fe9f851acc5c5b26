import type { Measure, MeasureBand } from './measure.ts';
import { bandOf, type MeasureAnswer, rangeOf, sumOf, totalOf } from './measures.ts';

/** One number that a measure is read by: its total, a subscale, or a question that stands for itself. */
export interface MeasureLine {
  readonly key: string;
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly bands: readonly MeasureBand[];
  /** @returns null when a question that counts has no answer */
  of(answers: readonly MeasureAnswer[]): number | null;
}

/** The total where there is one, else its subscales, else every question for itself. Never empty. */
export function linesOf(measure: Measure): MeasureLine[] {
  const { total, bands } = measure;
  if (total !== null)
    return [
      {
        key: 'total',
        name: measure.name,
        ...total,
        bands,
        of: (answers) => totalOf(measure, answers),
      },
    ];
  const subscales = subscaleLines(measure);
  return subscales.length > 0
    ? subscales
    : measure.items.map((item) => ({
        key: item.key,
        name: item.text,
        ...rangeOf(item),
        bands: [],
        of: (answers) => answers.find((one) => one.item === item.key)?.value ?? null,
      }));
}

/** The subscales, each with its own range; none where a measure has none. */
export function subscaleLines({ items, subscales = [] }: Measure): MeasureLine[] {
  return subscales.map(({ key, name, items: keys, bands }) => {
    const own = items.filter((item) => keys.includes(item.key));
    return { key, name, ...rangeOfSum(own.map(rangeOf)), bands, of: (answers) => sumOf(own, answers) };
  });
}

/** Band of a line's value in words; null where none is published. */
export function bandWords(line: MeasureLine, value: number | null): string | null {
  return bandOf(line, value)?.words ?? null;
}

/** INS-4: their values may stand on one axis: the same numbers, with the same ends. */
export function sameScale(a: Measure, b: Measure): boolean {
  const spelled = (measure: Measure) =>
    linesOf(measure)
      .map(({ key, least, most }) => `${key} ${least} ${most}`)
      .join();
  return a === b || spelled(a) === spelled(b);
}

/** Ends of a sum of values that each have ends of their own. */
export function rangeOfSum(ranges: readonly { readonly least: number; readonly most: number }[]) {
  return {
    least: ranges.reduce((sum, { least }) => sum + least, 0),
    most: ranges.reduce((sum, { most }) => sum + most, 0),
  };
}
