import type { VitalSigns } from '../entries/vital-signs.ts';
import { protocolOf } from '../protocol/protocol.ts';
import { studyAdministrations } from '../session/administrations.ts';
import type { SessionState } from '../session/state.ts';
import { formatVitalSign, type VitalSignKey, vitalSign } from '../vitals/catalog.ts';
import { baselineOf, type SignBaseline } from './baseline.ts';
import {
  agedWords,
  type Fact,
  goingHome,
  isFresh,
  MINUTE,
  minutesSince,
  setsUntil,
} from './discharge-facts.ts';
import { lastGivenMs } from './discharge-medicines.ts';

/** A pressure is recorded as both numbers or not at all (VIT-1). */
type Pressure<Value = number> = Readonly<Record<'systolic' | 'diastolic', Value>>;
interface TakenPressure extends Pressure {
  readonly takenMs: number;
}

function pressuresUntil(state: SessionState, atMs: number): TakenPressure[] {
  return setsUntil(state, atMs).flatMap(({ data, happenedMs: takenMs }) =>
    data.systolic === undefined ? [] : [{ ...(data as Pressure), takenMs }],
  );
}

/**
 * DCH-3: the last two pressures since the last dose, 15 minutes apart and the last one at most 15 minutes old, from 90
 * to below 160 over below 100, and within 20 % of the baseline or below 140/90. One under 90 is never fit to go.
 */
export function pressureSteady(state: SessionState, atMs: number): Fact {
  const taken = pressuresUntil(state, atMs);
  const last = taken.at(-1);
  if (last === undefined) return { fact: 'no pressure', needs: 'a pressure' };
  // Both since the last dose: what was measured before it says nothing about now.
  const givenMs = lastGivenMs(state, atMs);
  const apartMs = goingHome.apartMinutes * MINUTE;
  const earlier = taken.findLastIndex(
    ({ takenMs }) => last.takenMs - takenMs >= apartMs && takenMs >= givenMs,
  );
  // From the earlier one on: a peak between the two says that the pressure is not steady. Without one, -1: the last.
  const judged = taken.slice(earlier);
  const words = judged.map(({ systolic, diastolic }) => `${systolic}/${diastolic}`).join(', then ');
  const [problem] = judged.flatMap((pressure) => pressureProblem(pressure, state));
  if (problem !== undefined) {
    const never = last.systolic < goingHome.systolic.from;
    return { fact: `${words}: ${problem}`, needs: 'a pressure in range', never };
  }
  const age = minutesSince(last.takenMs, atMs);
  if (!isFresh(age)) return { fact: agedWords(words, age), needs: 'a set now' };
  if (earlier === -1) {
    const needs = `another pressure at least ${goingHome.apartMinutes} min after it`;
    return { fact: `${words} alone`, needs };
  }
  return { fact: words, needs: null };
}

function pressureProblem({ systolic, diastolic }: Pressure, state: SessionState): string[] {
  if (systolic < goingHome.systolic.from) return [`systolic under ${goingHome.systolic.from}`];
  if (systolic >= goingHome.systolic.below) return [`systolic from ${goingHome.systolic.below}`];
  if (diastolic >= goingHome.diastolic.below) return [`diastolic from ${goingHome.diastolic.below}`];
  const { below, withinPercent } = goingHome;
  if (systolic < below.systolic && diastolic < below.diastolic) return [];
  const signs = baselineOf(state)?.signs;
  if (signs?.systolic === undefined) {
    return [`not below ${below.systolic}/${below.diastolic}, and there is no baseline`];
  }
  const base = signs as Pressure<SignBaseline>;
  const near = (value: number, baseline: number) =>
    Math.abs(value - baseline) * 100 <= baseline * withinPercent;
  return near(systolic, base.systolic.value) && near(diastolic, base.diastolic.value)
    ? []
    : [`more than ${withinPercent} % from the baseline of ${base.systolic.value}/${base.diastolic.value}`];
}

/** DCH-4: heart rate, respiratory rate and oxygen of the last 15 minutes; a missing one is never normal. */
export function breathingWell(state: SessionState, atMs: number): Fact {
  const latest = latestUntil(state, atMs);
  const baseline = baselineOf(state)?.signs.spo2?.value;
  const least = Math.min(goingHome.spo2, baseline ?? goingHome.spo2);
  const bands = [
    { sign: 'heartRate', ...goingHome.heartRate },
    { sign: 'respiratoryRate', ...goingHome.respiratoryRate },
    { sign: 'spo2', low: least, high: 100 },
  ] as const;
  const signs = bands.map(({ sign, low, high }) => {
    const { short } = vitalSign(sign);
    const reading = latest(sign);
    if (reading === null) return { words: `no ${short}`, open: [short] };
    const { value, age } = reading;
    const isIn = isFresh(age) && value >= low && value <= high;
    return { words: agedWords(`${short} ${formatVitalSign(sign, value)}`, age), open: isIn ? [] : [short] };
  });
  const oxygen = latest('oxygenLitresPerMin')?.value ?? 0;
  if (oxygen > 0) {
    signs.push({ words: `on ${formatVitalSign('oxygenLitresPerMin', oxygen)}`, open: ['room air'] });
  }
  const open = signs.flatMap((sign) => sign.open);
  return {
    fact: signs.map(({ words }) => words).join(', '),
    needs: open.length === 0 ? null : `in range now: ${open.join(', ')}`,
  };
}

/** The last value of a sign, with its age in minutes. */
export function latestUntil(
  state: SessionState,
  atMs: number,
): (sign: VitalSignKey) => { readonly value: number; readonly age: number } | null {
  const sets = setsUntil(state, atMs);
  return (sign) => {
    const last = sets.findLast(({ data }) => (data as VitalSigns)[sign] !== undefined);
    if (last === undefined) return null;
    return { value: last.data[sign] as number, age: minutesSince(last.happenedMs, atMs) };
  };
}

/** DCH-9: the three pressures of the REMS form: before the first device, 30 to 60 min after it, and at the end. */
export function remsPressures(state: SessionState, atMs: number): Fact | null {
  const [first] = studyAdministrations(state, atMs);
  if (first === undefined || protocolOf(state).plan.rems !== true) return null;
  const minutes = pressuresUntil(state, atMs).map(({ takenMs }) => (takenMs - first.startMs) / MINUTE);
  const parts = [
    { name: 'before the dose', found: minutes.some((minute) => minute <= 0) },
    { name: 'about 40 min after', found: minutes.some((minute) => minute >= 30 && minute <= 60) },
    { name: 'before leaving', found: minutes.some((minute) => minute >= 90) },
  ];
  const open = parts.filter(({ found }) => !found).map(({ name }) => name);
  return {
    fact: `${parts.length - open.length} of ${parts.length}`,
    needs: open.length === 0 ? null : `a pressure ${open.join(', ')}`,
  };
}
