import {
  type Dose,
  formatMg,
  formatVitalSign,
  ketamineTotals,
  meanArterialPressure,
  rememberedBy,
  type SessionState,
  type Standing,
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
  const totalAt = ketamineTotals(state);
  const firstMs = Math.min(...doses.map(({ atMs }) => atMs));
  return [...standing(state, 'vital-signs'), ...standing(state, 'dose')]
    .map((one) => {
      const atMs = one.happenedMs;
      const total = firstMs <= atMs ? totalAt(atMs) : null;
      const phase = phases.findLast(({ fromMs, toMs }) => fromMs <= atMs && (toMs === null || atMs < toMs));
      const stop = known(one, `${zone} ${total} ${phase?.name}`, () => stopOf(one, zone, total, phase));
      return { stop, seq: one.seq };
    })
    .sort((a, b) => a.stop.atMs - b.stop.atMs || a.seq - b.seq)
    .map(({ stop }) => stop);
}

type Stopped = Standing<'vital-signs'> | Standing<'dose'>;

/** By zone, total and phase: worked out once while an entry stands as it is. */
const known = rememberedBy<Stopped, FocusStop>();

function stopOf(one: Stopped, zone: string, total: number | null, phase: PhaseSpan | undefined): FocusStop {
  const { id, happenedMs: atMs, data, item } = one;
  const then: FocusValue[] = [];
  if (total !== null) then.push({ text: words.chart.totalSoFar(formatMg(total)), tone: 'ket' });
  if (phase !== undefined) then.push({ text: phase.name, tone: 'ink2' });
  if ('drug' in data) {
    const amended = amendedWords(item, (was) => [doseTitle(was as Dose)], zone);
    return { id, atMs, values: [{ text: doseTitle(data), tone: 'ket' }, ...then], amended };
  }
  const amended = amendedWords(item, (was) => piecesOf(valuesOfSet(was as VitalSigns)), zone);
  return { id, atMs, values: [...valuesOfSet(data), ...then], amended };
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
