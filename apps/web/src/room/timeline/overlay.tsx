import { phaseLabels } from '@tandem/domain';
import { useNow } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import type { DosePin, PhaseSpan } from './lane-data.ts';
import { ARC_HEIGHT, AXIS_HEIGHT, LANE_TOP } from './lane-size.ts';
import classes from './timeline.module.css';

export interface Plot {
  readonly fromMs: number;
  readonly toMs: number;
  /** Left edge and width of the plot in px, inside the timeline. */
  readonly left: number;
  readonly width: number;
}

export function xOf(ms: number, { fromMs, toMs, left, width }: Plot): number {
  return left + ((ms - fromMs) / (toMs - fromMs)) * width;
}

/** The phase that still lasts, behind the readings. */
export function RunningPhase({ plot, running }: { plot: Plot; running: PhaseSpan }) {
  const now = useNow(1000);
  const x = xOf(Math.min(now, plot.toMs), plot);
  const from = xOf(Math.max(running.fromMs, plot.fromMs), plot);
  return (
    <div
      aria-hidden
      className={classes.running}
      style={{ left: from, width: Math.max(0, x - from), top: LANE_TOP, bottom: AXIS_HEIGHT }}
    />
  );
}

/** The line that moves by itself: above the chart, so that the chart is not drawn again. */
export function NowOverlay({ plot, zone }: { plot: Plot; zone: string }) {
  const now = useNow(1000);
  if (now < plot.fromMs || now > plot.toMs) return null;
  const x = xOf(now, plot);
  return (
    <div className={classes.overlay} aria-hidden style={{ top: ARC_HEIGHT + LANE_TOP }}>
      <div className={classes.nowLine} style={{ left: x, bottom: AXIS_HEIGHT }} />
      <div className={classes.nowClock} style={{ left: x }}>
        {clockOf(now, zone)}
      </div>
    </div>
  );
}

/** Amounts over their pins. Words of HTML, not of the chart: they keep their size and can be read aloud. */
export function DoseLabels({ plot, doses }: { plot: Plot; doses: readonly DosePin[] }) {
  return (
    <ul className={classes.doses} aria-label="Doses">
      {doses
        .filter((dose) => dose.atMs >= plot.fromMs && dose.atMs <= plot.toMs)
        .map((dose) => (
          <li key={dose.id} className={classes.dose} style={{ left: xOf(dose.atMs, plot) }}>
            {dose.label}
          </li>
        ))}
    </ul>
  );
}

/** The medicine arc: what a person set, from when to when. Nothing is foretold here. */
export function ArcBar({ plot, phases, zone }: { plot: Plot; phases: readonly PhaseSpan[]; zone: string }) {
  const now = useNow(10_000);
  return (
    <ol className={classes.arc} aria-label="Medicine arc">
      {phases.map((span) => {
        const from = xOf(Math.max(span.fromMs, plot.fromMs), plot);
        const to = xOf(Math.min(span.toMs ?? now, plot.toMs), plot);
        if (to <= from && span.toMs !== null) return null;
        const name = phaseLabels[span.phase];
        const whole = `${name} from ${clockOf(span.fromMs, zone)}`;
        return (
          <li
            key={span.id}
            className={classes.span}
            data-running={span.toMs === null || undefined}
            title={whole}
            aria-label={whole}
            style={{ left: from, width: Math.max(4, to - from - 2) }}
          >
            <span>{name}</span>
          </li>
        );
      })}
    </ol>
  );
}
