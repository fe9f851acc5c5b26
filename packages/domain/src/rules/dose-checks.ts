import type { CheckKey } from '../checklist/catalog.ts';
import { type DrugKey, drugRow, type RouteKey } from '../drugs/catalog.ts';
import { drugLabel } from '../entries/dose.ts';
import { protocolOf } from '../protocol/protocol.ts';
import { type Administration, administrations, studyAdministrations } from '../session/administrations.ts';
import { lastUntil, standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import type { VitalSignKey } from '../vitals/catalog.ts';
import { anaestheticMicrograms, doseLimits } from './dose-limits.ts';
import { gateOf } from './gate.ts';

/** What is about to be given, or was. */
export interface DoseAsked {
  readonly drug: DrugKey;
  readonly drugName?: string | undefined;
  readonly route: RouteKey;
  /** Whole micrograms; of an infusion what is planned, or 0 when nobody said. */
  readonly micrograms: number;
  readonly atMs: number;
}

/** A reading that holds a dose: outside its band, or not there at all. */
export interface HeldBy {
  readonly sign: VitalSignKey;
  /** Null: not recorded, or too old to count. */
  readonly value: number | null;
  readonly side: 'low' | 'high' | null;
  readonly limit: number | null;
}

/** Why a dose lies outside of what protocol, gate and record say. */
export type DoseFinding =
  | { readonly ruleId: 'dose-ceiling'; readonly totalMicrograms: number; readonly limitMicrograms: number }
  | { readonly ruleId: 'dose-interval'; readonly minutes: number; readonly limitMinutes: number }
  | { readonly ruleId: 'dose-range'; readonly amountMicrograms: number; readonly fromMicrograms: number }
  | { readonly ruleId: 'dose-gate'; readonly missing: readonly CheckKey[] }
  | { readonly ruleId: 'dose-hold'; readonly heldBy: readonly HeldBy[] }
  | { readonly ruleId: 'dose-allergy'; readonly allergy: string; readonly drug: string };

/** A pressure counts before a first dose for so long (clinical.md 1.3, "Pre"). */
const BASELINE_MS = 15 * 60_000;

/** What counts of something else that was given: when it began, and how much of it. */
export type GivenBeside = Pick<Administration, 'startMs' | 'micrograms'>;

/**
 * What stands against a dose (DOS-8 to DOS-16): the same on the read-back, in the write transaction and in the
 * notices afterwards. Each asks for a reason; none makes a dose that was given unrecordable.
 * @param others what else was given, this dose left out
 * @param totalMicrograms what the ceiling is held against: this dose and the others
 */
export function doseFindings(
  state: SessionState,
  asked: DoseAsked,
  others: readonly GivenBeside[] = givenBeside(state, asked.atMs),
  totalMicrograms = others.reduce((sum, other) => sum + other.micrograms, asked.micrograms),
): DoseFinding[] {
  const allergic = allergyFinding(state, asked);
  if (!drugRow(asked.drug).studyDrug) return allergic;
  const isFirst = others.every(({ startMs }) => startMs > asked.atMs);
  return [
    ...(isFirst ? gateFinding(state, asked.atMs) : []),
    ...holdFinding(state, asked.atMs, isFirst),
    ...amountFindings(state, asked, others, totalMicrograms),
    ...allergic,
  ];
}

/**
 * What a dose at this moment comes on top of (ADM-1): all that is recorded; an infusion that runs counts up to the
 * moment asked about, not to its last entry alone.
 */
export function givenBeside(state: SessionState, atMs: number): GivenBeside[] {
  const byThen = new Map(studyAdministrations(state, atMs).map(({ id, micrograms }) => [id, micrograms]));
  return studyAdministrations(state, Number.POSITIVE_INFINITY).map(({ id, startMs, micrograms }) => ({
    startMs,
    micrograms: Math.max(micrograms, byThen.get(id) ?? 0),
  }));
}

function amountFindings(
  state: SessionState,
  { drug, route, micrograms, atMs }: DoseAsked,
  others: readonly GivenBeside[],
  totalMicrograms: number,
): DoseFinding[] {
  const { ceilingMicrograms, minimumIntervalMinutes } = doseLimits(state);
  const found: DoseFinding[] = [];
  if (ceilingMicrograms !== null && totalMicrograms > ceilingMicrograms) {
    found.push({ ruleId: 'dose-ceiling', totalMicrograms, limitMicrograms: ceilingMicrograms });
  }
  // A dose typed for before another one is just as close to it.
  const nearestMs = Math.min(...others.map(({ startMs }) => Math.abs(atMs - startMs)));
  const limitMinutes = minimumIntervalMinutes ?? 0;
  if (nearestMs < limitMinutes * 60_000) {
    found.push({ ruleId: 'dose-interval', minutes: nearestMs / 60_000, limitMinutes });
  }
  const fromMicrograms = anaestheticMicrograms(state, route);
  if (fromMicrograms !== null && drug === 'ketamine' && micrograms >= fromMicrograms) {
    found.push({ ruleId: 'dose-range', amountMicrograms: micrograms, fromMicrograms });
  }
  return found;
}

function gateFinding(state: SessionState, atMs: number): DoseFinding[] {
  const missing = gateOf(state, atMs)
    .filter(({ blocks }) => blocks)
    .map(({ row }) => row.key);
  return missing.length === 0 ? [] : [{ ruleId: 'dose-gate', missing }];
}

/**
 * The last value of each sign before the dose against the hold column (DOS-14). Before a first dose a pressure of the
 * last 15 minutes has to be there: without it there is no baseline. Other signs count when they were taken.
 */
function holdFinding(state: SessionState, atMs: number, isFirst: boolean): DoseFinding[] {
  const { hold, boosterHold } = protocolOf(state);
  const fromMs = isFirst ? atMs - BASELINE_MS : Number.NEGATIVE_INFINITY;
  const all = standing(state, 'vital-signs');
  const sets = all.slice(0, lastUntil(all, atMs, ({ happenedMs }) => happenedMs) + 1);
  const heldBy: HeldBy[] = [];
  for (const [name, band] of Object.entries(isFirst ? hold : boosterHold)) {
    const sign = name as VitalSignKey;
    const last = sets.findLast(({ data }) => data[sign] !== undefined);
    const value = last !== undefined && last.happenedMs >= fromMs ? last.data[sign] : undefined;
    if (value === undefined) {
      if (isFirst && sign === 'systolic') heldBy.push({ sign, value: null, side: null, limit: null });
      continue;
    }
    const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = band;
    if (value < low) heldBy.push({ sign, value, side: 'low', limit: low });
    if (value > high) heldBy.push({ sign, value, side: 'high', limit: high });
  }
  return heldBy.length === 0 ? [] : [{ ruleId: 'dose-hold', heldBy }];
}

/** A recorded allergy that names the drug, in whatever words it was typed (DOS-16). */
function allergyFinding(state: SessionState, asked: DoseAsked): DoseFinding[] {
  const allergies = state.pins?.patient.allergies.items ?? [];
  if (allergies.length === 0) return [];
  const drug = drugLabel(asked);
  // Not `\b`: it knows A to Z alone, and a name may begin with another letter or with a bracket.
  const named = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(drug.toLowerCase())}`, 'u');
  const allergy = allergies.find((item) => named.test(item.toLowerCase()));
  return allergy === undefined ? [] : [{ ruleId: 'dose-allergy', allergy, drug }];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The same drug given by somebody else shortly before or after it: "separate, or the same one?" */
const TWICE_MS = 10 * 60_000;

/**
 * A dose by another person that may be this one (DOS-17).
 * @param authorId who records this dose
 * @param beforeSeq of a dose that is recorded: only those recorded before it are asked about
 */
export function maybeSame(
  state: SessionState,
  asked: Pick<DoseAsked, 'drug' | 'drugName' | 'atMs'>,
  authorId: string,
  beforeSeq = Number.POSITIVE_INFINITY,
): Administration | null {
  return (
    administrations(state, Number.POSITIVE_INFINITY).findLast(
      ({ seq, shape, drug, drugName, author, startMs }) =>
        shape === 'dose' &&
        seq < beforeSeq &&
        drug === asked.drug &&
        drugName === asked.drugName &&
        author.id !== authorId &&
        Math.abs(startMs - asked.atMs) < TWICE_MS,
    ) ?? null
  );
}
