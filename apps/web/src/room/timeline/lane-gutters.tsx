import {
  formatMgPerKg,
  ketamineGiven,
  meanArterialPressure,
  type SessionState,
  weightGrams,
} from '@tandem/domain';
import { useNow } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import { words } from '../../words/in-room.ts';
import { Gutter } from './gutter.tsx';
import { changeOf } from './lane-facts.ts';
import type { LaneBox, Layout } from './lane-layout.ts';
import { type SignLook, signsOf } from './lanes.ts';
import { ReadingAge, SinceDose } from './reading-age.tsx';
import type { DosePart, SignPart } from './timeline-parts.ts';
import type { VitalPoint } from './vital-points.ts';

const text = words.chart;

interface LaneGutterProps {
  readonly box: LaneBox;
  readonly layout: Layout;
  readonly running: boolean;
  readonly zone: string;
}

export function SignGutter({
  box,
  layout,
  running,
  zone,
  look,
  part,
}: LaneGutterProps & { look: SignLook; part: SignPart }) {
  const latest = part.points.at(-1) ?? null;
  const before = part.points.at(-2);
  return (
    <Gutter
      box={box}
      narrowLeft={layout.narrow ? layout.left : null}
      name={text.lanes[look.key]}
      unit={signsOf(look.key)[0]?.unit ?? ''}
      aside={look.key === 'spo2' ? oxygenOf(latest) : null}
      value={latest?.text ?? null}
      none={text.none}
      livesSinceMs={running && latest !== null ? latest.atMs : null}
      extra={
        latest !== null && latest.low !== null ? <MeanPressure high={latest.high} low={latest.low} /> : null
      }
      change={latest === null ? null : changeOf(latest, part.baseline, look)}
      was={before === undefined ? null : text.was(before.text)}
      age={latest === null ? null : ageOf(latest.atMs, running, zone)}
    />
  );
}

/** While an infusion runs the total counts up to the clock, as in the strip: this gutter alone is drawn again. */
export function DoseGutter(props: LaneGutterProps & { state: SessionState; part: DosePart }) {
  const runs = props.running && props.part.infusions.some(({ running }) => (running?.rate ?? 0) > 0);
  return runs ? (
    <CountingGutter {...props} />
  ) : (
    <DoseGutterOf {...props} total={props.part.levels.at(-1)?.totalMicrograms ?? 0} />
  );
}

function CountingGutter(props: LaneGutterProps & { state: SessionState; part: DosePart }) {
  return <DoseGutterOf {...props} total={ketamineGiven(props.state, useNow(1000)).totalMicrograms} />;
}

function DoseGutterOf({
  box,
  layout,
  running,
  state,
  part,
  total,
}: LaneGutterProps & { state: SessionState; part: DosePart; total: number }) {
  const last = part.pins.at(-1);
  const grams = weightGrams(state);
  const count = text.doseCount(part.pins.length);
  return (
    <Gutter
      box={box}
      narrowLeft={layout.narrow ? layout.left : null}
      name={text.lanes.ketamine}
      unit="mg"
      value={last === undefined ? null : String(total / 1000)}
      none={text.noMedicine}
      beside={grams === null ? count : formatMgPerKg(total, grams)}
      was={grams === null ? null : count}
      age={last !== undefined && running ? <SinceDose atMs={last.atMs} /> : null}
    />
  );
}

function ageOf(atMs: number, running: boolean, zone: string) {
  return running ? <ReadingAge atMs={atMs} /> : text.at(clockOf(atMs, zone));
}

function MeanPressure({ high, low }: { high: number; low: number }) {
  return (
    <>
      <abbr title={text.mapHint}>{text.map}</abbr> {meanArterialPressure(high, low)}
    </>
  );
}

/** Only of the same set: what was breathed with an earlier value says nothing of this one. */
function oxygenOf(point: VitalPoint | null): string | null {
  if (point === null || point.oxygen === null) return null;
  return point.oxygen === 0 ? text.roomAir : text.oxygen(point.oxygen);
}
