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
    const beside = givenByThen(state, one, before, nowMs);
    // How near it is to another one is asked of those before it alone: of two, the later one is too soon.
    const findings = [
      ...doseFindings(state, asked, before).filter(({ ruleId }) => ruleId !== 'dose-ceiling'),
      ...doseFindings(state, asked, beside).filter(({ ruleId }) => ruleId === 'dose-ceiling'),
    ];
    for (const finding of findings) {
      const sinceMs =
        finding.ruleId === 'dose-ceiling' ? crossedMs(state, one, finding.limitMicrograms, nowMs) : null;
      found.push(raised(one, finding.ruleId, 'high', factsOf(finding), sinceMs));
    }
    found.push(...planNotice(state, one, beside, studied, nowMs), ...twiceNotice(state, one));
    if (studied) before.push(one);
  }
  return found;
}

/**
 * What else had been given when the last of this one went in: beside a dose the part of an infusion that was in by
 * then, beside an infusion also what was given while it ran. So whoever carries the total over a limit is named.
 */
function givenByThen(
  state: SessionState,
  one: Administration,
  before: readonly Administration[],
  nowMs: number,
): readonly Administration[] {
  if (one.shape === 'infusion') {
    return studyAdministrations(state, Math.min(one.endMs ?? nowMs, nowMs)).filter(({ id }) => id !== one.id);
  }
  if (before.every(({ shape }) => shape === 'dose')) return before;
  const ids = new Set(before.map(({ id }) => id));
  return studyAdministrations(state, one.startMs).filter(({ id }) => ids.has(id));
}

/** Over the plan and within the ceiling: Medium. */
function planNotice(
  state: SessionState,
  one: Administration,
  beside: readonly Administration[],
  studied: boolean,
  nowMs: number,
): Raised[] {
  const { ceilingMicrograms, plannedMicrograms } = doseLimits(state);
  const totalMicrograms = beside.reduce((sum, other) => sum + other.micrograms, one.micrograms);
  if (!studied || plannedMicrograms === null || totalMicrograms <= plannedMicrograms) return [];
  if (ceilingMicrograms !== null && totalMicrograms > ceilingMicrograms) return [];
  const facts: NoticeFacts = {
    type: 'dose-total',
    against: 'plan',
    totalMicrograms,
    limitMicrograms: plannedMicrograms,
  };
  return [raised(one, 'dose-plan', 'medium', facts, crossedMs(state, one, plannedMicrograms, nowMs))];
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
