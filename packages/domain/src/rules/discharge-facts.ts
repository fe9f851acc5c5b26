import { adverseEventLabel } from '../entries/adverse-event.ts';
import type { VitalSigns } from '../entries/vital-signs.ts';
import { protocolOf } from '../protocol/protocol.ts';
import { scoreOf, scoreWords } from '../scales/instruments.ts';
import { administrations, studyAdministrations } from '../session/administrations.ts';
import { emergencyOf } from '../session/emergency.ts';
import { type Standing, standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import { formatVitalSign, type VitalSignKey, vitalSign } from '../vitals/catalog.ts';
import { baselineOf } from './baseline.ts';
import { noticesOf } from './notices.ts';

const MINUTE = 60_000;

export interface Fact {
  readonly met: boolean;
  readonly fact: string;
  /** What would meet it. */
  readonly needs: string;
  /** No reason of anybody makes it right. */
  readonly never?: true;
}

/** The facts that are folded from the record, by the row that shows them; each is worked out when it is asked for. */
export interface Facts {
  readonly observed: () => Fact;
  readonly 'pressure-steady': () => Fact;
  readonly 'breathing-well': () => Fact;
  readonly awake: () => Fact;
  readonly 'recovery-scored': () => Fact;
  readonly 'nothing-open': () => Fact;
  readonly 'reversal-past': () => Fact;
  readonly 'infusion-stopped': () => Fact;
  readonly 'rems-pressures': () => Fact;
}

/** Limits of going home (clinical.md 6, points 2 and 3). */
export const goingHome = {
  /** mmHg: the systolic pressure from the first to below the second, the diastolic below its own. */
  systolic: { from: 90, below: 160 },
  diastolic: { below: 100 },
  /** Of the baseline, or below this pressure (PADSS [S44]). */
  withinPercent: 20,
  below: { systolic: 140, diastolic: 90 },
  heartRate: { low: 50, high: 110 },
  respiratoryRate: { low: 10, high: 24 },
  /** % on room air, or the client's own baseline. */
  spo2: 94,
  moaas: 5,
  /** The last two sets are at least so far apart, and the last one at most so old. Minutes. */
  apartMinutes: 15,
  freshMinutes: 15,
  reversalMinutes: 120,
} as const;

/** @param atMs the moment that is judged */
export function factsOf(state: SessionState, atMs: number): Facts {
  return {
    observed: () => observed(state, atMs),
    'pressure-steady': () => pressureSteady(state, atMs),
    'breathing-well': () => breathingWell(state, atMs),
    awake: () => awake(state, atMs),
    'recovery-scored': () => recoveryScored(state, atMs),
    'nothing-open': () => nothingOpen(state, atMs),
    'reversal-past': () => reversalPast(state, atMs),
    'infusion-stopped': () => infusionStopped(state, atMs),
    'rems-pressures': () => remsPressures(state, atMs),
  };
}

/** DCH-2: minutes since the first dose and since the end of the last one; a booster into the muscle counts anew. */
function observed(state: SessionState, atMs: number): Fact {
  const protocol = protocolOf(state);
  const given = studyAdministrations(state, atMs);
  const [first] = given;
  const last = given.at(-1);
  if (first === undefined || last === undefined) return { met: true, fact: 'no dose was given', needs: '' };
  const ends = given.map(({ endMs }) => endMs ?? atMs);
  const lastEndMs = Math.min(atMs, Math.max(...ends));
  const isBooster = given.length > 1 && last.route === 'im';
  const parts = [
    { since: 'the first dose', fromMs: first.startMs, minutes: protocol.observationMinutes },
    {
      since: isBooster ? 'the booster' : 'the last dose',
      fromMs: lastEndMs,
      minutes: isBooster ? protocol.observationAfterBoosterMinutes : protocol.observationAfterLastMinutes,
    },
  ].map((part) => ({ ...part, passed: Math.floor((atMs - part.fromMs) / MINUTE) }));
  const open = parts.filter(({ passed, minutes }) => passed < minutes);
  const fact = parts
    .map(({ passed, minutes, since }) => `${passed} of ${minutes} min since ${since}`)
    .join(', ');
  const wait = Math.max(0, ...open.map(({ passed, minutes }) => minutes - passed));
  return { met: open.length === 0, fact, needs: `another ${wait} min` };
}

type Set = Standing<'vital-signs'>;
interface Pressure {
  readonly systolic: number;
  readonly diastolic: number;
}

function setsUntil(state: SessionState, atMs: number): Set[] {
  return standing(state, 'vital-signs').filter(({ happenedAt }) => Date.parse(happenedAt) <= atMs);
}

function ageMinutes({ happenedAt }: { readonly happenedAt: string }, atMs: number): number {
  return Math.floor((atMs - Date.parse(happenedAt)) / MINUTE);
}

/**
 * DCH-3: the last two pressures since the last dose, 15 minutes apart and the last one at most 15 minutes old, from 90 to below 160 over
 * below 100, and within 20 % of the baseline or below 140/90. One under 90 is never fit to go.
 */
function pressureSteady(state: SessionState, atMs: number): Fact {
  const sets = setsUntil(state, atMs).filter(({ data }) => data.systolic !== undefined);
  const last = sets.at(-1);
  if (last === undefined) return { met: false, fact: 'no pressure', needs: 'a pressure' };
  const lastMs = Date.parse(last.happenedAt);
  // Both since the last dose: what was measured before it says nothing about now.
  const givenMs = lastGivenMs(state, atMs);
  const before = sets.findLast(
    ({ happenedAt }) =>
      lastMs - Date.parse(happenedAt) >= goingHome.apartMinutes * MINUTE && Date.parse(happenedAt) >= givenMs,
  );
  // From the earlier one on: a peak between the two says that the pressure is not steady.
  const pair = before === undefined ? [last] : sets.slice(sets.indexOf(before));
  const words = pair.map(({ data }) => `${data.systolic}/${data.diastolic}`).join(', then ');
  const outside = pair.flatMap(({ data }) => pressureProblem(data as Pressure, state));
  const never = ((last.data.systolic as number) < goingHome.systolic.from ? { never: true } : {}) as {
    never?: true;
  };
  if (outside.length > 0)
    return { met: false, fact: `${words}: ${outside[0]}`, needs: 'a pressure in range', ...never };
  const age = ageMinutes(last, atMs);
  if (age > goingHome.freshMinutes)
    return { met: false, fact: `${words}, ${age} min old`, needs: 'a set now' };
  if (before === undefined) {
    const needs = `another pressure at least ${goingHome.apartMinutes} min after it`;
    return { met: false, fact: `${words} alone`, needs };
  }
  return { met: true, fact: words, needs: '' };
}

function pressureProblem({ systolic, diastolic }: Pressure, state: SessionState): string[] {
  if (systolic < goingHome.systolic.from) return [`systolic under ${goingHome.systolic.from}`];
  if (systolic >= goingHome.systolic.below) return [`systolic from ${goingHome.systolic.below}`];
  if (diastolic >= goingHome.diastolic.below) return [`diastolic from ${goingHome.diastolic.below}`];
  const { below, withinPercent } = goingHome;
  if (systolic < below.systolic && diastolic < below.diastolic) return [];
  const signs = baselineOf(state)?.signs;
  if (signs?.systolic === undefined || signs.diastolic === undefined) {
    return [`not below ${below.systolic}/${below.diastolic}, and there is no baseline`];
  }
  const near = (value: number, baseline: number) =>
    Math.abs(value - baseline) * 100 <= baseline * withinPercent;
  const { systolic: sys, diastolic: dia } = signs;
  return near(systolic, sys.value) && near(diastolic, dia.value)
    ? []
    : [`more than ${withinPercent} % from the baseline of ${sys.value}/${dia.value}`];
}

/** DCH-4: heart rate, respiratory rate and oxygen of the last 15 minutes; a missing one is never normal. */
function breathingWell(state: SessionState, atMs: number): Fact {
  const latest = latestUntil(state, atMs);
  const baseline = baselineOf(state)?.signs.spo2?.value;
  const least = Math.min(goingHome.spo2, baseline ?? goingHome.spo2);
  const bands = [
    { sign: 'heartRate', ...goingHome.heartRate },
    { sign: 'respiratoryRate', ...goingHome.respiratoryRate },
    { sign: 'spo2', low: least, high: 100 },
  ] as const;
  const words: string[] = [];
  const open: string[] = [];
  for (const { sign, low, high } of bands) {
    const reading = latest(sign);
    const { short } = vitalSign(sign);
    if (reading === null) {
      words.push(`no ${short}`);
      open.push(short);
      continue;
    }
    words.push(
      `${short} ${formatVitalSign(sign, reading.value)}${reading.fresh ? '' : `, ${reading.age} min old`}`,
    );
    if (!reading.fresh || reading.value < low || reading.value > high) open.push(short);
  }
  const oxygen = latest('oxygenLitresPerMin');
  if (oxygen !== null && oxygen.value > 0) {
    words.push(`on ${formatVitalSign('oxygenLitresPerMin', oxygen.value)}`);
    open.push('room air');
  }
  return { met: open.length === 0, fact: words.join(', '), needs: `in range now: ${open.join(', ')}` };
}

/** DCH-5: MOAA/S of 5 in the last 15 minutes, or RASS 0; with both, both. */
function awake(state: SessionState, atMs: number): Fact {
  const moaas = latestUntil(state, atMs)('moaas');
  const rass = standing(state, 'assessment').findLast(
    ({ data, happenedAt }) => data.instrument === 'rass' && Date.parse(happenedAt) <= atMs,
  );
  const level =
    rass === undefined || ageMinutes(rass, atMs) > goingHome.freshMinutes
      ? null
      : scoreOf('rass', rass.data.answers);
  const needs = `MOAA/S ${goingHome.moaas} or RASS 0 now`;
  const words: string[] = [];
  if (moaas !== null) words.push(`MOAA/S ${moaas.value}${moaas.fresh ? '' : `, ${moaas.age} min old`}`);
  if (level !== null) words.push(`RASS ${level}`);
  // One that says otherwise is never outvoted: restless is not awake, whatever the other scale says.
  const says = [
    ...(moaas?.fresh === true ? [moaas.value >= goingHome.moaas] : []),
    ...(level === null ? [] : [level === 0]),
  ];
  const met = says.length > 0 && says.every((yes) => yes);
  return { met, fact: words.length === 0 ? 'no MOAA/S' : words.join(', '), needs };
}

/** When the last of it went in; of an infusion that runs, its start. 0 without a dose. */
export function lastGivenMs(state: SessionState, atMs: number): number {
  const given = studyAdministrations(state, atMs);
  return Math.max(0, ...given.map(({ startMs, endMs }) => endMs ?? startMs));
}

/** DCH-6: modified Aldrete or PADSS since the last dose, from the protocol's number on. */
function recoveryScored(state: SessionState, atMs: number): Fact {
  const { aldreteFrom, padssFrom } = protocolOf(state);
  const lastMs = lastGivenMs(state, atMs);
  const scored = standing(state, 'assessment').filter(
    ({ happenedAt }) => Date.parse(happenedAt) >= lastMs && Date.parse(happenedAt) <= atMs,
  );
  const of = (instrument: 'aldrete' | 'padss') => {
    const last = scored.findLast(({ data }) => data.instrument === instrument);
    return last === undefined ? null : scoreOf(instrument, last.data.answers);
  };
  const scores = [
    { name: 'Aldrete', key: 'aldrete', score: of('aldrete'), from: aldreteFrom },
    { name: 'PADSS', key: 'padss', score: of('padss'), from: padssFrom },
  ] as const;
  const known = scores.flatMap(({ name, key, score }) =>
    score === null ? [] : [`${name} ${scoreWords(key, score)}`],
  );
  return {
    met: scores.some(({ score, from }) => score !== null && score >= from),
    fact: known.length === 0 ? 'no score' : known.join(', '),
    needs: `Aldrete ${aldreteFrom} or PADSS ${padssFrom}`,
  };
}

/**
 * DCH-7: no emergency that runs, no High notice without a value in range or an outcome, no adverse event of grade 2 or
 * more without an end or an outcome.
 */
function nothingOpen(state: SessionState, atMs: number): Fact {
  const notices = noticesOf(state, atMs).filter(
    ({ priority, settled, supersededBy }) => priority === 'high' && settled === null && supersededBy === null,
  );
  const events = standing(state, 'adverse-event').filter(
    ({ data, happenedAt }) =>
      data.grade >= 2 &&
      data.endedAt === undefined &&
      isOpenOutcome(data.outcome) &&
      Date.parse(happenedAt) <= atMs,
  );
  const emergency = emergencyOf(state);
  const open = [
    ...(emergency !== null && emergency.overMs === null ? ['an emergency'] : []),
    ...(notices.length === 0
      ? []
      : [`${notices.length} High ${notices.length === 1 ? 'notice' : 'notices'}`]),
    ...events.map(({ data }) => `${adverseEventLabel(data.term).toLowerCase()}, grade ${data.grade}`),
  ];
  return {
    met: open.length === 0,
    fact: open.length === 0 ? 'nothing is open' : open.join(', '),
    needs: 'an outcome for each',
  };
}

/** No outcome, and "Not resolved", which is one in name only. */
function isOpenOutcome(outcome: string | undefined): boolean {
  return outcome === undefined || /^not resolved\b/i.test(outcome);
}

/** DCH-8: two hours since the last of a reversal agent or a benzodiazepine went in. */
function reversalPast(state: SessionState, atMs: number): Fact {
  const given = administrations(state, atMs)
    .filter(({ drug }) => slows(drug))
    .map(({ drug, endMs }) => ({ drug, lastMs: Math.min(endMs ?? atMs, atMs) }))
    .sort((a, b) => a.lastMs - b.lastMs);
  const last = given.at(-1);
  if (last === undefined) return { met: true, fact: 'none was given', needs: '' };
  const passed = Math.floor((atMs - last.lastMs) / MINUTE);
  const { reversalMinutes } = goingHome;
  return {
    met: passed >= reversalMinutes,
    fact: `${passed} of ${reversalMinutes} min since ${last.drug}`,
    needs: `another ${reversalMinutes - passed} min`,
  };
}

/** Reversal agents wear off before what they reverse; a benzodiazepine sedates on. */
export function slows(drug: string): boolean {
  return ['naloxone', 'flumazenil', 'midazolam', 'lorazepam', 'diazepam'].includes(drug);
}

function infusionStopped(state: SessionState, atMs: number): Fact {
  const runs = administrations(state, atMs).filter(
    ({ shape, endMs }) => shape === 'infusion' && endMs === null,
  );
  return {
    met: runs.length === 0,
    fact: runs.length === 0 ? 'stopped' : 'an infusion runs',
    needs: 'its stop',
  };
}

/** DCH-9: the three pressures of the REMS form: before the first device, 30 to 60 min after it, and at the end. */
function remsPressures(state: SessionState, atMs: number): Fact {
  const firstMs = studyAdministrations(state, atMs)[0]?.startMs;
  if (firstMs === undefined) return { met: true, fact: 'no dose was given', needs: '' };
  const times = setsUntil(state, atMs)
    .filter(({ data }) => data.systolic !== undefined)
    .map(({ happenedAt }) => (Date.parse(happenedAt) - firstMs) / MINUTE);
  const parts = [
    { name: 'before the dose', found: times.some((minute) => minute <= 0) },
    { name: 'about 40 min after', found: times.some((minute) => minute >= 30 && minute <= 60) },
    { name: 'before leaving', found: times.some((minute) => minute >= 90) },
  ];
  const open = parts.filter(({ found }) => !found).map(({ name }) => name);
  return {
    met: open.length === 0,
    fact: `${parts.length - open.length} of ${parts.length}`,
    needs: `a pressure ${open.join(', ')}`,
  };
}

/** The last value of a sign, with its age in minutes. */
function latestUntil(
  state: SessionState,
  atMs: number,
): (sign: VitalSignKey) => { value: number; age: number; fresh: boolean } | null {
  const sets = setsUntil(state, atMs);
  return (sign) => {
    const last = sets.findLast(({ data }) => (data as VitalSigns)[sign] !== undefined);
    if (last === undefined) return null;
    const age = ageMinutes(last, atMs);
    return { value: last.data[sign] as number, age, fresh: age <= goingHome.freshMinutes };
  };
}
