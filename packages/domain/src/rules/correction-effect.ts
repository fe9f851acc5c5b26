import type { SessionState } from '../session/state.ts';
import { type VitalSignKey, vitalSignRows } from '../vitals/catalog.ts';
import { type Baseline, baselineOf } from './baseline.ts';
import type { Notice } from './notice.ts';
import { noticeSentence } from './notice-words.ts';
import { noticesOf } from './notices.ts';

export interface BaselineChange {
  readonly sign: VitalSignKey;
  /** In the sign's unit; null: no baseline. */
  readonly before: number | null;
  readonly after: number | null;
}

/** What a correction does besides what it says, because the first dose moves with it. */
export interface CorrectionEffect {
  /** When the first dose of ketamine or esketamine was given. */
  readonly firstDoseAt: { readonly before: string; readonly after: string };
  /** Signs whose baseline differs, in the order of the catalogue. */
  readonly baseline: readonly BaselineChange[];
  /** Notices that are there only afterwards. */
  readonly raised: readonly Notice[];
  /** Notices that are there only before. */
  readonly gone: readonly Notice[];
  /** Notices of one id that say something else afterwards, or say it with another priority. */
  readonly changed: readonly { readonly before: Notice; readonly after: Notice }[];
}

/**
 * The baseline is fixed at the first dose. A correction after which another moment is the first dose fixes it anew: the
 * new baseline and each notice that changes are shown for a person to confirm (BAS-8, clinical.md 1.4). Slots of vital signs count while they are on the bar, all other notices whatever became of them.
 * @param nowMs milliseconds since the epoch, by the server's clock
 * @returns null when the first dose stays where it was, or when there was or is none to move
 */
export function correctionEffect(
  before: SessionState,
  after: SessionState,
  nowMs: number,
): CorrectionEffect | null {
  const old = baselineOf(before);
  const next = baselineOf(after);
  if (old === null || next === null || old.doseAt === next.doseAt) return null;
  const noticesBefore = countedNotices(before, nowMs);
  const noticesAfter = countedNotices(after, nowMs);
  return {
    firstDoseAt: { before: old.doseAt, after: next.doseAt },
    baseline: baselineChanges(old, next),
    raised: [...noticesAfter.values()].filter(({ id }) => !noticesBefore.has(id)),
    gone: [...noticesBefore.values()].filter(({ id }) => !noticesAfter.has(id)),
    changed: [...noticesBefore.values()].flatMap((notice) => {
      const later = noticesAfter.get(notice.id);
      return later === undefined || saysTheSame(notice, later) ? [] : [{ before: notice, after: later }];
    }),
  };
}

function baselineChanges(old: Baseline, next: Baseline): BaselineChange[] {
  return vitalSignRows
    .map(({ key }) => ({
      sign: key,
      before: old.signs[key]?.value ?? null,
      after: next.signs[key]?.value ?? null,
    }))
    .filter((change) => change.before !== change.after);
}

function countedNotices(state: SessionState, nowMs: number): Map<string, Notice> {
  const counted = noticesOf(state, nowMs).filter(({ shown, facts }) => shown || facts.type !== 'vitals-due');
  return new Map(counted.map((notice) => [notice.id, notice]));
}

function saysTheSame(one: Notice, other: Notice): boolean {
  return one.priority === other.priority && noticeSentence(one.facts) === noticeSentence(other.facts);
}
