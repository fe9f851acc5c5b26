import {
  drugRow,
  formatMg,
  meanArterialPressure,
  microgramsFromMg,
  type Phase,
  routeCatalog,
  type SessionState,
  standing,
  vitalSign,
} from '@tandem/domain';

/** One cuff reading; nothing is drawn between two of them, because nothing was measured there. */
export interface PressurePoint {
  readonly id: string;
  readonly atMs: number;
  readonly systolic: number;
  readonly diastolic: number;
  readonly map: number;
  readonly amended: boolean;
  /** Kept on this device, not confirmed yet: drawn as a ghost. */
  readonly pending: boolean;
}

export interface DosePin {
  readonly id: string;
  readonly atMs: number;
  readonly label: string;
}

export interface PhaseSpan {
  readonly id: string;
  readonly phase: Phase;
  readonly fromMs: number;
  /** Null while it lasts. */
  readonly toMs: number | null;
}

export function pressurePoints(state: SessionState, pending: ReadonlySet<string>): PressurePoint[] {
  const points: PressurePoint[] = [];
  for (const { id, happenedAt, data, item } of standing(state, 'vital-signs')) {
    const { systolic, diastolic } = data;
    if (systolic === undefined || diastolic === undefined) continue;
    points.push({
      id,
      atMs: Date.parse(happenedAt),
      systolic,
      diastolic,
      map: meanArterialPressure(systolic, diastolic),
      amended: item.amendments.length > 0,
      pending: pending.has(id),
    });
  }
  return points;
}

/** Ketamine and esketamine only: a pin through all lanes says "the medicine began to act here". */
export function dosePins(state: SessionState): DosePin[] {
  return standing(state, 'dose')
    .filter(({ data }) => drugRow(data.drug).studyDrug)
    .map(({ id, happenedAt, data }) => ({
      id,
      atMs: Date.parse(happenedAt),
      label: `${formatMg(microgramsFromMg(data.amountMg))} ${routeCatalog[data.route].label}`,
    }));
}

export function phaseSpans(state: SessionState, endedMs: number | null): PhaseSpan[] {
  const phases = standing(state, 'phase');
  return phases.map(({ id, happenedAt, data }, at) => {
    const next = phases[at + 1];
    return {
      id,
      phase: data.phase,
      fromMs: Date.parse(happenedAt),
      toMs: next === undefined ? endedMs : Date.parse(next.happenedAt),
    };
  });
}

export interface PressureAxis {
  readonly min: number;
  readonly max: number;
  /** True when a value lay outside the usual axis: the lane says so. */
  readonly widened: boolean;
}

const STEP = 10;

/** Fixed, 40 to 190 mmHg; steps out as far as a reading needs, never to fit the data closely (GTAB-072). */
export function pressureAxis(points: readonly PressurePoint[]): PressureAxis {
  const usual = vitalSign('systolic').axis ?? { min: 40, max: 190 };
  let { min, max } = usual;
  for (const { systolic, diastolic } of points) {
    max = Math.max(max, Math.ceil(systolic / STEP) * STEP);
    min = Math.min(min, Math.floor(diastolic / STEP) * STEP);
  }
  return { min, max, widened: min !== usual.min || max !== usual.max };
}

/** First thing that has a place on the time axis; before the start, now, where a baseline will stand. */
export function firstMoment(state: SessionState, nowMs: number): number {
  const vitals = standing(state, 'vital-signs')[0]?.happenedAt;
  const started = state.startedAt === null ? nowMs : Date.parse(state.startedAt);
  return vitals === undefined ? started : Math.min(started, Date.parse(vitals));
}
