import type { Session } from '@tandem/wire';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { droppedAt, msAtPx, type Span } from './day-grid.ts';

/** Under this a press that trembles is still a press. */
const DRAG_FROM_PX = 6;

export interface Dragging {
  readonly session: Session;
  readonly fromMs: number;
  /** Key of the column under the pointer. */
  readonly column: string;
}

interface Held {
  readonly session: Session;
  readonly x: number;
  readonly y: number;
  /** From the session's start to where it was taken hold of. */
  readonly gripMs: number;
}

export interface Drag {
  readonly dragging: Dragging | null;
  hold(event: PointerEvent<HTMLElement>, session: Session): void;
  columnRef(key: string): (element: HTMLElement | null) => void;
  /** True once after a drag: the click that the browser adds to it means nothing. */
  wasDrag(): boolean;
}

/**
 * Drags a block by mouse. A finger scrolls the day, and a session that moves because somebody scrolled would be a
 * change that nobody made: by touch, pen and keyboard a session moves through its dialog.
 */
export function useDrag(options: { readonly range: Span; onDrop(drop: Dragging): void }): Drag {
  const columns = useRef(new Map<string, HTMLElement>());
  const held = useRef<Held | null>(null);
  const dragged = useRef(false);
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const latest = useRef({ ...options, dragging });
  latest.current = { ...options, dragging };

  useEffect(() => {
    const msUnder = (clientY: number, column: HTMLElement) =>
      msAtPx(clientY - column.getBoundingClientRect().top, latest.current.range);
    const end = () => {
      held.current = null;
      setDragging(null);
    };
    const onMove = (event: globalThis.PointerEvent) => {
      const hold = held.current;
      if (hold === null) return;
      const far = Math.hypot(event.clientX - hold.x, event.clientY - hold.y) >= DRAG_FROM_PX;
      if (latest.current.dragging === null && !far) return;
      dragged.current = true;
      const under = columnAt(columns.current, event.clientX);
      if (under === null) return;
      const underMs = msUnder(event.clientY, under.element);
      const fromMs = droppedAt(underMs - hold.gripMs, latest.current.range);
      setDragging({ session: hold.session, fromMs, column: under.key });
    };
    const onUp = () => {
      const drop = latest.current.dragging;
      end();
      if (drop !== null) latest.current.onDrop(drop);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && held.current !== null) end();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', onKey);
    };
  }, []);

  return {
    dragging,
    hold(event, session) {
      dragged.current = false;
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      const column = columnAt(columns.current, event.clientX)?.element;
      if (column === undefined) return;
      const underMs = msAtPx(event.clientY - column.getBoundingClientRect().top, options.range);
      const gripMs = underMs - Date.parse(session.plannedAt);
      held.current = { session, x: event.clientX, y: event.clientY, gripMs };
    },
    columnRef: (key) => (element) => {
      if (element === null) columns.current.delete(key);
      else columns.current.set(key, element);
    },
    wasDrag() {
      const was = dragged.current;
      dragged.current = false;
      return was;
    },
  };
}

function columnAt(columns: ReadonlyMap<string, HTMLElement>, clientX: number) {
  for (const [key, element] of columns) {
    const { left, right } = element.getBoundingClientRect();
    if (clientX >= left && clientX < right) return { key, element };
  }
  return null;
}
