import { gad7 } from './gad7.ts';
import type { Measure, MeasureBand, MeasureItem } from './measure.ts';
import { experience, shameCheckIn } from './own-measures.ts';
import { phq9, SAFETY_ITEM } from './phq9.ts';

/** THE list of measures that come with Tandem; a clinic adds its own as JSON (`instrument-definition.ts`). */
export const measures: readonly Measure[] = [phq9, gad7, shameCheckIn, experience];

export interface MeasureAnswer {
  readonly item: string;
  readonly value: number;
}

/** Least and most value of a question, in whichever order its answers are offered. */
export function rangeOf({ answers }: Pick<MeasureItem, 'answers'>): { least: number; most: number } {
  const values = answers.map(({ value }) => value);
  return { least: Math.min(...values), most: Math.max(...values) };
}

/**
 * Sum of the scored items, each turned round where it counts the other way.
 * @returns null when any item has no answer (MEA-1: nothing is taken for zero), and where items are never summed
 */
export function totalOf(measure: Measure, answers: readonly MeasureAnswer[]): number | null {
  return measure.total === null ? null : sumOf(measure.items, answers);
}

/** The same of some of its items. @returns null when any of them has no answer */
export function sumOf(items: readonly MeasureItem[], answers: readonly MeasureAnswer[]): number | null {
  let sum = 0;
  for (const asked of items) {
    const value = answers.find(({ item }) => item === asked.key)?.value;
    if (value === undefined) return null;
    const { least, most } = rangeOf(asked);
    sum += asked.reverse === true ? least + most - value : value;
  }
  return sum;
}

/** The published band of a total; null without a total or where none is published. */
export function bandOf({ bands }: Pick<Measure, 'bands'>, total: number | null): MeasureBand | null {
  return total === null ? null : (bands.find(({ from, to }) => total >= from && total <= to) ?? null);
}

/** MEA-2: what was answered to the question about being better off dead; null where it is not asked or not answered. */
export function safetyAnswer(key: string, answers: readonly MeasureAnswer[]): number | null {
  if (key !== phq9.key) return null;
  return answers.find(({ item }) => item === SAFETY_ITEM)?.value ?? null;
}

/** Under half of what the questions look back on: the two values overlap and are read with care (clinic policy). */
export function isShortInterval({ lookBackDays }: Measure, beforeMs: number, nowMs: number): boolean {
  return lookBackDays !== null && nowMs - beforeMs < (lookBackDays / 2) * 24 * 3_600_000;
}

/** What is wrong with these answers to this measure, by place; none when they may be stored. */
export function answerProblems(
  measure: Measure,
  answers: readonly MeasureAnswer[],
): { readonly path: readonly (string | number)[]; readonly message: string }[] {
  const known = [...measure.items, ...(measure.unscored === undefined ? [] : [measure.unscored])];
  const problems = answers.flatMap(({ item, value }, at) => {
    const found = known.find(({ key }) => key === item);
    if (found === undefined)
      return [
        {
          path: ['answers', at, 'item'],
          message: `must be one of ${known.map(({ key }) => key).join(', ')}`,
        },
      ];
    if (answers.findIndex((one) => one.item === item) !== at)
      return [{ path: ['answers', at, 'item'], message: `stands twice: ${item}` }];
    const offered = found.answers.map((one) => one.value);
    const { least, most } = rangeOf(found);
    const fits = found.slider === true ? value >= least && value <= most : offered.includes(value);
    const whole = found.slider === true || offered.length === most - least + 1;
    const wanted = whole ? `a whole number from ${least} to ${most}` : `one of ${offered.join(', ')}`;
    return fits ? [] : [{ path: ['answers', at, 'value'], message: `must be ${wanted} for ${item}` }];
  });
  return answers.length === 0 ? [{ path: ['answers'], message: 'needs at least one answer' }] : problems;
}
