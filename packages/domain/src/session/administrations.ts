import { type DrugKey, drugRow, type RouteKey } from '../drugs/catalog.ts';
import { recorderOf } from '../entries/entry-kind.ts';
import type { Author } from '../roles.ts';
import { microgramsFromMg } from '../units.ts';
import { remembered } from './remembered.ts';
import { lastUntil, type Standing, standing } from './select.ts';
import type { SessionState } from './state.ts';

/** Something that was given: a dose at one time, or an infusion from its start to its stop. */
export interface Administration {
  /** Of the dose, or of the entry that started the infusion. */
  readonly id: string;
  readonly shape: 'dose' | 'infusion';
  readonly drug: DrugKey;
  readonly drugName: string | undefined;
  readonly route: RouteKey;
  readonly startMs: number;
  /** When the last of it went in; null while an infusion runs. A dose over some minutes ends after them. */
  readonly endMs: number | null;
  /** Whole micrograms: of a dose all of it, of an infusion the area under its rate until the moment asked about. */
  readonly micrograms: number;
  /** Of an infusion: its rates, oldest first, until the moment asked about. */
  readonly segments: readonly Segment[];
  /** Of a running infusion: what it gives now, micrograms per hour; otherwise 0. */
  readonly microgramsPerHour: number;
  readonly state: 'about-to-give' | 'already-given';
  /** Null where nobody gave a reason for going on outside of limits. */
  readonly override: Override | null;
  /** Of an infusion: the first change of its rate that came with a reason, which was for the ceiling. */
  readonly rateOverride: Override | null;
  /** The dose by somebody else, a moment ago, that this one is apart from. */
  readonly separateFrom: string | undefined;
  readonly author: Author;
  readonly seq: number;
  readonly recordedAt: string;
  /** Its stop is recorded; a dose needs none. An infusion also ends with its session, and then nobody said when. */
  readonly stopped: boolean;
}

/** Who gave the reason, and when it was known. */
export interface Override {
  readonly by: Author;
  readonly atMs: number;
}

/** A stretch of an infusion at one rate. */
export interface Segment {
  readonly fromMs: number;
  readonly toMs: number;
  readonly microgramsPerHour: number;
}

export const HOUR_MS = 3_600_000;
const MINUTE = 60_000;

/**
 * Everything given until a moment, by when it began, then seq (ADM-1). What is given after `untilMs` is left out and
 * an infusion counts up to it, or to its stop, or to the end of the session.
 * @param untilMs milliseconds since the epoch; infinity for "all that is recorded", where a running infusion counts
 *   to its last entry
 */
export function administrations(state: SessionState, untilMs: number): readonly Administration[] {
  const all = dosesOf(state);
  const doses = all.slice(0, lastUntil(all, untilMs, ({ startMs }) => startMs) + 1);
  const infused = infusions(state, untilMs).filter(({ startMs }) => startMs <= untilMs);
  return infused.length === 0 ? doses : [...doses, ...infused].sort(byStartThenSeq);
}

function byStartThenSeq(a: Administration, b: Administration): number {
  return a.startMs - b.startMs || a.seq - b.seq;
}

/** A dose is the same whenever it is asked about, so each state works them out once, by when they were given. */
const dosesOf = remembered((state: SessionState): readonly Administration[] =>
  standing(state, 'dose').map(asDose).sort(byStartThenSeq),
);

/** Those that timers, baseline, observation and ceilings count from: ketamine and esketamine alone. */
export function studyAdministrations(state: SessionState, untilMs: number): readonly Administration[] {
  return administrations(state, untilMs).filter(({ drug }) => drugRow(drug).studyDrug);
}

const asDose = remembered((dose: Standing<'dose'>): Administration => {
  const { id, seq, happenedMs: startMs, data, item } = dose;
  return {
    id,
    shape: 'dose',
    drug: data.drug,
    drugName: data.drugName,
    route: data.route,
    startMs,
    endMs: startMs + (data.durationMinutes ?? 0) * MINUTE,
    micrograms: microgramsFromMg(data.amountMg),
    segments: [],
    microgramsPerHour: 0,
    state: data.state,
    override: overrideOf(dose),
    rateOverride: null,
    separateFrom: data.separateFrom,
    author: recorderOf(item.entry),
    seq,
    recordedAt: item.entry.recordedAt,
    stopped: true,
  };
});

function overrideOf({
  data,
  item,
}: Standing<'dose'> | Standing<'infusion-start'> | Standing<'infusion-rate'>): Override | null {
  if (data.overrideReason === undefined) return null;
  return { by: item.entry.author, atMs: Date.parse(item.entry.recordedAt) };
}

function infusions(state: SessionState, untilMs: number): Administration[] {
  return standing(state, 'infusion-start').map((start) => {
    // A correction may move a change or a stop to before the start: there it changes and stops nothing.
    const isOfThis = ({ data, happenedAt }: Standing<'infusion-rate'> | Standing<'infusion-stop'>) =>
      data.infusionId === start.data.infusionId && happenedAt >= start.happenedAt;
    const rates = standing(state, 'infusion-rate').filter(isOfThis);
    const stop = standing(state, 'infusion-stop').find(isOfThis);
    return asInfusion(start, rates, stop, state.endedAt, untilMs);
  });
}

function asInfusion(
  start: Standing<'infusion-start'>,
  rates: readonly Standing<'infusion-rate'>[],
  stop: Standing<'infusion-stop'> | undefined,
  sessionEndedAt: string | null,
  untilMs: number,
): Administration {
  const { id, seq, happenedMs: startMs, data, item } = start;
  const changes = rates.map((change) => stepAt(change.happenedMs, change.data));
  const endedAt = stop?.happenedAt ?? sessionEndedAt;
  const endMs = endedAt !== null && Date.parse(endedAt) <= untilMs ? Date.parse(endedAt) : null;
  const clockMs = Number.isFinite(untilMs) ? untilMs : (changes.at(-1)?.fromMs ?? startMs);
  const countsToMs = endMs ?? clockMs;
  const steps = [stepAt(startMs, data), ...changes].filter(({ fromMs }) => fromMs <= countsToMs);
  const segments = steps
    .map((step, n): Segment => ({ ...step, toMs: steps[n + 1]?.fromMs ?? countsToMs }))
    .filter(({ fromMs, toMs }) => toMs > fromMs);
  return {
    id,
    shape: 'infusion',
    drug: data.drug,
    drugName: data.drugName,
    route: 'iv',
    startMs,
    endMs,
    micrograms: areaOf(segments),
    segments,
    microgramsPerHour: endMs === null ? (steps.at(-1)?.microgramsPerHour ?? 0) : 0,
    state: data.state,
    override: overrideOf(start),
    rateOverride: rates.map(overrideOf).find((override) => override !== null) ?? null,
    separateFrom: undefined,
    author: recorderOf(item.entry),
    seq,
    recordedAt: item.entry.recordedAt,
    stopped: stop !== undefined,
  };
}

/** From a moment on it runs at this rate. */
function stepAt(fromMs: number, { rateMgPerHour }: { readonly rateMgPerHour: number }) {
  return { fromMs, microgramsPerHour: microgramsFromMg(rateMgPerHour) };
}

/** Given is the area under the rate, in whole micrograms: the rest of a segment is carried, so that nothing is lost. */
function areaOf(segments: readonly Segment[]): number {
  let whole = 0;
  let rest = 0;
  for (const { fromMs, toMs, microgramsPerHour } of segments) {
    const product = microgramsPerHour * (toMs - fromMs) + rest;
    whole += Math.floor(product / HOUR_MS);
    rest = product % HOUR_MS;
  }
  return whole + (rest * 2 >= HOUR_MS ? 1 : 0);
}
