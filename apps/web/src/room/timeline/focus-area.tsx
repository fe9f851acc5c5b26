import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { clockOf } from '../../data/zone.ts';
import { words } from '../../words/in-room.ts';
import classes from './focus.module.css';
import { FocusRow } from './focus-row.tsx';
import { type FocusStop, nearestStop, stepTo } from './focus-stops.ts';
import type { Layout } from './lane-layout.ts';
import { isInside, type Plot, xOf } from './lane-scale.ts';
import { showInLog } from './show-in-log.ts';
import type { TimelineParts } from './timeline-parts.ts';
import { useAmend } from './use-amend.ts';
import { type Place, useMarks } from './use-marks.ts';
import { usePress } from './use-press.ts';

export interface FocusAreaProps {
  readonly layout: Layout;
  readonly plot: Plot;
  readonly parts: TimelineParts;
  readonly zone: string;
  /** The lanes: handed through, so that a step of the line draws none of them. */
  readonly children: ReactNode;
}

/** A hand this far from a reading still means it. In px. */
const REACH = 40;

/**
 * The line that a pointer, a finger or the arrow keys move from reading to reading. A tap on a mark shows its row in
 * the log; a long press, a double click or Enter corrects it.
 */
export function FocusArea({ layout, plot, parts, zone, children }: FocusAreaProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const amend = useAmend();
  const inside = parts.stops.filter(({ atMs }) => isInside(atMs, plot));
  const at = inside.findIndex(({ id }) => id === chosen);
  const stop = inside[at] ?? null;
  const msPerPx = (plot.toMs - plot.fromMs) / Math.max(1, plot.width);

  const { placeOf, markNear } = useMarks(area, layout, plot, parts);

  function correct(place: Place): void {
    const id = markNear(place);
    if (id !== null) amend(id);
  }
  const { handlers, wasPress } = usePress(correct);

  function follow(place: Place): void {
    const { x, y } = placeOf(place);
    const within = x >= plot.left && x <= plot.left + plot.width && y >= layout.arc && y <= layout.axisTop;
    const ms = plot.fromMs + (x - plot.left) * msPerPx;
    if (!within) leave();
    else setChosen(nearestStop(inside, ms, REACH * msPerPx)?.id ?? null);
  }

  /** A line that the keyboard holds stays where it is when the pointer goes. */
  function leave(): void {
    if (document.activeElement !== slider.current) setChosen(null);
  }

  function onClick(place: Place): void {
    if (wasPress()) return;
    const id = markNear(place);
    const { x, y } = placeOf(place);
    const isStop = inside.some((one) => one.id === id);
    // What the line of focus tells anyway opens no log over it.
    if (id !== null) showInLog(id, !isStop);
    if (isStop) {
      slider.current?.focus();
      setChosen(id);
    } else if (id === null && x >= plot.left && y >= layout.arc && y <= layout.axisTop) {
      slider.current?.focus();
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = stepTo(event.key, at, inside.length);
    if (next !== null) {
      event.preventDefault();
      setChosen(inside[next]?.id ?? null);
    } else if (event.key === 'Enter' && stop !== null) {
      event.preventDefault();
      amend(stop.id);
    } else if (event.key === 'Escape') {
      setChosen(null);
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the slider inside
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      ref={area}
      className={classes.area}
      {...handlers}
      onPointerMove={(event) => {
        handlers.onPointerMove(event);
        follow(event);
      }}
      onPointerLeave={() => {
        handlers.onPointerCancel();
        leave();
      }}
      onClick={(event) => onClick(placed(event))}
      onDoubleClick={(event) => correct(placed(event))}
    >
      {children}
      {inside.length > 0 && (
        <div
          ref={slider}
          role="slider"
          tabIndex={0}
          className={classes.slider}
          style={{ left: plot.left, width: plot.width, top: layout.arc, height: layout.axisTop - layout.arc }}
          aria-label={words.chart.focus}
          aria-valuemin={0}
          aria-valuemax={inside.length}
          aria-valuenow={at + 1}
          aria-valuetext={stop === null ? words.chart.noFocus : spoken(stop, zone)}
          onKeyDown={onKeyDown}
          onBlur={() => setChosen(null)}
        />
      )}
      {stop !== null && (
        <FocusRow
          layout={layout}
          plot={plot}
          stop={stop}
          clock={clockOf(stop.atMs, zone)}
          x={xOf(stop.atMs, plot)}
        />
      )}
    </div>
  );
}

/** A click tells which kind of pointer made it where the browser says so. */
function placed({ clientX, clientY, nativeEvent }: MouseEvent): Place {
  return { clientX, clientY, pointerType: (nativeEvent as Partial<PointerEvent>).pointerType ?? 'mouse' };
}

function spoken(stop: FocusStop, zone: string): string {
  return [clockOf(stop.atMs, zone), ...stop.values.map(({ text }) => text), ...stop.amended].join(', ');
}
