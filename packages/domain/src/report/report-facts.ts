import { baselineOf } from '../rules/baseline.ts';
import type { Notice } from '../rules/notice.ts';
import { noticesOf } from '../rules/notices.ts';
import { LATE_FROM_MS, vitalsSlots } from '../rules/vitals-due.ts';
import { type KetamineGiven, ketamineGiven } from '../session/ketamine-given.ts';
import { standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';

/** A pressure in mmHg, and the entry it comes from where it is one reading. */
export interface Pressure {
  readonly systolic: number;
  readonly diastolic: number;
  readonly at: string | null;
}

/** The facts at the head of a report, on screen and on paper alike (RPT-1). */
export interface ReportFacts {
  readonly ketamine: KetamineGiven;
  /** Whole mmHg. The highest is by systolic and of after the first dose; last is the last one of the session. */
  readonly pressure: {
    readonly baseline: Pressure | null;
    readonly highest: Pressure | null;
    readonly last: Pressure | null;
  };
  /** Percent; oxygen in litres per minute as recorded with it or last before it, null when nobody said. */
  readonly lowestSaturation: {
    readonly percent: number;
    readonly at: string;
    readonly oxygenLitresPerMin: number | null;
  } | null;
  /** Sets of vital signs that were due by the end, and how many came within their window. */
  readonly vitals: { readonly due: number; readonly onTime: number };
  /** Medium and High that were raised; `longestUnseenMs` from raised to the first Seen of a physician or nurse. */
  readonly notices: {
    readonly high: number;
    readonly medium: number;
    readonly open: number;
    readonly longestUnseenMs: number | null;
  };
}

/** @param nowMs milliseconds since the epoch, by the server's clock */
export function reportFacts(state: SessionState, nowMs: number): ReportFacts {
  return {
    ketamine: ketamineGiven(state),
    pressure: pressureFacts(state),
    lowestSaturation: lowestSaturation(state),
    vitals: vitalsFacts(state, nowMs),
    notices: noticeFacts(noticesOf(state, nowMs)),
  };
}

function pressureFacts(state: SessionState): ReportFacts['pressure'] {
  const base = baselineOf(state);
  const { systolic, diastolic } = base?.signs ?? {};
  const readings = standing(state, 'vital-signs').flatMap(({ data, happenedAt }): Required<Pressure>[] =>
    data.systolic === undefined || data.diastolic === undefined
      ? []
      : [{ systolic: data.systolic, diastolic: data.diastolic, at: happenedAt }],
  );
  const after = base === null ? readings : readings.filter(({ at }) => (at as string) >= base.doseAt);
  const highest = after.reduce<Pressure | null>(
    (most, one) =>
      most === null ||
      one.systolic > most.systolic ||
      (one.systolic === most.systolic && one.diastolic > most.diastolic)
        ? one
        : most,
    null,
  );
  return {
    baseline:
      systolic === undefined || diastolic === undefined
        ? null
        : { systolic: systolic.value, diastolic: diastolic.value, at: null },
    highest,
    last: readings.at(-1) ?? null,
  };
}

function lowestSaturation(state: SessionState): ReportFacts['lowestSaturation'] {
  let lowest: ReportFacts['lowestSaturation'] = null;
  let oxygen: number | null = null;
  for (const { data, happenedAt } of standing(state, 'vital-signs')) {
    oxygen = data.oxygenLitresPerMin ?? oxygen;
    if (data.spo2 === undefined || (lowest !== null && data.spo2 >= lowest.percent)) continue;
    lowest = { percent: data.spo2, at: happenedAt, oxygenLitresPerMin: oxygen };
  }
  return lowest;
}

function vitalsFacts(state: SessionState, nowMs: number): ReportFacts['vitals'] {
  const untilMs = state.endedAt === null ? nowMs : Date.parse(state.endedAt);
  const due = vitalsSlots(state, nowMs).filter(
    ({ startMs, answer }) => answer !== null || startMs + LATE_FROM_MS < untilMs,
  );
  const onTime = due.filter(
    ({ startMs, answer }) => answer !== null && answer.happenedMs <= startMs + LATE_FROM_MS,
  );
  return { due: due.length, onTime: onTime.length };
}

function noticeFacts(all: readonly Notice[]): ReportFacts['notices'] {
  const raised = all.filter(({ priority }) => priority !== 'low');
  const waits = raised.flatMap(({ sinceMs, seen }) => {
    const first = seen.find(({ by }) => by.role === 'physician' || by.role === 'nurse');
    return first === undefined ? [] : [Math.max(0, Date.parse(first.at) - sinceMs)];
  });
  return {
    high: raised.filter(({ priority }) => priority === 'high').length,
    medium: raised.filter(({ priority }) => priority === 'medium').length,
    open: raised.filter(({ settled, supersededBy }) => settled === null && supersededBy === null).length,
    longestUnseenMs: waits.length === 0 ? null : Math.max(...waits),
  };
}
