import { formatInstant } from '@tandem/domain';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import { words } from '../../words/in-room.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import { type Plot, xOf } from './lane-scale.ts';
import classes from './meaning-marks.module.css';

/** px of movement from which it is a stretch of time and no tap. */
const FROM_PX = 10;
const MINUTE = 60_000;

type Span = readonly [fromMs: number, toMs: number];

/**
 * A stretch dragged along the notes lane opens the form of a moment with its two times. Listens on the lane itself, so
 * that the marks in it keep their titles and their taps.
 */
export function RegionDrag(props: { readonly lane: RefObject<HTMLElement | null>; readonly plot: Plot }) {
  const { lane, plot } = props;
  const room = useRoom();
  const { task, zone, setTask } = room;
  const [span, setSpan] = useState<Span | null>(null);
  // A slip of the hand must not throw away what is being read back or filled in.
  const may = task.type === 'line' && mayRecord(room, 'moment');
  const latest = useRef({ plot, setTask });
  useEffect(() => {
    latest.current = { plot, setTask };
  });
  useEffect(() => {
    const host = lane.current;
    if (host === null || !may) return;
    return listen(
      host,
      () => latest.current.plot,
      setSpan,
      ([from, to]) => {
        const prefill = { data: { endsAt: formatInstant(to) }, happenedAt: formatInstant(from) };
        latest.current.setTask({ type: 'panel', panel: 'moment', prefill });
      },
    );
  }, [lane, may]);
  if (span === null) return null;
  const [left, right] = [xOf(span[0], plot), xOf(span[1], plot)];
  return (
    <>
      <div className={classes.ghost} style={{ left, width: Math.max(2, right - left) }} />
      <div className={classes.ghostClock} style={{ left: (left + right) / 2 }}>
        {words.meaning.span(clockOf(span[0], zone), clockOf(span[1], zone))}
      </div>
    </>
  );
}

/** @returns what takes the listeners off again */
function listen(
  host: HTMLElement,
  plotNow: () => Plot,
  show: (span: Span | null) => void,
  done: (span: Span) => void,
): () => void {
  let startX: number | null = null;
  let span: Span | null = null;
  let wasDrag = false;
  const off = new AbortController();
  const { signal } = off;
  const tell = (next: Span | null) => {
    span = next;
    show(next);
  };
  const drop = () => {
    startX = null;
    if (span !== null) tell(null);
  };
  const on = (name: 'pointerdown' | 'pointermove' | 'pointerup', hear: (event: PointerEvent) => void) =>
    host.addEventListener(name, hear, { signal });

  /** Whole minutes, inside of the plot and not ahead of now. */
  function timeAt(clientX: number): number {
    const plot = plotNow();
    const x = clientX - host.getBoundingClientRect().left;
    const ms = plot.fromMs + ((x - plot.left) / Math.max(1, plot.width)) * (plot.toMs - plot.fromMs);
    const within = Math.max(plot.fromMs, Math.min(plot.toMs, Math.round(ms / MINUTE) * MINUTE));
    return Math.floor(Math.min(within, serverNowMs()) / MINUTE) * MINUTE;
  }

  on('pointerdown', ({ button, isPrimary, clientX }) => {
    wasDrag = false;
    const { left, width } = plotNow();
    const x = clientX - host.getBoundingClientRect().left;
    startX = button === 0 && isPrimary && x >= left && x <= left + width ? clientX : null;
  });
  on('pointermove', ({ clientX, pointerId }) => {
    if (startX === null) return;
    if (span === null) {
      if (Math.abs(clientX - startX) < FROM_PX) return;
      host.setPointerCapture(pointerId);
    }
    const [a, b] = [timeAt(startX), timeAt(clientX)];
    tell([Math.min(a, b), Math.max(a, b)]);
  });
  on('pointerup', () => {
    const dragged = span;
    wasDrag = dragged !== null;
    drop();
    if (dragged !== null && dragged[0] < dragged[1]) done(dragged);
  });
  host.addEventListener('pointercancel', drop, { signal });
  // The click that ends a drag is no tap on the lane.
  host.addEventListener('click', (event) => wasDrag && event.stopPropagation(), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || span === null) return;
      event.stopPropagation();
      event.preventDefault();
      drop();
    },
    { capture: true, signal },
  );
  // Told to the eye by its cursor.
  host.dataset.drags = '';
  return () => {
    delete host.dataset.drags;
    off.abort();
  };
}
