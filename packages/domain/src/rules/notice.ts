import type { CheckKey } from '../checklist/catalog.ts';
import { recorderOf } from '../entries/entry-kind.ts';
import type { Author } from '../roles.ts';
import { standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import type { VitalSignKey } from '../vitals/catalog.ts';
import type { HeldBy } from './dose-checks.ts';
import type { Breach } from './limits.ts';

export type NoticePriority = 'high' | 'medium' | 'low';

/** What a notice says, as values: screens put them into words with their units. */
export type NoticeFacts =
  | {
      readonly type: 'sign';
      readonly breaches: readonly Breach[];
      /** What was measured of the signs of this rule, a pressure with both ends. */
      readonly values: Readonly<Partial<Record<VitalSignKey, number>>>;
      readonly takenAt: string;
      /** Term of the adverse event that makes it an emergency. */
      readonly symptom: string | null;
    }
  | { readonly type: 'no-reading'; readonly sign: string; readonly reason: string; readonly takenAt: string }
  | { readonly type: 'vitals-due'; readonly slotAt: string }
  | { readonly type: 'still-going'; readonly minutes: number }
  | {
      readonly type: 'dose-total';
      readonly against: 'ceiling' | 'plan';
      readonly totalMicrograms: number;
      readonly limitMicrograms: number;
    }
  | { readonly type: 'dose-interval'; readonly minutes: number; readonly limitMinutes: number }
  | { readonly type: 'dose-range'; readonly amountMicrograms: number; readonly fromMicrograms: number }
  | { readonly type: 'dose-gate'; readonly missing: readonly CheckKey[] }
  | { readonly type: 'dose-hold'; readonly heldBy: readonly HeldBy[] }
  | { readonly type: 'dose-allergy'; readonly allergy: string; readonly drug: string }
  /** `by`: who recorded the other one. */
  | { readonly type: 'dose-twice'; readonly otherId: string; readonly by: string };

/** A condition as a rule found it, before anyone has looked at it. */
export interface Raised {
  readonly ruleId: string;
  /** Entry that raised it, or the start of the slot: the second half of the notice's id. */
  readonly by: string;
  /** Null when it was raised by the clock. */
  readonly entryId: string | null;
  readonly priority: NoticePriority;
  readonly emergency: boolean;
  readonly facts: NoticeFacts;
  /** When a screen could first show it: when the value was taken, or entered if that was later. */
  readonly sinceMs: number;
  /** When the same condition was looked at again without settling it, oldest first. */
  readonly recheckedMs: readonly number[];
  /** What ended the condition by itself. */
  readonly settledMs: number | null;
  /** The later entry that raised the same rule anew, when there is one: that notice stands for both. */
  readonly supersededBy: string | null;
  /** Who has seen it by recording what raised or settled it. */
  readonly seenBy: readonly { readonly by: Author; readonly atMs: number }[];
}

export interface Seen {
  readonly by: Author;
  readonly at: string;
  readonly reason: string | null;
}

export interface Notice extends Omit<Raised, 'settledMs' | 'seenBy' | 'by' | 'recheckedMs'> {
  readonly id: string;
  /** When it was raised last: a High that nobody rechecks is raised again every 5 minutes. */
  readonly raisedMs: number;
  readonly settled: {
    readonly how: 'value' | 'outcome';
    readonly atMs: number;
    readonly outcome: string | null;
  } | null;
  /** Everyone who tapped Seen, oldest first. */
  readonly seen: readonly Seen[];
  /** A physician or nurse has seen it since it was raised last: it repeats no more. */
  readonly quiet: boolean;
  /** On the bar: its condition is open, or no physician or nurse has seen it. */
  readonly shown: boolean;
  /** Of an unseen High: 1 from 60 s (every physician and nurse of the clinic), 2 from 120 s (fetch the physician). */
  readonly escalation: 0 | 1 | 2;
}

const MINUTE = 60_000;
/** A High asks for an outcome or a recheck within so long (clinical.md 1.4). */
export const RECHECK_MS = 5 * MINUTE;
const ESCALATE_MS = { clinic: 60_000, fetch: 120_000 };
const countedRoles: readonly string[] = ['physician', 'nurse'];

export function noticeId(ruleId: string, by: string): string {
  return `${ruleId}:${by}`;
}

/**
 * A raised condition with what people did about it. Two facts are kept apart: the condition, open until a value in
 * range or a written outcome, and Seen; only a physician's or nurse's Seen makes it quiet (NTC-3, NTC-4).
 */
export function asNotice(raised: Raised, acknowledgements: Acknowledgements, nowMs: number): Notice {
  const { settledMs, seenBy, by, recheckedMs, ...facts } = raised;
  const id = noticeId(raised.ruleId, by);
  const told = acknowledgements.get(id) ?? [];
  const written = told.find(({ outcome }) => outcome !== null) ?? null;
  const settled =
    settledMs !== null && (written === null || settledMs <= written.atMs)
      ? ({ how: 'value', atMs: settledMs, outcome: null } as const)
      : written === null
        ? null
        : ({ how: 'outcome', atMs: written.atMs, outcome: written.outcome } as const);
  const raisedMs = lastRaisedMs(raised, Math.min(settled?.atMs ?? nowMs, nowMs));
  const counted = [...told, ...seenBy].some(
    ({ by: person, atMs }) => countedRoles.includes(person.role) && atMs >= raisedMs,
  );
  const current = raised.supersededBy === null;
  const shown = current && raised.priority !== 'low' && (settled === null || !counted);
  const unseenMs = nowMs - raisedMs;
  return {
    ...facts,
    id,
    raisedMs,
    settled,
    seen: told.map(({ by: person, at, reason }) => ({ by: person, at, reason })),
    quiet: counted,
    shown,
    escalation:
      !shown || counted || raised.priority !== 'high' || unseenMs < ESCALATE_MS.clinic
        ? 0
        : unseenMs < ESCALATE_MS.fetch
          ? 1
          : 2,
  };
}

/** NTC-6: without a recheck by its time a High is raised again, although nothing worsened. */
function lastRaisedMs({ priority, sinceMs, recheckedMs, facts }: Raised, untilMs: number): number {
  if (priority !== 'high' || facts.type !== 'sign') return sinceMs;
  let raisedMs = sinceMs;
  let fromMs = sinceMs;
  for (const nextMs of [...recheckedMs, untilMs]) {
    const times = Math.floor((nextMs - fromMs) / RECHECK_MS);
    if (times >= 1) raisedMs = fromMs + times * RECHECK_MS;
    fromMs = Math.max(fromMs, nextMs);
  }
  return raisedMs;
}

interface Acknowledged {
  readonly by: Author;
  readonly at: string;
  readonly atMs: number;
  readonly reason: string | null;
  readonly outcome: string | null;
}
export type Acknowledgements = ReadonlyMap<string, readonly Acknowledged[]>;

/** What people said to notices, by notice id, oldest first. */
export function acknowledgementsOf(state: SessionState): Acknowledgements {
  const found = new Map<string, Acknowledged[]>();
  for (const { happenedAt, happenedMs, data, item } of standing(state, 'acknowledgement')) {
    const list = found.get(data.noticeId) ?? [];
    list.push({
      by: recorderOf(item.entry),
      at: happenedAt,
      atMs: happenedMs,
      reason: data.reason ?? null,
      outcome: data.outcome ?? null,
    });
    found.set(data.noticeId, list);
  }
  return found;
}
