import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { clockOf } from '../../data/zone.ts';
import { words } from '../../words.ts';
import classes from './focus.module.css';
import { FocusRow } from './focus-row.tsx';
import { type FocusStop, nearestStop } from './focus-stops.ts';
import type { Layout } from './lane-layout.ts';
import { isInside, type Plot, xOf } from './lane-scale.ts';
import type { NoteMark } from './session-marks.ts';
import { showInLog } from './show-in-log.ts';

export interface FocusAreaProps {
  readonly layout: Layout;
  readonly plot: Plot;
  readonly stops: readonly FocusStop[];
  readonly notes: readonly NoteMark[];
  readonly zone: string;
  /** The lanes: handed through, so that a step of the line draws none of them. */
  readonly children: ReactNode;
}

/** A hand this far from a reading still means it. In px. */
const REACH = 40;
const NOTE_REACH = 14;

/** The line that a pointer, a finger or the arrow keys move from reading to reading. */
export function FocusArea({ layout, plot, stops, notes, zone, children }: FocusAreaProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const inside = stops.filter(({ atMs }) => isInside(atMs, plot));
  const at = inside.findIndex(({ id }) => id === chosen);
  const stop = inside[at] ?? null;
  const msPerPx = (plot.toMs - plot.fromMs) / Math.max(1, plot.width);

  /** What the pointer is at: its time and its height, or null outside of the lanes. */
  function placeOf(event: { clientX: number; clientY: number }) {
    const box = area.current?.getBoundingClientRect();
    if (box === undefined) return null;
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    if (x < plot.left || x > plot.left + plot.width || y < layout.arc || y > layout.axisTop) return null;
    const lane = layout.lanes.find(({ top, height }) => y >= top && y < top + height)?.row.key ?? null;
    return { ms: plot.fromMs + (x - plot.left) * msPerPx, lane };
  }

  function follow(event: PointerEvent): void {
    const place = placeOf(event);
    if (place === null) leave();
    else setChosen(nearestStop(inside, place.ms, REACH * msPerPx)?.id ?? null);
  }

  /** A line that the keyboard holds stays where it is when the pointer goes. */
  function leave(): void {
    if (document.activeElement !== slider.current) setChosen(null);
  }

  function onClick(event: { clientX: number; clientY: number }): void {
    const place = placeOf(event);
    if (place === null) return;
    const note = place.lane === 'notes' ? nearestStop(notes, place.ms, NOTE_REACH * msPerPx) : null;
    if (note !== null) showInLog(note);
    else if (inside.length > 0) slider.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const last = inside.length - 1;
    const from = at === -1 ? last + 1 : at;
    const next = {
      ArrowLeft: Math.max(0, from - 1),
      ArrowRight: Math.min(last, from + 1),
      Home: 0,
      End: last,
    }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setChosen(inside[next]?.id ?? null);
    } else if (event.key === 'Escape') {
      setChosen(null);
      slider.current?.blur();
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the slider inside
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div ref={area} className={classes.area} onPointerMove={follow} onPointerLeave={leave} onClick={onClick}>
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

function spoken(stop: FocusStop, zone: string): string {
  return [clockOf(stop.atMs, zone), ...stop.values.map(({ text }) => text)].join(', ');
}
