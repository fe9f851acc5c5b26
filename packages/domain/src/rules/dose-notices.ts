import { drugRow } from '../drugs/catalog.ts';
import { type Administration, administrations, studyAdministrations } from '../session/administrations.ts';
import { itemOf, type SessionState } from '../session/state.ts';
import { type DoseFinding, doseFindings, maybeSame } from './dose-checks.ts';
import { doseLimits } from './dose-limits.ts';
import type { NoticeFacts, NoticePriority, Raised } from './notice.ts';

/**
 * Doses outside what protocol, gate and record say (DOS-9 to DOS-17). A dose that was given is never refused for it:
 * it is stored and noticed. The reason of an override settles it at once.
 * @param nowMs a running infusion counts up to it
 */
export function doseNotices(state: SessionState, nowMs: number): Raised[] {
  const found: Raised[] = [];
  const before: Administration[] = [];
  for (const one of administrations(state, nowMs)) {
    const studied = drugRow(one.drug).studyDrug;
    const asked = { ...one, atMs: one.startMs };
    for (const finding of doseFindings(state, asked, before)) {
      const sinceMs =
        finding.ruleId === 'dose-ceiling' ? crossedMs(state, one, finding.limitMicrograms, nowMs) : null;
      found.push(raised(one, finding.ruleId, 'high', factsOf(finding), sinceMs));
    }
    found.push(...planNotice(state, one, before, studied), ...twiceNotice(state, one));
    if (studied) before.push(one);
  }
  return found;
}

/** Over the plan and within the ceiling: Medium. */
function planNotice(
  state: SessionState,
  one: Administration,
  before: readonly Administration[],
  studied: boolean,
): Raised[] {
  const { ceilingMicrograms, plannedMicrograms } = doseLimits(state);
  const totalMicrograms = before.reduce((sum, other) => sum + other.micrograms, one.micrograms);
  if (!studied || plannedMicrograms === null || totalMicrograms <= plannedMicrograms) return [];
  if (ceilingMicrograms !== null && totalMicrograms > ceilingMicrograms) return [];
  const facts: NoticeFacts = {
    type: 'dose-total',
    against: 'plan',
    totalMicrograms,
    limitMicrograms: plannedMicrograms,
  };
  return [raised(one, 'dose-plan', 'medium', facts, null)];
}

/** The later of two doses of one drug by two people within 10 minutes, unless whoever recorded it said which it is. */
function twiceNotice(state: SessionState, one: Administration): Raised[] {
  if (one.shape === 'infusion') return [];
  const other = maybeSame(state, { ...one, atMs: one.startMs }, one.author.id, one.id);
  if (other === null || other.seq > one.seq) return [];
  const data = itemOf(state, one.id)?.data as { separateFrom?: string } | null | undefined;
  if (data?.separateFrom === other.id) return [];
  return [
    raised(one, 'dose-twice', 'high', { type: 'dose-twice', otherId: other.id, by: other.author.name }, null),
  ];
}

function factsOf(finding: DoseFinding): NoticeFacts {
  switch (finding.ruleId) {
    case 'dose-ceiling': {
      const { totalMicrograms, limitMicrograms } = finding;
      return { type: 'dose-total', against: 'ceiling', totalMicrograms, limitMicrograms };
    }
    case 'dose-interval':
      return { type: 'dose-interval', minutes: finding.minutes, limitMinutes: finding.limitMinutes };
    case 'dose-range':
      return {
        type: 'dose-range',
        amountMicrograms: finding.amountMicrograms,
        fromMicrograms: finding.fromMicrograms,
      };
    case 'dose-gate':
      return { type: 'dose-gate', missing: finding.missing };
    case 'dose-hold':
      return { type: 'dose-hold', heldBy: finding.heldBy };
    case 'dose-allergy':
      return { type: 'dose-allergy', allergy: finding.allergy, drug: finding.drug };
  }
}

/** When the total went over the ceiling: with a dose at once, with an infusion while it ran. To the millisecond. */
function crossedMs(
  state: SessionState,
  one: Administration,
  limitMicrograms: number,
  nowMs: number,
): number | null {
  if (one.shape === 'dose') return null;
  let [lowMs, highMs] = [one.startMs, one.endMs ?? nowMs];
  while (lowMs < highMs) {
    const middleMs = Math.floor((lowMs + highMs) / 2);
    const total = studyAdministrations(state, middleMs).reduce((sum, { micrograms }) => sum + micrograms, 0);
    if (total > limitMicrograms) highMs = middleMs;
    else lowMs = middleMs + 1;
  }
  return lowMs;
}

function raised(
  one: Administration,
  ruleId: string,
  priority: NoticePriority,
  facts: NoticeFacts,
  crossed: number | null,
): Raised {
  const sinceMs = Math.max(crossed ?? one.startMs, Date.parse(one.recordedAt));
  const overridden = one.overrideReason !== undefined;
  return {
    ruleId,
    by: one.id,
    entryId: one.id,
    priority,
    emergency: false,
    facts,
    sinceMs,
    recheckedMs: [],
    settledMs: overridden ? sinceMs : null,
    supersededBy: null,
    seenBy: overridden ? [{ by: one.author, atMs: sinceMs }] : [],
  };
}
