import { adverseEventLabel } from '../entries/adverse-event.ts';
import { limitUnder, protocolOf } from '../protocol/protocol.ts';
import { dischargeOf } from '../rules/discharge.ts';
import { noticesOf } from '../rules/notices.ts';
import { administrations, studyAdministrations } from '../session/administrations.ts';
import { standing } from '../session/select.ts';
import { partsMissing } from '../session/signatures.ts';
import type { SessionState } from '../session/state.ts';
import { formatInstant } from '../time.ts';
import { type NoticeFigures, noticeFigures } from './notice-figures.ts';
import { type Pressure, reportFacts } from './report-facts.ts';

/**
 * Version of what {@link sessionFigures} makes of a session. Raise it with every change of a figure: rows of an older
 * version are made anew when the server starts.
 */
export const FIGURES_VERSION = 1;

/** What was given of a drug by one route: amounts in whole micrograms, in the order in which they began. */
export interface GivenFigures {
  readonly drug: string;
  readonly route: string;
  readonly micrograms: readonly number[];
}

/**
 * What lists, filters and reviews ask of a session that is over (PST-4): a pure function of its folded log, so that a
 * row that is made anew is the same row.
 */
export interface SessionFigures {
  /** Whole mmHg, as the report has them. */
  readonly baseline: Pressure | null;
  readonly peak: Pressure | null;
  /** Systolic mmHg from which this session's protocol raises a notice; null when it has no such limit. */
  readonly notifySystolic: number | null;
  /** Percent. */
  readonly lowestSpo2: number | null;
  /** Ketamine and esketamine, whole micrograms. */
  readonly doseMicrograms: number;
  /** Whole micrograms per kilogram; null when no weight is known. */
  readonly microgramsPerKg: number | null;
  readonly doses: number;
  /** Every drug that was given. */
  readonly given: readonly GivenFigures[];
  /** Of ketamine and esketamine. */
  readonly firstDoseAt: string | null;
  readonly lastDoseAt: string | null;
  /** Doses that a Medium or High notice about a dose was raised for: outside of ceiling, interval, range or record. */
  readonly dosesOutside: number;
  readonly notices: NoticeFigures;
  readonly vitals: { readonly due: number; readonly onTime: number };
  readonly events: {
    /** Null without any. */
    readonly worstGrade: number | null;
    /** How many of grades 1 to 5. */
    readonly byGrade: readonly number[];
    /** Of the worst grade. */
    readonly worst: readonly string[];
  };
  readonly amendments: number;
  readonly retractions: {
    readonly all: number;
    readonly doses: number;
    /** Doses taken back within 10 minutes of being recorded: the first half of a retract-and-reorder. */
    readonly quickDoses: number;
  };
  /** Items of the way home at the end; null when nothing was given. */
  readonly goingHome: { readonly met: number; readonly of: number } | null;
  /** When the record was locked, by the last signature or by a lead. */
  readonly lockedAt: string | null;
  readonly closedByLead: boolean;
  /** Roles whose signature is missing. */
  readonly toSign: readonly string[];
  readonly addenda: number;
}

const QUICK_MS = 10 * 60_000;

/** @returns null while a session is planned or runs: a lead reviews, and does not watch */
export function sessionFigures(state: SessionState): SessionFigures | null {
  if (state.status === 'planned' || state.status === 'in-progress') return null;
  const nowMs = settledMs(state);
  const { pressure, ketamine, lowestSaturation, vitals } = reportFacts(state, nowMs);
  const notices = noticesOf(state, nowMs);
  const outside = notices.filter(({ ruleId, priority }) => ruleId.startsWith('dose-') && priority !== 'low');
  const protocol = state.pins === null ? null : protocolOf(state);
  return {
    baseline: pressure.baseline,
    peak: pressure.highest,
    notifySystolic: protocol === null ? null : (limitUnder(protocol, 'systolic')?.medium.high ?? null),
    lowestSpo2: lowestSaturation?.percent ?? null,
    doseMicrograms: ketamine.totalMicrograms,
    microgramsPerKg: ketamine.microgramsPerKg === null ? null : Math.round(ketamine.microgramsPerKg),
    doses: ketamine.doses,
    given: givenFigures(state, nowMs),
    firstDoseAt: firstDoseAt(state, nowMs),
    lastDoseAt: ketamine.lastDoseAt,
    dosesOutside: new Set(outside.map(({ entryId }) => entryId)).size,
    notices: noticeFigures(notices),
    vitals,
    events: eventFigures(state),
    amendments: state.byKind.amendment?.length ?? 0,
    retractions: retractionFigures(state),
    goingHome: ketamine.doses === 0 ? null : goingHome(state, nowMs),
    ...lockFigures(state),
    toSign: state.status === 'ended' ? partsMissing(state).map(({ role }) => role) : [],
    addenda: standing(state, 'addendum').length,
  };
}

/** The end, or the last entry where that came later: no clock of ours, so that figures do not change by themselves. */
function settledMs({ endedAt, items }: SessionState): number {
  const last = items.at(items.length - 1)?.entry.recordedAt;
  return Math.max(...[endedAt, last].map((at) => (at == null ? 0 : Date.parse(at))));
}

function givenFigures(state: SessionState, nowMs: number): GivenFigures[] {
  const groups = new Map<string, { drug: string; route: string; micrograms: number[] }>();
  for (const { drug, route, micrograms } of administrations(state, nowMs)) {
    const key = `${drug} ${route}`;
    const group = groups.get(key) ?? { drug, route, micrograms: [] };
    groups.set(key, group);
    group.micrograms.push(Math.round(micrograms));
  }
  return [...groups.values()];
}

function firstDoseAt(state: SessionState, nowMs: number): string | null {
  const [first] = studyAdministrations(state, nowMs);
  return first === undefined ? null : formatInstant(first.startMs);
}

function eventFigures(state: SessionState): SessionFigures['events'] {
  const events = standing(state, 'adverse-event').map(({ data }) => data);
  const worstGrade = events.length === 0 ? null : Math.max(...events.map(({ grade }) => grade));
  return {
    worstGrade,
    byGrade: [1, 2, 3, 4, 5].map((grade) => events.filter((event) => event.grade === grade).length),
    worst: events.filter(({ grade }) => grade === worstGrade).map(({ term }) => adverseEventLabel(term)),
  };
}

function retractionFigures(state: SessionState): SessionFigures['retractions'] {
  let [all, doses, quickDoses] = [0, 0, 0];
  for (const { entry, retraction } of state.items) {
    if (retraction === null) continue;
    all += 1;
    if (entry.kind !== 'dose') continue;
    doses += 1;
    if (Date.parse(retraction.recordedAt) - Date.parse(entry.recordedAt) <= QUICK_MS) quickDoses += 1;
  }
  return { all, doses, quickDoses };
}

function goingHome(state: SessionState, nowMs: number): SessionFigures['goingHome'] {
  const { items } = dischargeOf(state, nowMs);
  return { met: items.filter(({ met }) => met).length, of: items.length };
}

function lockFigures(state: SessionState): Pick<SessionFigures, 'lockedAt' | 'closedByLead'> {
  if (state.status !== 'signed') return { lockedAt: null, closedByLead: false };
  const { closed, signatures } = state;
  return { lockedAt: closed?.at ?? signatures.at(-1)?.at ?? null, closedByLead: closed !== null };
}
