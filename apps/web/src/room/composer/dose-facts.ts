import {
  type Administration,
  type Dose,
  type DoseFinding,
  doseFindings,
  drugRow,
  formatMg,
  formatMgPerKg,
  givenBeside,
  ketamineGiven,
  maybeSame,
  microgramsFromMg,
  type SessionState,
  standing,
  studyAdministrations,
  weightGrams,
} from '@tandem/domain';
import { protocolLimits } from './protocol-limits.ts';

/** Older than this a pressure no longer tells how the client is now (ux.md 2.5). */
export const PRESSURE_OLD_MS = 10 * 60_000;
/** Over the planned dose by this factor, the amount is typed again: a slip of a digit is a slip by ten. */
const OVER_PLAN = 1.5;

export interface DoseFacts {
  /** False for drugs that no total counts. */
  readonly counted: boolean;
  readonly totalAfter: string;
  readonly perKgAfter: string | null;
  readonly ceilingWords: string | null;
  readonly overCeiling: boolean;
  /** What stands against it by protocol, gate and record: the rules that the server asks too. */
  readonly findings: readonly DoseFinding[];
  /** A dose of this drug by somebody else within 10 minutes: separate, or the same one? */
  readonly other: Administration | null;
  /** 100 mg/mL is not given into a vein as it is (Ketalar label [S25]). */
  readonly diluteFirst: boolean;
  /** The dose that this one follows: a booster of it unless somebody says otherwise. */
  readonly follows: Administration | null;
  /** Since the last counted dose; null before the first. */
  readonly sinceLastMs: number | null;
  readonly minimumMinutes: number | null;
  readonly tooEarly: boolean;
  readonly pressure: { readonly text: string; readonly ageMs: number; readonly old: boolean } | null;
  readonly plannedNext: string | null;
  readonly overPlan: boolean;
  /** Volume to draw, or null when no concentration is known. */
  readonly volume: string | null;
}

/**
 * What is read back before a dose is recorded. `state` includes doses kept on this device: one that the server
 * does not have yet has been given all the same.
 * @param atMs when it is or was given
 */
export function factsOf(
  dose: Dose,
  state: SessionState,
  atMs: number,
  nowMs: number,
  personId: string,
): DoseFacts {
  const counted = drugRow(dose.drug).studyDrug;
  const given = ketamineGiven(state, Math.max(atMs, nowMs));
  const asked = { ...dose, micrograms: microgramsFromMg(dose.amountMg), atMs };
  const grams = weightGrams(state);
  // As the findings count: a running infusion up to this dose, which may be earlier than now.
  const before = givenBeside(state, atMs).reduce((sum, { micrograms }) => sum + micrograms, 0);
  const after = before + (counted ? microgramsFromMg(dose.amountMg) : 0);
  const limits = protocolLimits(state);
  const sinceLastMs = given.lastDoseAt === null ? null : atMs - Date.parse(given.lastDoseAt);
  const { minimumMinutes, ceilingMicrograms } = limits;
  const planned = state.plan?.plannedDoses?.[given.doses];
  return {
    counted,
    totalAfter: formatMg(after),
    perKgAfter: grams === null ? null : formatMgPerKg(after, grams),
    ceilingWords: limits.ceilingWords,
    overCeiling: counted && ceilingMicrograms !== null && after > ceilingMicrograms,
    findings: doseFindings(state, asked),
    diluteFirst: dose.route === 'iv' && (dose.concentrationMgPerMl ?? 0) >= 100,
    other: maybeSame(state, asked, personId),
    follows: counted ? (studyAdministrations(state, atMs).at(-1) ?? null) : null,
    sinceLastMs,
    minimumMinutes,
    // A dose typed for before the last one is just as close to it.
    tooEarly:
      counted &&
      sinceLastMs !== null &&
      minimumMinutes !== null &&
      Math.abs(sinceLastMs) < minimumMinutes * 60_000,
    pressure: lastPressure(state, nowMs),
    plannedNext: planned === undefined ? null : formatMg(microgramsFromMg(planned.amountMg)),
    overPlan: counted && planned !== undefined && dose.amountMg > planned.amountMg * OVER_PLAN,
    volume: volumeOf(dose),
  };
}

function lastPressure(state: SessionState, nowMs: number): DoseFacts['pressure'] {
  const last = standing(state, 'vital-signs').findLast(({ data }) => data.systolic !== undefined);
  if (last === undefined) return null;
  const ageMs = nowMs - Date.parse(last.happenedAt);
  return { text: `${last.data.systolic}/${last.data.diastolic}`, ageMs, old: ageMs > PRESSURE_OLD_MS };
}

/** "0.4 mL of 50 mg/mL". */
function volumeOf({ amountMg, concentrationMgPerMl }: Dose): string | null {
  if (concentrationMgPerMl === undefined) return null;
  return `${Number((amountMg / concentrationMgPerMl).toFixed(3))} mL of ${concentrationMgPerMl} mg/mL`;
}

/** Is what was typed again the amount that was read back? Digits are compared as typed: 20, and "20 mg" too. */
export function sameAmount(typed: string, dose: Pick<Dose, 'amountMg'>): boolean {
  return typed.trim().replace(/\s*mg$/i, '') === String(dose.amountMg);
}
