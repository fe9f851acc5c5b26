import { arch, cpus, platform, totalmem } from 'node:os';
import type { Slope } from '../slopes/slope.ts';
import type { Goal } from '../workloads/goal.ts';

const figure = (value: number | null) =>
  value === null
    ? ''
    : Math.abs(value) >= 100 || Number.isInteger(value)
      ? value.toFixed(0)
      : value.toFixed(2);
const range = (values: readonly [number, number] | undefined) =>
  values === undefined ? '' : ` (${figure(values[0])}-${figure(values[1])})`;

/** One line per goal: medians with least and most, ratio, goal. */
export function table(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => [
    goal.id,
    `${figure(goal.floor)}${range(goal.range?.floor)}`,
    `${figure(goal.tandem)}${range(goal.range?.tandem)}`,
    goal.unit,
    goal.ratio === null ? '' : `${goal.ratio.toFixed(2)}x`,
    goal.goal,
    goal.met ? 'met' : 'missed',
    goal.workload,
  ]);
  return aligned([['id', 'floor', 'tandem', 'unit', 'ratio', 'goal', '', 'workload'], ...rows]);
}

/** One line per slope: the median at each size with least and most. */
export function slopeTable(slopes: readonly Slope[]): string {
  if (slopes.length === 0) return '';
  const rows = slopes.map(({ id, points, unit, ratio, goal, met, what }) => [
    id,
    points.map((point) => `${point.x}: ${figure(point.median)}${range(point.range)}`).join('  '),
    unit,
    `${ratio.toFixed(2)}x`,
    goal,
    met ? 'met' : 'missed',
    what,
  ]);
  return aligned([['id', 'size: figure', 'unit', 'ratio', 'goal', '', 'what'], ...rows]);
}

function aligned(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function machine(postgresMajor: number) {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 1_048_576),
    platform: `${platform()} ${arch()}`,
    node: process.version,
    postgres: postgresMajor,
  };
}
