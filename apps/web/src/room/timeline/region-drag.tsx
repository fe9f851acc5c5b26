import { formatInstant } from '@tandem/domain';
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import { words } from '../../words/in-room.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import { type Plot, xOf } from './lane-scale.ts';
import classes from './meaning-marks.module.css';

/** px of movement from which it is a stretch of time and no tap. */
const FROM_PX = 10;
const MINUTE = 60_000;

/** A stretch dragged along the notes lane opens the form of a moment with its two times. */
export function RegionDrag({ plot, children }: { readonly plot: Plot; readonly children: ReactNode }) {
  const room = useRoom();
  const { task, zone, setTask } = room;
  const start = useRef<number | null>(null);
  const wasDrag = useRef(false);
  const [span, setSpan] = useState<readonly [number, number] | null>(null);
  // A slip of the hand must not throw away what is being read back or filled in.
  const may = task.type === 'line' && mayRecord(room, 'moment');
  const isDragging = span !== null;
  useEffect(() => {
    if (!isDragging) return;
    const drop = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      start.current = null;
      setSpan(null);
    };
    window.addEventListener('keydown', drop, true);
    return () => window.removeEventListener('keydown', drop, true);
  }, [isDragging]);
  if (!may) return children;

  /** Whole minutes, inside of the plot and not ahead of now. */
  function timeAt({ clientX, currentTarget }: PointerEvent<HTMLElement>): number {
    const x = clientX - currentTarget.getBoundingClientRect().left;
    const ms = plot.fromMs + ((x - plot.left) / Math.max(1, plot.width)) * (plot.toMs - plot.fromMs);
    const latest = Math.min(plot.toMs, serverNowMs());
    return (
      Math.floor(Math.min(latest, Math.max(plot.fromMs, Math.round(ms / MINUTE) * MINUTE)) / MINUTE) * MINUTE
    );
  }

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    if (start.current === null) return;
    if (!isDragging && Math.abs(event.clientX - start.current) < FROM_PX) return;
    if (!isDragging) event.currentTarget.setPointerCapture(event.pointerId);
    const began = timeAt({ ...event, clientX: start.current, currentTarget: event.currentTarget });
    setSpan([began, timeAt(event)]);
  }

  function onPointerUp(): void {
    start.current = null;
    if (span === null) return;
    const [from, to] = [Math.min(...span), Math.max(...span)];
    wasDrag.current = true;
    setSpan(null);
    if (from === to) return;
    const prefill = { data: { endsAt: formatInstant(to) }, happenedAt: formatInstant(from) };
    setTask({ type: 'panel', panel: 'moment', prefill });
  }

  const [left, right] = span === null ? [0, 0] : [xOf(Math.min(...span), plot), xOf(Math.max(...span), plot)];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the two times of the form
    // biome-ignore lint/a11y/useKeyWithClickEvents: it only keeps a drag from being a tap
    <div
      className={classes.drag}
      data-testid="notes-drag"
      onPointerDown={(event) => {
        wasDrag.current = false;
        const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
        const inside = x >= plot.left && x <= plot.left + plot.width;
        start.current = event.button === 0 && event.isPrimary && inside ? event.clientX : null;
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        start.current = null;
        setSpan(null);
      }}
      onClick={(event) => {
        if (wasDrag.current) event.stopPropagation();
      }}
    >
      {children}
      {span !== null && (
        <>
          <div className={classes.ghost} style={{ left, width: Math.max(2, right - left) }} />
          <div className={classes.ghostClock} style={{ left: (left + right) / 2 }}>
            {words.meaning.span(clockOf(Math.min(...span), zone), clockOf(Math.max(...span), zone))}
          </div>
        </>
      )}
    </div>
  );
}
