import { drugRow, routeCatalog } from '../drugs/catalog.ts';
import { adverseEventLabel } from '../entries/adverse-event.ts';
import { emergencyMarks } from '../entries/emergency.ts';
import type { Pins } from '../entries/lifecycle.ts';
import { answersOf } from '../rules/gate.ts';
import type { NoticePriority } from '../rules/notice.ts';
import { noticeSentence } from '../rules/notice-words.ts';
import { noticesOf } from '../rules/notices.ts';
import { formatMg } from '../units.ts';
import { formatVitalSign, vitalSignRows } from '../vitals/catalog.ts';
import { administrations } from './administrations.ts';
import { emergencyOf } from './emergency.ts';
import { ketamineGiven } from './ketamine-given.ts';
import { standing, weightGrams } from './select.ts';
import type { SessionState } from './state.ts';

/** A line of the page with its moment, milliseconds since the epoch; the reader knows the clinic's clock. */
export interface HandoverLine {
  readonly atMs: number;
  readonly text: string;
}

export interface HandoverGiven extends HandoverLine {
  readonly shape: 'dose' | 'infusion';
  /** Of an infusion: when it ended, null while it runs, with what it gives now and what it gave until then. */
  readonly endMs: number | null;
  readonly rate: string | null;
  readonly total: string;
}

export interface HandoverReading extends HandoverLine {
  readonly name: string;
}

/** What whoever takes over has to know, on one page. Only what was recorded stands on it. */
export interface HandoverPage {
  readonly atMs: number;
  readonly patient: Pins['patient'] | null;
  readonly weightGrams: number | null;
  /** As answered on the checklist; null: not asked. */
  readonly medicines: string | null;
  /** Oldest first, of every drug. */
  readonly given: readonly HandoverGiven[];
  readonly ketamineMicrograms: number;
  /** The last of each sign, in the catalogue's order. */
  readonly latest: readonly HandoverReading[];
  /** Lowest and highest systolic pressure and SpO2; empty without a reading. */
  readonly extremes: readonly HandoverReading[];
  readonly notices: readonly (HandoverLine & { readonly priority: NoticePriority })[];
  readonly events: readonly HandoverLine[];
  readonly emergency: readonly HandoverLine[];
  readonly team: Pins['team'];
}

/**
 * The page that is handed over with the client (HND-1 to HND-4), from the record as it stands. No network and no other
 * page is needed for it.
 * @param nowMs milliseconds since the epoch, by the server's clock
 */
export function handoverOf(state: SessionState, nowMs: number): HandoverPage {
  return {
    atMs: nowMs,
    patient: state.pins?.patient ?? null,
    weightGrams: weightGrams(state),
    medicines: medicinesOf(state, nowMs),
    given: givenOf(state, nowMs),
    ketamineMicrograms: ketamineGiven(state, nowMs).totalMicrograms,
    latest: latestOf(state),
    extremes: extremesOf(state),
    notices: noticesOf(state, nowMs)
      .filter(
        ({ settled, supersededBy, priority }) =>
          settled === null && supersededBy === null && priority !== 'low',
      )
      .map(({ sinceMs, priority, facts }) => ({ atMs: sinceMs, priority, text: noticeSentence(facts) })),
    events: standing(state, 'adverse-event').map(({ happenedAt, data }) => ({
      atMs: Date.parse(data.onsetAt ?? happenedAt),
      text: [
        `${adverseEventLabel(data.term)}, grade ${data.grade}`,
        ...[data.action, data.outcome].filter((part) => part !== undefined),
      ].join('; '),
    })),
    emergency: (emergencyOf(state)?.marks ?? []).map(({ happenedAt, data: { mark, detail } }) => ({
      atMs: Date.parse(happenedAt),
      text: detail === undefined ? emergencyMarks[mark] : `${emergencyMarks[mark]}: ${detail}`,
    })),
    team: state.pins?.team ?? [],
  };
}

function medicinesOf(state: SessionState, nowMs: number): string | null {
  const answer = answersOf(state, nowMs).get('medicines-reviewed');
  if (answer === undefined) return null;
  const result = answer.result === 'fulfilled' ? 'Reviewed' : 'Not reviewed';
  return answer.note === undefined ? result : `${result}: ${answer.note}`;
}

function givenOf(state: SessionState, nowMs: number): HandoverGiven[] {
  return administrations(state, nowMs).map((one) => {
    const { shape, startMs, endMs, micrograms, microgramsPerHour } = one;
    const name = one.drugName ?? drugRow(one.drug).label;
    const total = formatMg(micrograms);
    const route = routeCatalog[one.route].label;
    return {
      shape,
      atMs: startMs,
      endMs,
      text: shape === 'dose' ? `${name} ${total} ${route}` : `${name} infusion ${route}`,
      rate: shape === 'infusion' && endMs === null ? `${formatMg(microgramsPerHour)}/h` : null,
      total,
    };
  });
}

function latestOf(state: SessionState): HandoverReading[] {
  const sets = standing(state, 'vital-signs');
  const pressure = sets.findLast(({ data }) => data.systolic !== undefined);
  const others = vitalSignRows
    .filter(({ key }) => key !== 'systolic' && key !== 'diastolic')
    .flatMap(({ key, short }) => {
      const last = sets.findLast(({ data }) => data[key] !== undefined);
      if (last === undefined) return [];
      const text = formatVitalSign(key, last.data[key] as number);
      return [{ name: short, atMs: Date.parse(last.happenedAt), text }];
    });
  if (pressure === undefined) return others;
  const text = `${pressure.data.systolic}/${pressure.data.diastolic} mmHg`;
  return [{ name: 'BP', atMs: Date.parse(pressure.happenedAt), text }, ...others];
}

function extremesOf(state: SessionState): HandoverReading[] {
  const sets = standing(state, 'vital-signs');
  return (['systolic', 'spo2'] as const).flatMap((key) => {
    const found = sets.filter(({ data }) => data[key] !== undefined);
    const sorted = found.toSorted((a, b) => (a.data[key] as number) - (b.data[key] as number));
    const [lowest, highest] = [sorted[0], sorted.at(-1)];
    if (lowest === undefined || highest === undefined) return [];
    return [
      { name: 'lowest', set: lowest },
      { name: 'highest', set: highest },
    ].map(({ name, set: { happenedAt, data } }) => ({
      name: `${key === 'systolic' ? 'BP' : 'SpO₂'} ${name}`,
      atMs: Date.parse(happenedAt),
      text:
        key === 'systolic'
          ? `${data.systolic}/${data.diastolic} mmHg`
          : formatVitalSign('spo2', data.spo2 as number),
    }));
  });
}
