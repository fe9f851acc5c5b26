import type { SessionFigures } from './session-figures.ts';

/** Of fewer sessions than this no number is shown: it would be read as more than it is. */
export const LEAST_SHOWN = 5;

/** A session that is over, as insights count it. */
export interface InsightRow {
  readonly id: string;
  readonly endedAt: string | null;
  /** Null for one that was cancelled, or that nothing is known of yet. */
  readonly figures: SessionFigures | null;
}

/** First and last value of one line of a measure in one course, and how many days lie between. */
export interface MeasureChange {
  readonly instrument: string;
  /** `total`, or the question of a measure that is never summed. */
  readonly line: string;
  readonly first: number;
  readonly latest: number;
  readonly days: number;
}

/** One number with what it is of. `value` is null while there is too little to say. */
export interface Insight {
  /** Sessions, doses or clients that it was reckoned from. */
  readonly n: number;
  readonly value: number | null;
  /** The sessions behind the number: those that it counts, else those that it was reckoned from. */
  readonly ids: readonly string[];
}

export interface Insights {
  readonly sessions: number;
  /** Median rise of systolic pressure over the baseline, percent; each point is a session. */
  readonly rise: Insight & {
    readonly points: readonly {
      readonly id: string;
      readonly microgramsPerKg: number;
      readonly percent: number;
    }[];
  };
  /** Percent of the sets that were due. */
  readonly vitalsOnTime: Insight;
  /** Medium and High per session. */
  readonly notices: Insight;
  /** Median ms from raised to the first Seen; `n` counts notices. */
  readonly seen: Insight;
  /** Sessions with a dose outside of a limit, percent. */
  readonly outside: Insight;
  /** Median ms from the last dose to the end. */
  readonly goHome: Insight;
  /** Events of grades 1 to 5. */
  readonly events: readonly Insight[];
  /** Doses that were taken back within ten minutes, percent of doses. */
  readonly takenBack: Insight;
  /** Median change from the first to the last, by line of a measure; `n` counts courses with two or more. */
  readonly changes: readonly (Insight &
    Pick<MeasureChange, 'instrument' | 'line'> & { readonly per30Days: number | null })[];
  readonly gaps: {
    /** With a set that was due and came late or never. */
    readonly vitals: readonly string[];
    /** That ended with an item of the way home unmet. */
    readonly goingHome: readonly string[];
    /** With a notice that has neither a value back in range nor an outcome. */
    readonly notices: readonly string[];
    /** That wait for a signature, the longest first. */
    readonly unsigned: readonly string[];
  };
}

type Known = InsightRow & { readonly figures: SessionFigures };

/** @param rows newest first (ISG-1: what they say equals what the entries say) */
export function insightsOf(rows: readonly InsightRow[], changes: readonly MeasureChange[]): Insights {
  const known = rows.filter((row): row is Known => row.figures !== null);
  const given = known.filter(({ figures }) => figures.doses > 0);
  const due = known.filter(({ figures }) => figures.vitals.due > 0);
  const seen = known.filter(({ figures }) => figures.notices.seenMs.length > 0);
  const outside = given.filter(({ figures }) => figures.dosesOutside > 0);
  const quick = known.filter(({ figures }) => figures.retractions.quickDoses > 0);
  const doses = sum(given, ({ doses: all }) => all) + sum(known, ({ retractions }) => retractions.doses);
  return {
    sessions: rows.length,
    rise: riseOf(known),
    vitalsOnTime: shown(due.length, idsOf(due), () =>
      percent(
        sum(due, ({ vitals }) => vitals.onTime),
        sum(due, ({ vitals }) => vitals.due),
      ),
    ),
    notices: shown(
      known.length,
      idsOf(known.filter(({ figures }) => raisedIn(figures) > 0)),
      () => sum(known, raisedIn) / known.length,
    ),
    seen: shown(
      sum(seen, ({ notices }) => notices.seenMs.length),
      idsOf(seen),
      () => median(seen.flatMap(({ figures }) => figures.notices.seenMs)),
    ),
    outside: shown(given.length, idsOf(outside), () => percent(outside.length, given.length)),
    goHome: goHomeOf(given),
    events: [0, 1, 2, 3, 4].map((at) => {
      const of = known.filter(({ figures }) => (figures.events.byGrade[at] ?? 0) > 0);
      return shown(known.length, idsOf(of), () => sum(of, ({ events }) => events.byGrade[at] ?? 0));
    }),
    takenBack: shown(doses, idsOf(quick), () =>
      percent(
        sum(quick, ({ retractions }) => retractions.quickDoses),
        doses,
      ),
    ),
    changes: changesOf(changes),
    gaps: {
      vitals: idsOf(due.filter(({ figures: { vitals } }) => vitals.onTime < vitals.due)),
      goingHome: idsOf(
        known.filter(({ figures: { goingHome } }) => goingHome !== null && goingHome.met < goingHome.of),
      ),
      notices: idsOf(known.filter(({ figures }) => figures.notices.open > 0)),
      unsigned: idsOf(
        known
          .filter(({ figures }) => figures.toSign.length > 0)
          .sort((a, b) => Date.parse(a.endedAt ?? '') - Date.parse(b.endedAt ?? '')),
      ),
    },
  };
}

const raisedIn = ({ notices }: SessionFigures) => notices.high.raised + notices.medium.raised;

function riseOf(known: readonly Known[]): Insights['rise'] {
  const points = known.flatMap(({ id, figures: { baseline, peak, microgramsPerKg } }) =>
    baseline === null || peak === null || microgramsPerKg === null || microgramsPerKg === 0
      ? []
      : [{ id, microgramsPerKg, percent: ((peak.systolic - baseline.systolic) / baseline.systolic) * 100 }],
  );
  const ids = points.map(({ id }) => id);
  const insight = shown(points.length, ids, () => median(points.map(({ percent: rise }) => rise)));
  return { ...insight, points: insight.value === null ? [] : points };
}

function goHomeOf(given: readonly Known[]): Insight {
  const left = given.flatMap(({ id, endedAt, figures: { lastDoseAt } }) =>
    endedAt === null || lastDoseAt === null
      ? []
      : [{ id, ms: Math.max(0, Date.parse(endedAt) - Date.parse(lastDoseAt)) }],
  );
  return shown(
    left.length,
    left.map(({ id }) => id),
    () => median(left.map(({ ms }) => ms)),
  );
}

function changesOf(all: readonly MeasureChange[]): Insights['changes'] {
  const keyOf = ({ instrument, line }: MeasureChange) => `${instrument} ${line}`;
  const firsts = all.filter((change, at) => all.findIndex((other) => keyOf(other) === keyOf(change)) === at);
  return firsts
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ instrument, line }) => {
      const own = all.filter((change) => change.instrument === instrument && change.line === line);
      const long = own.filter(({ days }) => days >= 1);
      const insight = shown(own.length, [], () => median(own.map(({ first, latest }) => latest - first)));
      return {
        instrument,
        line,
        ...insight,
        per30Days:
          long.length < LEAST_SHOWN
            ? null
            : median(long.map(({ first, latest, days }) => ((latest - first) / days) * 30)),
      };
    });
}

function shown(n: number, ids: readonly string[], value: () => number): Insight {
  return { n, ids, value: n < LEAST_SHOWN ? null : value() };
}

const idsOf = (rows: readonly InsightRow[]) => rows.map(({ id }) => id);
const sum = (rows: readonly Known[], of: (figures: SessionFigures) => number) =>
  rows.reduce((total, { figures }) => total + of(figures), 0);
const percent = (part: number, whole: number) => (whole === 0 ? 0 : (part / whole) * 100);

/** The middle one, or the mean of the two in the middle. @param values at least one */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
