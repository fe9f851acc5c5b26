/** One line of the result, as `performance.md` names it. */
export interface Goal {
  readonly id: string;
  /** What was done, with its size. */
  readonly workload: string;
  /** Median of the rounds; null where there is no floor to hold it against. */
  readonly floor: number | null;
  readonly tandem: number;
  /** Tandem by floor, or null. */
  readonly ratio: number | null;
  /** Such as `<= 1.25x` or `>= 5000`. */
  readonly goal: string;
  readonly met: boolean;
  readonly unit: string;
  /** Least and most of the rounds. */
  readonly range?: { readonly floor: readonly [number, number]; readonly tandem: readonly [number, number] };
  /** How far off it is: 1 is just met, 4 is four times worse than the goal. */
  readonly times: number;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Linear between neighbours. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new RangeError('nothing was measured');
  return below + (above - below) * (place - Math.floor(place));
}

const rangeOf = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;

type Named = Pick<Goal, 'id' | 'workload' | 'unit'>;

/** Tandem against the floor of the same run, less is better: both medians of interleaved rounds. */
export function ratioGoal(
  goal: Named,
  floor: readonly number[],
  tandem: readonly number[],
  atMost: number,
): Goal {
  const compared = compare(floor, tandem);
  const { ratio } = compared;
  return { ...goal, ...compared, goal: `<= ${atMost}x`, met: ratio <= atMost, times: ratio / atMost };
}

/** The same where more is better: a rate. */
export function rateGoal(
  goal: Named,
  floor: readonly number[],
  tandem: readonly number[],
  atLeast: number,
): Goal {
  const compared = compare(floor, tandem);
  const { ratio } = compared;
  return { ...goal, ...compared, goal: `>= ${atLeast}x`, met: ratio >= atLeast, times: atLeast / ratio };
}

function compare(floor: readonly number[], tandem: readonly number[]) {
  const middle = { floor: median(floor), tandem: median(tandem) };
  const range = { floor: rangeOf(floor), tandem: rangeOf(tandem) };
  return { ...middle, ratio: middle.tandem / middle.floor, range };
}
