import { type DrugKey, drugRow, type RouteKey } from '../drugs/catalog.ts';
import { recorderOf } from '../entries/entry-kind.ts';
import type { Author } from '../roles.ts';
import { microgramsFromMg } from '../units.ts';
import { type Standing, standing } from './select.ts';
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
  readonly overrideReason: string | undefined;
  readonly author: Author;
  readonly seq: number;
  readonly recordedAt: string;
  /** Its stop is recorded; a dose needs none. An infusion also ends with its session, and then nobody said when. */
  readonly stopped: boolean;
  /** Every entry that it is made of, oldest first. */
  readonly entryIds: readonly string[];
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
export function administrations(state: SessionState, untilMs: number): Administration[] {
  const doses = standing(state, 'dose').map(asDose);
  return [...doses, ...infusions(state, untilMs)]
    .filter(({ startMs }) => startMs <= untilMs)
    .sort((a, b) => a.startMs - b.startMs || a.seq - b.seq);
}

/** Those that timers, baseline, observation and ceilings count from: ketamine and esketamine alone. */
export function studyAdministrations(state: SessionState, untilMs: number): Administration[] {
  return administrations(state, untilMs).filter(({ drug }) => drugRow(drug).studyDrug);
}

function asDose({ id, seq, happenedAt, data, item }: Standing<'dose'>): Administration {
  const startMs = Date.parse(happenedAt);
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
    overrideReason: data.overrideReason,
    author: recorderOf(item.entry),
    seq,
    recordedAt: item.entry.recordedAt,
    stopped: true,
    entryIds: [id],
  };
}

type RateChange = Standing<'infusion-rate'> | Standing<'infusion-stop'>;

function infusions(state: SessionState, untilMs: number): Administration[] {
  const starts = standing(state, 'infusion-start');
  if (starts.length === 0) return [];
  const changes: RateChange[] = [...standing(state, 'infusion-rate'), ...standing(state, 'infusion-stop')];
  return starts.map((start) => {
    const own = changes
      .filter(
        ({ data, happenedAt }) => data.infusionId === start.data.infusionId && happenedAt >= start.happenedAt,
      )
      .sort((a, b) => Date.parse(a.happenedAt) - Date.parse(b.happenedAt) || a.seq - b.seq);
    const stop = own.find(({ item }) => item.entry.kind === 'infusion-stop');
    const counted = stop === undefined ? own : own.slice(0, own.indexOf(stop));
    return asInfusion(start, counted, stop, infusionEnd(state, stop, own, untilMs), untilMs);
  });
}

function infusionEnd(
  { endedAt }: SessionState,
  stop: RateChange | undefined,
  own: readonly RateChange[],
  untilMs: number,
): { readonly countsToMs: number; readonly endMs: number | null } {
  const sessionEndMs = endedAt === null ? Number.POSITIVE_INFINITY : Date.parse(endedAt);
  const stopMs = stop === undefined ? sessionEndMs : Date.parse(stop.happenedAt);
  const countsToMs = Math.min(stopMs, untilMs);
  if (Number.isFinite(countsToMs))
    return { countsToMs, endMs: Number.isFinite(stopMs) && stopMs <= untilMs ? stopMs : null };
  const last = own.at(-1);
  return { countsToMs: last === undefined ? 0 : Date.parse(last.happenedAt), endMs: null };
}

function asInfusion(
  { id, seq, happenedAt, data, item }: Standing<'infusion-start'>,
  changes: readonly RateChange[],
  stop: RateChange | undefined,
  { countsToMs, endMs }: { readonly countsToMs: number; readonly endMs: number | null },
  untilMs: number,
): Administration {
  const startMs = Date.parse(happenedAt);
  const segments: Segment[] = [];
  let fromMs = startMs;
  let rate = microgramsFromMg(data.rateMgPerHour);
  const until = (toMs: number) => {
    if (toMs > fromMs) segments.push({ fromMs, toMs, microgramsPerHour: rate });
    fromMs = Math.max(fromMs, toMs);
  };
  for (const change of changes) {
    const atMs = Date.parse(change.happenedAt);
    if (atMs > untilMs) break;
    until(Math.min(atMs, countsToMs));
    rate = microgramsFromMg(change.data.rateMgPerHour ?? 0);
  }
  until(countsToMs);
  const all = stop === undefined ? changes : [...changes, stop];
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
    microgramsPerHour: endMs === null ? rate : 0,
    state: data.state,
    overrideReason: data.overrideReason,
    author: recorderOf(item.entry),
    seq,
    recordedAt: item.entry.recordedAt,
    stopped: stop !== undefined,
    entryIds: [id, ...all.map((change) => change.id)],
  };
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
