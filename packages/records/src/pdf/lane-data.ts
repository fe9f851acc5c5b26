import {
  administrations,
  baselineOf,
  type DataOf,
  drugLabel,
  formatMg,
  limitUnder,
  noticesOf,
  phaseLabels,
  protocolOf,
  routeCatalog,
  type SessionState,
  standing,
  type VitalSignKey,
  vitalSign,
} from '@tandem/domain';
import type { SessionRecord } from '../session-record.ts';

const MINUTE = 60_000;

export interface Point {
  readonly atMs: number;
  readonly value: number;
}
export interface PressurePoint {
  readonly atMs: number;
  readonly systolic: number;
  readonly diastolic: number;
}
export interface DoseMark {
  readonly atMs: number;
  /** Of an infusion or a dose over some minutes: when the last of it went in. */
  readonly toMs: number;
  readonly words: string;
}

/** What the lanes show: the same readings, doses and limits as the timeline on the screen, as they stand. */
export interface LaneData {
  readonly fromMs: number;
  readonly toMs: number;
  readonly phases: readonly { readonly fromMs: number; readonly toMs: number; readonly label: string }[];
  readonly pressures: readonly PressurePoint[];
  /** Pressures that raised a notice, as it stood at the end. */
  readonly noticed: readonly (PressurePoint & { readonly priority: 'high' | 'medium' })[];
  readonly heartRates: readonly Point[];
  readonly saturations: readonly Point[];
  readonly doses: readonly DoseMark[];
  readonly notes: readonly { readonly atMs: number; readonly shape: NoteShape }[];
  /** From here on a reading is noticed, by the protocol of this session. */
  readonly notifyAt: { readonly systolic: number | undefined; readonly spo2: number | undefined };
  readonly baseline: Readonly<Partial<Record<VitalSignKey, number>>>;
}

export type NoteShape = 'noticed' | 'words' | 'theme' | 'affect' | 'moment';

/** @returns null when there is nothing to draw: a session that never began */
export function laneData(record: SessionRecord): LaneData | null {
  const { state } = record;
  if (state.startedAt === null) return null;
  const endMs = Date.parse(state.endedAt ?? record.exportedAt);
  const sets = standing(state, 'vital-signs').map(({ happenedAt, data }) => ({
    atMs: Date.parse(happenedAt),
    data,
  }));
  const doses = dosesOf(state, Date.parse(record.exportedAt));
  const times = [
    Date.parse(state.startedAt),
    endMs,
    ...sets.map(({ atMs }) => atMs),
    ...doses.map(({ atMs }) => atMs),
  ];
  const protocol = protocolOf(state);
  const signs = baselineOf(state)?.signs ?? {};
  return {
    // Whole ten minutes, as the ticks are.
    fromMs: Math.floor((Math.min(...times) - MINUTE) / (10 * MINUTE)) * 10 * MINUTE,
    toMs: Math.ceil((Math.max(...times) + MINUTE) / (10 * MINUTE)) * 10 * MINUTE,
    phases: phasesOf(state, endMs),
    pressures: sets.flatMap(({ atMs, data: { systolic, diastolic } }) =>
      systolic === undefined || diastolic === undefined ? [] : [{ atMs, systolic, diastolic }],
    ),
    noticed: noticedOf(state, endMs),
    heartRates: pointsOf(sets, 'heartRate'),
    saturations: pointsOf(sets, 'spo2'),
    doses,
    notes: notesOf(state),
    notifyAt: {
      systolic: limitUnder(protocol, 'systolic')?.medium.high,
      spo2: limitUnder(protocol, 'spo2')?.medium.low,
    },
    baseline: Object.fromEntries(Object.entries(signs).map(([key, sign]) => [key, sign.value])),
  };
}

function noticedOf(state: SessionState, endMs: number): LaneData['noticed'] {
  return noticesOf(state, endMs).flatMap(({ facts, priority }) => {
    if (facts.type !== 'sign' || priority === 'low') return [];
    const { systolic, diastolic } = facts.values;
    return systolic === undefined || diastolic === undefined
      ? []
      : [{ atMs: Date.parse(facts.takenAt), systolic, diastolic, priority }];
  });
}

function pointsOf(
  sets: readonly { readonly atMs: number; readonly data: DataOf<'vital-signs'> }[],
  key: VitalSignKey,
): Point[] {
  return sets.flatMap(({ atMs, data }) => {
    const value = data[key];
    return value === undefined ? [] : [{ atMs, value }];
  });
}

function phasesOf(state: SessionState, endMs: number): LaneData['phases'] {
  const steps = standing(state, 'phase').map(({ happenedAt, data }) => ({
    fromMs: Date.parse(happenedAt),
    label: phaseLabels[data.phase],
  }));
  return steps
    .map((step, at) => ({ ...step, toMs: steps[at + 1]?.fromMs ?? Math.max(endMs, step.fromMs) }))
    .filter(({ fromMs, toMs }) => toMs > fromMs);
}

function dosesOf(state: SessionState, untilMs: number): DoseMark[] {
  return administrations(state, untilMs).map(({ startMs, endMs, drug, drugName, micrograms, route }) => ({
    atMs: startMs,
    toMs: endMs ?? untilMs,
    words: `${drug === 'ketamine' ? '' : `${drugLabel({ drug, drugName })} `}${formatMg(micrograms)} ${routeCatalog[route].label}`,
  }));
}

function notesOf(state: SessionState): LaneData['notes'] {
  const notes = standing(state, 'note').map(({ happenedAt, data }) => ({
    atMs: Date.parse(happenedAt),
    shape: data.category === 'intention' ? ('noticed' as const) : data.category,
  }));
  const moments = [...standing(state, 'moment'), ...standing(state, 'shift')].map(({ happenedAt }) => ({
    atMs: Date.parse(happenedAt),
    shape: 'moment' as const,
  }));
  return [...notes, ...moments];
}

/** Fixed, and stepped out in whole steps where a value needs it, as on the screen (ux.md 2.6). */
export function axisOf(key: VitalSignKey, values: readonly number[], step: number) {
  const { axis = { min: 0, max: 100 } } = vitalSign(key);
  const min = Math.min(axis.min, ...values.map((value) => Math.floor(value / step) * step));
  const max = Math.max(axis.max, ...values.map((value) => Math.ceil(value / step) * step));
  return { min, max };
}
