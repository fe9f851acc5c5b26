import { administrations } from '../session/administrations.ts';
import { standing } from '../session/select.ts';
import { type MissingPart, partsMissing } from '../session/signatures.ts';
import type { SessionState } from '../session/state.ts';
import { type DischargeItem, dischargeOf } from './discharge.ts';
import { acknowledgementsOf, type Notice } from './notice.ts';
import { noticeSentence } from './notice-words.ts';
import { noticesOf } from './notices.ts';
import { LATE_FROM_MS, vitalsSlots } from './vitals-due.ts';

/** Outside of amount, interval or record: nobody signs for it without a reason. An open checklist is asked about. */
const needReason: readonly string[] = [
  'dose-ceiling',
  'dose-interval',
  'dose-range',
  'dose-allergy',
  'dose-twice',
];

/**
 * What keeps a session from being signed (SGN-1): a dose outside of ceiling, interval, range or record that nobody has
 * given a reason for, and an infusion without a stop. Each in a sentence that says what to do.
 */
export function openBeforeSigning(state: SessionState, nowMs: number): string[] {
  const doses = noticesOf(state, nowMs)
    .filter(needsReason)
    .map(({ facts }) => `${noticeSentence(facts)}. Say why in the outcome of its notice.`);
  return [
    ...doses,
    ...infusionsRunning(state, nowMs).map(() => 'An infusion was never stopped. Record its stop.'),
  ];
}

function needsReason({ ruleId, settled }: Notice): boolean {
  return needReason.includes(ruleId) && settled === null;
}

function infusionsRunning(state: SessionState, nowMs: number) {
  return administrations(state, nowMs).filter(
    ({ stopped, segments }) => !stopped && (segments.at(-1)?.microgramsPerHour ?? 0) > 0,
  );
}

/** A set of vital signs that came late or never. */
export interface LateSet {
  /** Of the notice about it: an outcome written there is its reason. */
  readonly noticeId: string;
  readonly dueMs: number;
  /** When it came; null: it never did. */
  readonly takenMs: number | null;
  /** What somebody wrote about it. */
  readonly reason: string | null;
}

/** What somebody looks at before signing (SGN-2). */
export interface SignOff {
  /** They stand in the way (SGN-1): doses without a reason. */
  readonly doses: readonly Notice[];
  /** How many infusions were never stopped; they stand in the way as well. */
  readonly infusions: number;
  /** Medium and High without a value back in range and without an outcome. */
  readonly notices: readonly Notice[];
  readonly lateSets: readonly LateSet[];
  /** What going home still asked for at the end; none when nothing was given. */
  readonly goingHome: readonly DischargeItem[];
  readonly partsMissing: readonly MissingPart[];
}

/** @param nowMs milliseconds since the epoch, by the server's clock */
export function signOffOf(state: SessionState, nowMs: number): SignOff {
  const all = noticesOf(state, nowMs);
  const doses = all.filter(needsReason);
  const given = standing(state, 'dose').length + standing(state, 'infusion-start').length > 0;
  return {
    doses,
    infusions: infusionsRunning(state, nowMs).length,
    notices: all.filter(
      (notice) =>
        notice.priority !== 'low' &&
        notice.settled === null &&
        notice.supersededBy === null &&
        !doses.includes(notice),
    ),
    lateSets: lateSetsOf(state, nowMs),
    goingHome: given ? dischargeOf(state, nowMs).items.filter(({ met }) => !met) : [],
    partsMissing: partsMissing(state),
  };
}

function lateSetsOf(state: SessionState, nowMs: number): LateSet[] {
  const told = acknowledgementsOf(state);
  return vitalsSlots(state, nowMs).flatMap(({ startMs, answer }) => {
    const takenMs = answer === null ? null : answer.happenedMs;
    if (takenMs !== null && takenMs <= startMs + LATE_FROM_MS) return [];
    // One that became due in the last minutes of a session is no omission.
    if (takenMs === null && endMs(state, nowMs) <= startMs + LATE_FROM_MS) return [];
    const noticeId = `vitals-due:${new Date(startMs).toISOString()}`;
    // A set that came settled its notice by itself; what was written about it counts all the same.
    const words = (told.get(noticeId) ?? []).map(({ outcome, reason }) => outcome ?? reason);
    const reason = words.findLast((said) => said !== null) ?? null;
    return [{ noticeId, dueMs: startMs, takenMs, reason }];
  });
}

function endMs({ endedAt }: SessionState, nowMs: number): number {
  return endedAt === null ? nowMs : Date.parse(endedAt);
}
