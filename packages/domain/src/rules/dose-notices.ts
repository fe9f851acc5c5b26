import { drugRow } from '../drugs/catalog.ts';
import { type Administration, administrations, studyAdministrations } from '../session/administrations.ts';
import { ketamineGiven } from '../session/ketamine-given.ts';
import type { SessionState } from '../session/state.ts';
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
  // How near it is to another one is asked of those before it alone: of two, the later one is too soon.
  const before: Administration[] = [];
  const all = administrations(state, nowMs);
  const onlyDoses = all.every(({ shape }) => shape === 'dose');
  let dosed = 0;
  for (const one of all) {
    if (drugRow(one.drug).studyDrug) dosed += one.micrograms;
    // Without an infusion it is the sum of those before it: the same, and not added up anew for each.
    const total = onlyDoses ? dosed : totalWith(state, one, nowMs);
    for (const finding of doseFindings(state, { ...one, atMs: one.startMs }, before, total)) {
      const facts = factsOf(finding);
      if (finding.ruleId === 'dose-ceiling') {
        const sinceMs = crossedMs(state, one, finding.limitMicrograms, nowMs);
        // Who goes on with an infusion over the ceiling gives the reason with its rate.
        const override = one.override ?? one.rateOverride;
        found.push(raised({ ...one, override }, finding.ruleId, 'high', facts, sinceMs));
      } else {
        found.push(raised(one, finding.ruleId, 'high', facts, one.startMs));
      }
    }
    found.push(...twiceNotice(state, one));
    if (!drugRow(one.drug).studyDrug) continue;
    found.push(...planNotice(state, one, total, nowMs));
    before.push(one);
  }
  return found;
}

/**
 * The total when the last of this one went in: of an infusion with all that was given while it ran, of a dose with the
 * part of an infusion that was in by then. So whoever carries the total over a limit is named, and nobody before.
 */
function totalWith(state: SessionState, one: Administration, nowMs: number): number {
  if (one.shape === 'infusion') return ketamineGiven(state, one.endMs ?? nowMs).totalMicrograms;
  return studyAdministrations(state, one.startMs)
    .filter(({ startMs, seq }) => startMs < one.startMs || seq <= one.seq)
    .reduce((sum, { micrograms }) => sum + micrograms, 0);
}

/** Over the plan and within the ceiling: Medium. */
function planNotice(
  state: SessionState,
  one: Administration,
  totalMicrograms: number,
  nowMs: number,
): Raised[] {
  const { ceilingMicrograms, plannedMicrograms } = doseLimits(state);
  if (plannedMicrograms === null || totalMicrograms <= plannedMicrograms) return [];
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
  const other = maybeSame(state, { ...one, atMs: one.startMs }, one.author.id, one.seq);
  if (other === null || other.id === one.separateFrom) return [];
  const facts: NoticeFacts = { type: 'dose-twice', otherId: other.id, by: other.author.name };
  return [raised(one, 'dose-twice', 'high', facts, one.startMs)];
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

/** When the total went over a limit: with a dose at once, with an infusion while it ran. To the millisecond. */
function crossedMs(state: SessionState, one: Administration, limitMicrograms: number, nowMs: number): number {
  let [lowMs, highMs] = [one.startMs, one.endMs ?? nowMs];
  while (lowMs < highMs) {
    const middleMs = Math.floor((lowMs + highMs) / 2);
    if (ketamineGiven(state, middleMs).totalMicrograms > limitMicrograms) highMs = middleMs;
    else lowMs = middleMs + 1;
  }
  return lowMs;
}

function raised(
  one: Administration,
  ruleId: string,
  priority: NoticePriority,
  facts: NoticeFacts,
  conditionMs: number,
): Raised {
  const sinceMs = Math.max(conditionMs, Date.parse(one.recordedAt));
  const seen = one.override === null ? [] : [{ ...one.override, atMs: Math.max(sinceMs, one.override.atMs) }];
  return {
    ruleId,
    by: one.id,
    entryId: one.id,
    priority,
    emergency: false,
    facts,
    sinceMs,
    recheckedMs: [],
    settledMs: seen[0]?.atMs ?? null,
    supersededBy: null,
    seenBy: seen,
  };
}
