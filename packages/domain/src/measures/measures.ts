import { gad7 } from './gad7.ts';
import type { Measure, MeasureBand } from './measure.ts';
import { experience, shameCheckIn } from './own-measures.ts';
import { phq9, SAFETY_ITEM } from './phq9.ts';

/** THE list of measures that come with Tandem; a clinic adds its own as JSON (`instrument-definition.ts`). */
export const measures: readonly Measure[] = [phq9, gad7, shameCheckIn, experience];

export interface MeasureAnswer {
  readonly item: string;
  readonly value: number;
}

/**
 * Sum of the scored items, each turned round where it counts the other way.
 * @returns null when any item has no answer (MEA-1: nothing is taken for zero), and where items are never summed
 */
export function totalOf(measure: Measure, answers: readonly MeasureAnswer[]): number | null {
  if (measure.total === null) return null;
  let sum = 0;
  for (const { key, reverse, answers: offered } of measure.items) {
    const value = answers.find(({ item }) => item === key)?.value;
    if (value === undefined) return null;
    const [least, most] = [offered[0]?.value ?? 0, offered.at(-1)?.value ?? 0];
    sum += reverse === true ? least + most - value : value;
  }
  return sum;
}

/** The published band of a total; null without a total or where none is published. */
export function bandOf({ bands }: Measure, total: number | null): MeasureBand | null {
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
    const [least, most] = [Math.min(...offered), Math.max(...offered)];
    const fits = found.slider === true ? value >= least && value <= most : offered.includes(value);
    return fits
      ? []
      : [
          {
            path: ['answers', at, 'value'],
            message: `must be a whole number from ${least} to ${most} for ${item}`,
          },
        ];
  });
  return answers.length === 0 ? [{ path: ['answers'], message: 'needs at least one answer' }] : problems;
}
