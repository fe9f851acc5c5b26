import type { VitalSigns } from '../entries/vital-signs.ts';
import { limitUnder, type Protocol, protocolOf } from '../protocol/protocol.ts';
import { type Standing, standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import type { VitalSignKey } from '../vitals/catalog.ts';
import { type Breach, breachOf, type LimitRow, type Side } from './limits.ts';
import type { NoticeFacts, Raised } from './notice.ts';
import { studyDoses } from './vitals-schedule.ts';

/** A rule per sign and side; the two ends of a pressure are one reading and one rule. */
interface SignRule {
  readonly id: string;
  readonly side: Side;
  readonly signs: readonly VitalSignKey[];
}

export const signRules: readonly SignRule[] = [
  { id: 'bp-high', side: 'high', signs: ['systolic', 'diastolic'] },
  { id: 'bp-low', side: 'low', signs: ['systolic'] },
  { id: 'heart-rate-high', side: 'high', signs: ['heartRate'] },
  { id: 'heart-rate-low', side: 'low', signs: ['heartRate'] },
  { id: 'spo2-low', side: 'low', signs: ['spo2'] },
  { id: 'respiratory-rate-high', side: 'high', signs: ['respiratoryRate'] },
  { id: 'respiratory-rate-low', side: 'low', signs: ['respiratoryRate'] },
  { id: 'sedation', side: 'low', signs: ['moaas'] },
];

/** Words for symptoms that make a pressure over its High limit an emergency (clinical.md 1.4, [S14]). */
const emergencyTerms: readonly string[] = ['headache', 'chest_pain', 'diplopia', 'seizure', 'syncope'];
const EMERGENCY_WITHIN_MS = 15 * 60_000;

type Set = Standing<'vital-signs'>;

/** Vital signs outside their limits, by rule and reading (NTC-1, NTC-2, NTC-5). */
export function signNotices(state: SessionState): Raised[] {
  const sets = standing(state, 'vital-signs');
  const [firstDose] = studyDoses(state);
  const firstDoseMs = firstDose === undefined ? null : firstDose.startMs;
  const protocol = protocolOf(state);
  return [
    ...signRules.flatMap((rule) => episodes(rule, sets, firstDoseMs, protocol)),
    ...sets.flatMap((set) => withoutReading(set, sets)),
    ...emergencies(state, sets),
  ];
}

/** One rule over all readings: raised by the first value outside and by each that is worse, until one is inside. */
function episodes(
  rule: SignRule,
  sets: readonly Set[],
  firstDoseMs: number | null,
  protocol: Protocol,
): Raised[] {
  const found: Open[] = [];
  let open: Open | null = null;
  let before: Set | null = null;
  for (const set of sets) {
    if (rule.signs.every((sign) => set.data[sign] === undefined)) continue;
    const breaches = breachesOf(rule, set, before, firstDoseMs, protocol);
    before = set;
    if (breaches.length === 0) {
      if (open !== null) open.settledMs = knownMs(set);
      open = null;
    } else if (open === null || worse(breaches, open.breaches, protocol)) {
      const next: Open = { set, breaches, recheckedMs: [], settledMs: null, supersededBy: null };
      if (open !== null) open.supersededBy = set.id;
      found.push(next);
      open = next;
    } else {
      open.recheckedMs.push(knownMs(set));
    }
  }
  return found.map(({ set, breaches, recheckedMs, settledMs, supersededBy }) => ({
    ruleId: rule.id,
    by: set.id,
    entryId: set.id,
    priority: priorityOf(breaches),
    emergency: breaches.some((breach) => isEmergency(breach, protocol)),
    facts: factsOf(set, rule, breaches, null),
    sinceMs: knownMs(set),
    recheckedMs,
    settledMs,
    supersededBy,
    seenBy: [],
  }));
}

function factsOf(
  { data, happenedAt }: Set,
  { signs }: SignRule,
  breaches: readonly Breach[],
  symptom: string | null,
): NoticeFacts {
  const measured = signs.includes('systolic') ? (['systolic', 'diastolic'] as const) : signs;
  const values = Object.fromEntries(measured.map((sign) => [sign, data[sign]]));
  return { type: 'sign', breaches, values, takenAt: happenedAt, symptom };
}

interface Open {
  readonly set: Set;
  readonly breaches: readonly Breach[];
  readonly recheckedMs: number[];
  settledMs: number | null;
  supersededBy: string | null;
}

function breachesOf(
  rule: SignRule,
  set: Set,
  before: Set | null,
  firstDoseMs: number | null,
  protocol: Protocol,
): Breach[] {
  const minutes = firstDoseMs === null ? null : (set.happenedMs - firstDoseMs) / 60_000;
  return rule.signs.flatMap((sign) => {
    const value = set.data[sign];
    const row = limitUnder(protocol, sign);
    if (value === undefined || row === undefined) return [];
    const breach = breachOf(row, rule.side, value, minutes);
    return breach === null ? [] : [twiceBelow(row, breach, set, before)];
  });
}

/** Two readings in a row under a limit stand for "sustained": a typed value has no duration. */
function twiceBelow({ twice, sign }: LimitRow, breach: Breach, set: Set, before: Set | null): Breach {
  const last = before?.data[sign];
  if (twice === undefined || before === null || last === undefined || breach.level === 'high') return breach;
  const apartMs = set.happenedMs - before.happenedMs;
  const both = breach.value < twice.below && last < twice.below;
  return both && apartMs <= twice.withinMinutes * 60_000
    ? { ...breach, level: 'high', limit: twice.below }
    : breach;
}

function priorityOf(breaches: readonly Breach[]): 'high' | 'medium' {
  return breaches.some(({ level }) => level === 'high') ? 'high' : 'medium';
}

function isEmergency({ sign, value }: Breach, protocol: Protocol): boolean {
  const below = limitUnder(protocol, sign)?.emergencyBelow;
  return below !== undefined && value < below;
}

/** A higher priority, or by the row's step beyond the value at which it was raised last. */
function worse(now: readonly Breach[], then: readonly Breach[], protocol: Protocol): boolean {
  if (priorityOf(now) === 'high' && priorityOf(then) === 'medium') return true;
  return now.some(({ sign, side, value }) => {
    const by = limitUnder(protocol, sign)?.worsensBy ?? null;
    const last = then.find((breach) => breach.sign === sign);
    if (by === null || last === undefined) return false;
    return side === 'high' ? value >= last.value + by : value <= last.value - by;
  });
}

/** No reading obtainable is High until there is one; refused and deferred are not. */
function withoutReading(set: Set, sets: readonly Set[]): Raised[] {
  return (set.data.notMeasured ?? [])
    .filter(({ outcome }) => outcome === 'unable')
    .map(({ sign, reason }) => {
      const next = sets.find(({ happenedAt, data }) => happenedAt > set.happenedAt && has(data, sign));
      return {
        ruleId: 'no-reading',
        by: `${set.id}:${sign}`,
        entryId: set.id,
        priority: 'high',
        emergency: false,
        facts: { type: 'no-reading', sign, reason, takenAt: set.happenedAt },
        sinceMs: knownMs(set),
        recheckedMs: [],
        settledMs: next === undefined ? null : knownMs(next),
        supersededBy: null,
        seenBy: [],
      };
    });
}

function has(data: VitalSigns, sign: string): boolean {
  return data[(sign === 'bloodPressure' ? 'systolic' : sign) as VitalSignKey] !== undefined;
}

/** A pressure over its High limit with a symptom within 15 minutes either way. */
function emergencies(state: SessionState, sets: readonly Set[]): Raised[] {
  const symptoms = standing(state, 'adverse-event').filter(({ data }) => emergencyTerms.includes(data.term));
  const rule = signRules[0] as SignRule;
  const over = sets.flatMap((set) => {
    const breaches = breachesOf(rule, set, null, null, protocolOf(state));
    return priorityOf(breaches) === 'high' ? [{ set, breaches }] : [];
  });
  return symptoms.flatMap((symptom) => {
    const symptomMs = Date.parse(symptom.data.onsetAt ?? symptom.happenedAt);
    const found = over.find(({ set }) => Math.abs(set.happenedMs - symptomMs) <= EMERGENCY_WITHIN_MS);
    if (found === undefined) return [];
    const { set, breaches } = found;
    return [
      {
        ruleId: 'bp-emergency',
        by: symptom.id,
        entryId: symptom.id,
        priority: 'high' as const,
        emergency: true,
        facts: factsOf(set, rule, breaches, symptom.data.term),
        sinceMs: Math.max(knownMs(set), Date.parse(symptom.item.entry.recordedAt)),
        recheckedMs: [],
        settledMs: null,
        supersededBy: null,
        seenBy: [],
      },
    ];
  });
}

function knownMs({ happenedMs, item }: Set): number {
  return Math.max(happenedMs, Date.parse(item.entry.recordedAt));
}
