import type { MeasureChange } from '@tandem/domain';
import type { PastFacts } from '@tandem/wire';

/** What the four facts ask of one session that is over. */
export interface FactRow {
  /** `YYYY-MM-DD` in the clinic's zone. */
  readonly day: string;
  readonly endedAt: number | null;
  readonly lockedAt: number | null;
  /** Whether it waits for a signature. */
  readonly toSign: boolean;
  /** Whole mmHg. */
  readonly peak: number | null;
  readonly baseline: number | null;
  readonly notify: number | null;
  /** Medium and High. */
  readonly raised: number;
  readonly open: number;
  readonly seenMs: readonly number[];
}

const DAY_MS = 86_400_000;
const STEP = 10;
const MOST_WEEKS = 26;
const MOST_LINES = 60;
/** Fewer clients than this would be told apart in a picture. */
const LEAST_CLIENTS = 5;

/** @param lines PHQ-9 of the clients with two scores or more */
export function factsOf(
  rows: readonly FactRow[],
  lines: readonly Pick<MeasureChange, 'first' | 'latest'>[],
  nowMs: number,
): PastFacts {
  return {
    sessions: rows.length,
    peak: peakFacts(rows),
    notices: noticeFacts(rows),
    phq9: {
      clients: lines.length,
      ...(lines.length < LEAST_CLIENTS
        ? { first: null, latest: null, lines: [] }
        : {
            first: mean(lines.map(({ first }) => first)),
            latest: mean(lines.map(({ latest }) => latest)),
            lines: lines.slice(0, MOST_LINES).map(({ first, latest }) => ({ first, latest })),
          }),
    },
    signed: signedFacts(rows, nowMs),
  };
}

function peakFacts(rows: readonly FactRow[]): PastFacts['peak'] {
  const measured = rows.flatMap(({ peak, ...row }) => (peak === null ? [] : [{ ...row, peak }]));
  const rises = measured.flatMap(({ peak, baseline }) =>
    baseline === null ? [] : [((peak - baseline) * 100) / baseline],
  );
  const limits = new Set(measured.map(({ notify }) => notify));
  const [limit = null] = limits;
  const starts = measured.map(({ peak }) => Math.floor(peak / STEP) * STEP);
  const [least, most] = [Math.min(...starts), Math.max(...starts)];
  const steps: PastFacts['peak']['steps'] = [];
  if (measured.length > 0)
    for (let from = least; from <= most; from += STEP)
      steps.push({
        from,
        count: starts.filter((start) => start === from).length,
        over: limits.size === 1 && limit !== null && from >= limit,
      });
  return {
    measured: measured.length,
    over: measured.filter(({ peak, notify }) => notify !== null && peak >= notify).length,
    medianRise: median(rises),
    limit: limits.size === 1 ? limit : null,
    steps,
  };
}

function noticeFacts(rows: readonly FactRow[]): PastFacts['notices'] {
  const weeks = spansOf(rows, weekOf, (from) => shifted(from, 7));
  const by = weeks.length > MOST_WEEKS ? 'month' : 'week';
  return {
    raised: sum(rows.map(({ raised }) => raised)),
    medianSeenMs: median(rows.flatMap(({ seenMs }) => seenMs)),
    open: sum(rows.map(({ open }) => open)),
    spans: by === 'week' ? weeks : spansOf(rows, monthOf, (from) => monthOf(shifted(from, 31))),
    by,
  };
}

/** From the first to the last, those without any in between. */
function spansOf(rows: readonly FactRow[], startOf: (day: string) => string, next: (from: string) => string) {
  const counts = new Map<string, number>();
  for (const { day, raised } of rows) counts.set(startOf(day), (counts.get(startOf(day)) ?? 0) + raised);
  const starts = [...counts.keys()].sort();
  const [first, last] = [starts[0], starts.at(-1)];
  const spans: { from: string; count: number }[] = [];
  if (first === undefined || last === undefined) return spans;
  for (let from = first; from <= last; from = next(from)) spans.push({ from, count: counts.get(from) ?? 0 });
  return spans;
}

function signedFacts(rows: readonly FactRow[], nowMs: number): PastFacts['signed'] {
  const ended = rows.flatMap(({ endedAt, ...row }) => (endedAt === null ? [] : [{ ...row, endedAt }]));
  const due = ended.filter(({ lockedAt, endedAt }) => lockedAt !== null || nowMs - endedAt > DAY_MS);
  const waiting = ended.filter(({ toSign }) => toSign);
  return {
    due: due.length,
    withinDay: due.filter(({ lockedAt, endedAt }) => lockedAt !== null && lockedAt - endedAt <= DAY_MS)
      .length,
    toSign: waiting.length,
    oldestMs: waiting.length === 0 ? null : nowMs - Math.min(...waiting.map(({ endedAt }) => endedAt)),
  };
}

const monthOf = (day: string) => `${day.slice(0, 7)}-01`;
/** The Monday on or before. */
const weekOf = (day: string) => shifted(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
const shifted = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [upper = 0, lower = 0] = [sorted[middle], sorted[middle - 1]];
  return sorted.length % 2 === 1 ? upper : (upper + lower) / 2;
}
