import { type Notice, vitalSign } from '@tandem/domain';
import { useNotices } from '../notices/use-notices.ts';
import { BAR } from './double-t.tsx';
import type { LaneBox, Layout } from './lane-layout.ts';
import { isInside, type Plot, xOf, yOf } from './lane-scale.ts';
import { textWidth } from './text-width.ts';
import classes from './timeline.module.css';
import type { TimelineParts } from './timeline-parts.ts';

/** px around a mark. */
const AROUND = { x: BAR + 4, y: 8 };
const CHIP = { height: 20, pad: 9, gap: 2 };

/**
 * A halo behind the reading that raised a notice, in its colour, and its value in a chip while the notice is on the
 * bar. Above the lanes: none is drawn again for it.
 */
export function NoticeMarks(props: {
  readonly layout: Layout;
  readonly plot: Plot;
  readonly parts: TimelineParts;
}) {
  const notices = useNotices(5_000);
  return (
    <svg className={classes.layer} aria-hidden>
      {notices.map((notice) => (
        <Halo key={notice.id} {...props} notice={notice} />
      ))}
    </svg>
  );
}

function Halo(props: { layout: Layout; plot: Plot; parts: TimelineParts; notice: Notice }) {
  const { layout, plot, parts, notice } = props;
  const { facts } = notice;
  if (facts.type !== 'sign') return null;
  const lane = vitalSign(facts.breaches[0]?.sign ?? 'systolic').lane;
  const box = layout.lanes.find(({ row }) => row.key === lane);
  if (lane === null || box === undefined) return null;
  const point = parts[lane].points.find(({ id }) => id === notice.entryId);
  if (point === undefined || !isInside(point.atMs, plot)) return null;
  const x = xOf(point.atMs, plot);
  const top = yOf(point.high, parts[lane].axis, box);
  const bottom = yOf(point.low ?? point.high, parts[lane].axis, box);
  return (
    <g data-priority={notice.priority}>
      <rect
        className={classes.halo}
        x={x - AROUND.x}
        y={top - AROUND.y}
        width={2 * AROUND.x}
        height={bottom - top + 2 * AROUND.y}
        rx={6}
      />
      {notice.shown && <Chip x={x} top={top} bottom={bottom} text={point.text} box={box} plot={plot} />}
    </g>
  );
}

/** Above the reading, or below it where the lane ends; on the side that is past, where now never stands in it. */
function Chip(props: { x: number; top: number; bottom: number; text: string; box: LaneBox; plot: Plot }) {
  const { x, top, bottom, text, box, plot } = props;
  const width = textWidth(text, 640) + 2 * CHIP.pad;
  const above = top - AROUND.y - CHIP.gap - CHIP.height;
  const y = above >= box.top + box.head ? above : bottom + AROUND.y + CHIP.gap;
  const left = Math.max(x + AROUND.x - width, plot.left);
  return (
    <g className={classes.chip}>
      <rect x={left} y={y} width={width} height={CHIP.height} rx={10} />
      <text x={left + width / 2} y={y + 14.5} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
