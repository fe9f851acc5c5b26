import { baselineOf, type ExpectedPhase, expectedArc, type SessionState, standing } from '@tandem/domain';
import { protocolLimits } from '../composer/protocol-limits.ts';
import { type FocusStop, focusStops } from './focus-stops.ts';
import { baselineOfLane, type LaneBaseline, limitsOf, type Mark } from './lane-facts.ts';
import { type Axis, axisOf, doseAxisOf } from './lane-scale.ts';
import { laneTable, type SignLook, signsOf, type VitalLane } from './lanes.ts';
import {
  type DosePin,
  dosePins,
  type GivenLevel,
  givenLevels,
  type InfusionBar,
  infusionBars,
  type MarkContext,
  type NoteMark,
  noteMarks,
  type PhaseSpan,
  phaseSpans,
} from './session-marks.ts';
import { type VitalPoint, vitalPoints } from './vital-points.ts';

export interface SignPart {
  readonly points: readonly VitalPoint[];
  readonly axis: Axis;
  readonly baseline: LaneBaseline;
  readonly limits: readonly Mark[];
}

export interface DosePart {
  readonly pins: readonly DosePin[];
  readonly axis: Axis;
  readonly ceilingMg: number | null;
  readonly levels: readonly GivenLevel[];
  readonly infusions: readonly InfusionBar[];
}

/** What the timeline draws of a session, one part per lane: an entry changes the parts that it belongs to. */
export type TimelineParts = Readonly<Record<VitalLane, SignPart>> & {
  readonly ketamine: DosePart;
  readonly notes: readonly NoteMark[];
  readonly phases: readonly PhaseSpan[];
  /** What the protocol expects after them and nobody has set. */
  readonly toCome: readonly ExpectedPhase[];
  readonly stops: readonly FocusStop[];
};

export function timelineParts(state: SessionState, context: MarkContext): TimelineParts {
  const { pending, zone } = context;
  const baseline = baselineOf(state);
  const signs = laneTable.flatMap(({ sign }) => {
    if (sign === undefined) return [];
    const points = vitalPoints(state, sign.key, pending, zone);
    const part: SignPart = {
      points,
      axis: signAxis(sign, points),
      baseline: baselineOfLane(baseline, sign),
      limits: limitsOf(sign, state),
    };
    return [[sign.key, part] as const];
  });
  const endedMs = state.endedAt === null ? null : Date.parse(state.endedAt);
  const pins = dosePins(state, context);
  const phases = phaseSpans(state, endedMs, zone);
  return {
    ...(Object.fromEntries(signs) as Record<VitalLane, SignPart>),
    ketamine: dosePart(state, pins),
    notes: noteMarks(state, context),
    phases,
    toCome: endedMs === null ? expectedArc(state) : [],
    stops: focusStops(state, pins, phases, zone),
  };
}

function signAxis(look: SignLook, points: readonly VitalPoint[]): Axis {
  const usual = signsOf(look.key)[0]?.axis ?? { min: 0, max: 100 };
  const values = points.flatMap(({ high, low }) => (low === null ? [high] : [high, low]));
  return axisOf({ usual, step: look.step, ticks: look.ticks }, values);
}

function dosePart(state: SessionState, pins: readonly DosePin[]): DosePart {
  const { ceilingMicrograms } = protocolLimits(state);
  const ceilingMg = ceilingMicrograms === null ? null : ceilingMicrograms / 1000;
  const levels = givenLevels(state);
  // What a running infusion is planned to give has its place on the axis before it is given.
  const planned = standing(state, 'infusion-start').reduce((sum, { data }) => sum + (data.plannedMg ?? 0), 0);
  const given = (levels.at(-1)?.totalMicrograms ?? 0) / 1000;
  const infusions = infusionBars(state);
  const toCome = infusions.some(({ running }) => running !== null) ? planned : 0;
  return { pins, ceilingMg, levels, infusions, axis: doseAxisOf(ceilingMg, given + toCome) };
}
