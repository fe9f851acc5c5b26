import {
  formatMg,
  formatVitalSign,
  meanArterialPressure,
  type SessionState,
  standing,
  type VitalSigns,
  vitalSignRows,
} from '@tandem/domain';
import { doseTitle } from '../../entries/dose.tsx';
import type { TokenName } from '../../ui/tokens.ts';
import { words } from '../../words.ts';
import { laneTable } from './lanes.ts';
import type { DosePin, PhaseSpan } from './session-marks.ts';

/** A moment the focus line stands at: a set of readings or a dose, and what was true then. */
export interface FocusStop {
  readonly id: string;
  readonly atMs: number;
  readonly values: readonly FocusValue[];
}

export interface FocusValue {
  readonly text: string;
  readonly tone: TokenName;
}

/** By time. A sign that was not taken then has no value here: none is carried over from before. */
export function focusStops(
  state: SessionState,
  doses: readonly DosePin[],
  phases: readonly PhaseSpan[],
): FocusStop[] {
  const sets = standing(state, 'vital-signs').map((set) => ({ ...set, values: valuesOfSet(set.data) }));
  const given = standing(state, 'dose').map((dose) => ({
    ...dose,
    values: [{ text: doseTitle(dose.data), tone: 'ket' as const }],
  }));
  return [...sets, ...given]
    .map(({ id, seq, happenedAt, values }) => {
      const atMs = Date.parse(happenedAt);
      const total = doses.findLast((dose) => dose.atMs <= atMs)?.totalMicrograms;
      const phase = phases.findLast(({ fromMs, toMs }) => fromMs <= atMs && (toMs === null || atMs < toMs));
      const then: FocusValue[] = [];
      if (total !== undefined) then.push({ text: words.chart.totalSoFar(formatMg(total)), tone: 'ket' });
      if (phase !== undefined) then.push({ text: phase.name, tone: 'ink2' });
      return { id, seq, atMs, values: [...values, ...then] };
    })
    .sort((a, b) => a.atMs - b.atMs || a.seq - b.seq)
    .map(({ id, atMs, values }) => ({ id, atMs, values }));
}

function valuesOfSet(data: VitalSigns): FocusValue[] {
  const found: FocusValue[] = [];
  const { systolic, diastolic } = data;
  if (systolic !== undefined && diastolic !== undefined) {
    found.push({ text: `${systolic}/${diastolic}`, tone: 'bp' });
    found.push({ text: `${words.chart.map} ${meanArterialPressure(systolic, diastolic)}`, tone: 'ink2' });
  }
  for (const { key, lane, short } of vitalSignRows) {
    const value = data[key];
    if (value === undefined || lane === 'blood-pressure') continue;
    const roomAir = key === 'oxygenLitresPerMin' && value === 0;
    found.push({
      text: roomAir ? words.chart.roomAir : `${short} ${formatVitalSign(key, value)}`,
      tone: laneTable.find((row) => row.key === lane)?.tone ?? 'ink2',
    });
  }
  return found;
}

/** The stop nearest to `atMs` within `withinMs`, or null. */
export function nearestStop<Stop extends { readonly atMs: number }>(
  stops: readonly Stop[],
  atMs: number,
  withinMs: number,
): Stop | null {
  let found: Stop | null = null;
  for (const stop of stops) {
    const distance = Math.abs(stop.atMs - atMs);
    if (distance <= withinMs && (found === null || distance < Math.abs(found.atMs - atMs))) found = stop;
  }
  return found;
}
