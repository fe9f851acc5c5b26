import { type ExpectedPhase, phaseLabels } from '@tandem/domain';
import { useNow } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import { span as spanWords } from '../../ui/names.ts';
import { words } from '../../words/in-room.ts';
import { type Plot, xOf } from './lane-scale.ts';
import type { PhaseSpan } from './session-marks.ts';
import { fitting, textWidth, type Weight } from './text-width.ts';
import classes from './timeline.module.css';

export interface ArcBarProps {
  readonly plot: Plot;
  readonly phases: readonly PhaseSpan[];
  readonly toCome: readonly ExpectedPhase[];
  readonly zone: string;
  readonly height: number;
}

/** The medicine arc: what a person set, from when to when; dashed, what the protocol expects and nobody has set. */
export function ArcBar({ plot, phases, toCome, zone, height }: ArcBarProps) {
  return (
    <ol className={classes.arc} style={{ height }} aria-label={words.room.arc}>
      {phases.map((span) =>
        span.toMs === null ? (
          <Running key={span.id} plot={plot} span={span} zone={zone} />
        ) : (
          <Past key={span.id} plot={plot} span={span} toMs={span.toMs} zone={zone} />
        ),
      )}
      {toCome.map((one) => (
        <Expected key={one.phase} plot={plot} expected={one} zone={zone} />
      ))}
    </ol>
  );
}

interface SpanProps {
  readonly plot: Plot;
  readonly span: PhaseSpan;
  readonly zone: string;
}

function Past({ plot, span, toMs, zone }: SpanProps & { toMs: number }) {
  const { left, width } = placeOf(span.fromMs, toMs, plot);
  if (width <= 0) return null;
  const whole = titleOf(span, zone);
  return (
    <li
      className={classes.span}
      data-amended={span.amended !== null || undefined}
      title={whole}
      style={{ left, width }}
    >
      <span aria-hidden>{namesIn([span.name, words.chart.phaseShort[span.phase]], width, 520)}</span>
      <span className="visually-hidden">{whole}</span>
    </li>
  );
}

/** In plum, with its minutes; while it is still too short for its name, the name stands beside it. */
function Running({ plot, span, zone }: SpanProps) {
  const now = useNow(10_000);
  const { left, width } = placeOf(span.fromMs, Math.min(Math.max(now, span.fromMs), plot.toMs), plot);
  const whole = titleOf(span, zone);
  const minutes = spanWords(now - span.fromMs);
  const long = `${span.name} ${minutes}`;
  const inside = namesIn([long, span.name], width, 640);
  return (
    <li
      className={classes.span}
      data-running
      data-amended={span.amended !== null || undefined}
      data-outside={inside === '' || undefined}
      title={whole}
      style={{ left, width: Math.max(4, width) }}
    >
      <span aria-hidden>
        {span.name}
        {inside !== span.name && <small> {minutes}</small>}
      </span>
      <span className="visually-hidden">{whole}</span>
    </li>
  );
}

/** From now on at the earliest: until now another phase runs, whatever was expected. */
function Expected(props: { readonly plot: Plot; readonly expected: ExpectedPhase; readonly zone: string }) {
  const { plot, zone } = props;
  const { phase, fromMs, toMs } = props.expected;
  const now = useNow(10_000);
  const { left, width } = placeOf(Math.max(fromMs, now), toMs ?? plot.toMs, plot);
  if (width < NARROW) return null;
  const name = phaseLabels[phase];
  const whole = words.room.expectedAt(name, clockOf(fromMs, zone));
  return (
    <li className={classes.span} data-expected title={whole} style={{ left: left + 2, width: width - 2 }}>
      <span aria-hidden>{namesIn([name, words.chart.phaseShort[phase]], width, 520)}</span>
      <span className="visually-hidden">{whole}</span>
    </li>
  );
}

function titleOf({ name, fromMs, amended }: PhaseSpan, zone: string): string {
  const from = words.chart.phaseFrom(name, clockOf(fromMs, zone));
  return amended === null ? from : `${from}, ${amended}`;
}

/** px that a name keeps from each end of its phase. */
const AROUND = 4;
/** px under which a dashed frame is two lines and says nothing. */
const NARROW = 12;

function namesIn(names: readonly string[], width: number, weight: Weight): string {
  return fitting(names, width - 2 * AROUND, (name) => textWidth(name, weight));
}

/** Two px between neighbours. */
function placeOf(fromMs: number, toMs: number, plot: Plot): { left: number; width: number } {
  const left = xOf(Math.max(fromMs, plot.fromMs), plot);
  return { left, width: xOf(Math.min(toMs, plot.toMs), plot) - left - 2 };
}
