import { type Dose, drugRow, type VitalSigns } from '@tandem/domain';
import { useNow } from '../../data/clock.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import { useTyped } from '../typed-line.ts';
import { chipTop, chipWidth } from './dose-chips.ts';
import { BAR } from './double-t.tsx';
import type { LaneBox, Layout } from './lane-layout.ts';
import { isInside, type Plot, xOf, yOf } from './lane-scale.ts';
import { doseLabel } from './session-marks.ts';
import classes from './timeline.module.css';
import type { TimelineParts } from './timeline-parts.ts';
import { valuesOf } from './vital-points.ts';

/** px by which a dose that is given now stands off the line of now, which would hide it. */
const BESIDE_NOW = 3;

export interface GhostProps {
  readonly layout: Layout;
  readonly plot: Plot;
  readonly parts: TimelineParts;
}

/** What is being typed and not recorded, where it would stand: dashed, and gone with the line. */
export function Ghost(props: GhostProps) {
  const reading = useTyped();
  const room = useRoom();
  const now = useNow(1000);
  if (reading?.type !== 'entry' || !mayRecord(room, reading.entry.kind)) return null;
  const atMs = reading.happenedAtMs ?? now;
  if (!isInside(atMs, props.plot)) return null;
  const x = xOf(atMs, props.plot);
  const fromNow = reading.happenedAtMs === null ? BESIDE_NOW : 0;
  const { entry } = reading;
  if (entry.kind === 'vital-signs') return <GhostSet {...props} x={x} data={entry.data} />;
  return entry.kind === 'dose' && drugRow(entry.data.drug).studyDrug ? (
    <GhostDose {...props} x={x + fromNow} dose={entry.data} />
  ) : null;
}

function GhostSet({ layout, parts, x, data }: GhostProps & { x: number; data: VitalSigns }) {
  return (
    <svg className={classes.layer} aria-hidden data-testid="ghost">
      {layout.lanes.map((box) => (
        <GhostMark key={box.row.key} box={box} parts={parts} x={x} data={data} />
      ))}
    </svg>
  );
}

function GhostMark(props: { box: LaneBox; parts: TimelineParts; x: number; data: VitalSigns }) {
  const { box, parts, x, data } = props;
  const { sign, tone } = box.row;
  const values = sign === undefined ? null : valuesOf(data, sign.key);
  if (sign === undefined || values === null) return null;
  const { axis } = parts[sign.key];
  const top = yOf(Math.max(...values), axis, box);
  const bottom = yOf(Math.min(...values), axis, box);
  const color = `var(--t-${tone})`;
  return (
    <g data-lane={sign.key} stroke={color} fill="none">
      <rect
        x={x - 9}
        y={top - 8}
        width={18}
        height={bottom - top + 16}
        rx={7}
        fill="var(--t-surface)"
        strokeWidth={1.4}
        strokeDasharray="4 3"
      />
      {values.length === 1 ? (
        <circle cx={x} cy={top} r={3.6} fill={color} stroke="none" opacity={0.7} />
      ) : (
        <path
          d={`M${x - BAR} ${top}h${2 * BAR}M${x - BAR} ${bottom}h${2 * BAR}M${x} ${top}V${bottom}`}
          strokeWidth={2}
          opacity={0.7}
        />
      )}
    </g>
  );
}

function GhostDose({ layout, plot, x, dose }: GhostProps & { x: number; dose: Dose }) {
  const label = `${doseLabel(dose)} ?`;
  const past = x + 4 + chipWidth(label) > plot.left + plot.width;
  return (
    <div aria-hidden data-testid="ghost">
      <svg className={classes.layer} aria-hidden>
        <path className={classes.pin} data-ghost d={`M${x} ${layout.arc}V${layout.axisTop}`} />
      </svg>
      <div
        className={classes.dose}
        data-ghost
        style={{ left: past ? x - 4 - chipWidth(label) : x + 4, top: chipTop(layout, 0) }}
      >
        {label}
      </div>
    </div>
  );
}
