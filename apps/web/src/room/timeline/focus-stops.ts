import {
  type Dose,
  formatMg,
  formatVitalSign,
  ketamineGiven,
  meanArterialPressure,
  type SessionState,
  standing,
  type VitalSigns,
  vitalSignRows,
} from '@tandem/domain';
import { doseTitle } from '../../entries/dose.tsx';
import type { TokenName } from '../../ui/tokens.ts';
import { words } from '../../words/in-room.ts';
import { amendedWords } from './amended.ts';
import { laneTable } from './lanes.ts';
import type { DosePin, PhaseSpan } from './session-marks.ts';

/** A moment the focus line stands at: a set of readings or a dose, and what was true then. */
export interface FocusStop {
  readonly id: string;
  readonly atMs: number;
  readonly values: readonly FocusValue[];
  /** What it said before each amendment. */
  readonly amended: readonly string[];
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
  zone: string,
): FocusStop[] {
  const sets = standing(state, 'vital-signs').map((set) => ({
    ...set,
    values: valuesOfSet(set.data),
    amended: amendedWords(set.item, (was) => piecesOf(valuesOfSet(was as VitalSigns)), zone),
  }));
  const given = standing(state, 'dose').map((dose) => ({
    ...dose,
    values: [{ text: doseTitle(dose.data), tone: 'ket' as const }],
    amended: amendedWords(dose.item, (was) => [doseTitle(was as Dose)], zone),
  }));
  return [...sets, ...given]
    .map(({ id, seq, happenedAt, values, amended }) => {
      const atMs = Date.parse(happenedAt);
      const total = doses.some((dose) => dose.atMs <= atMs)
        ? ketamineGiven(state, atMs).totalMicrograms
        : undefined;
      const phase = phases.findLast(({ fromMs, toMs }) => fromMs <= atMs && (toMs === null || atMs < toMs));
      const then: FocusValue[] = [];
      if (total !== undefined) then.push({ text: words.chart.totalSoFar(formatMg(total)), tone: 'ket' });
      if (phase !== undefined) then.push({ text: phase.name, tone: 'ink2' });
      return { id, seq, atMs, values: [...values, ...then], amended };
    })
    .sort((a, b) => a.atMs - b.atMs || a.seq - b.seq)
    .map(({ seq: _seq, ...stop }) => stop);
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

/** What was measured; the mean is only worked out from it. */
function piecesOf(values: readonly FocusValue[]): string[] {
  return values.map(({ text }) => text).filter((text) => !text.startsWith(words.chart.map));
}

/** Where a key moves the focus line to, from stop `at` (-1: none is chosen yet); null for any other key. */
export function stepTo(key: string, at: number, count: number): number | null {
  const last = count - 1;
  const from = at === -1 ? count : at;
  const steps = new Map(
    Object.entries({
      ArrowLeft: Math.max(0, from - 1),
      ArrowRight: Math.min(last, from + 1),
      Home: 0,
      End: last,
    }),
  );
  return steps.get(key) ?? null;
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
