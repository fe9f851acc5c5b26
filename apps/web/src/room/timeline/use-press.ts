import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { LongPress } from './long-press.ts';
import type { Place } from './use-marks.ts';

/** Handlers for a long press, and whether the last touch was one: the click that ends it is then no tap. */
export function usePress(onPress: (place: Place) => void) {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  const [press] = useState(() => new LongPress<Place>((place) => latest.current(place)));
  useEffect(() => () => press.stop(), [press]);
  return {
    wasPress: () => press.hasFired,
    handlers: {
      onPointerDown({ button, isPrimary, clientX, clientY, pointerType }: PointerEvent): void {
        // A second finger means another gesture.
        if (button === 0 && isPrimary) press.down({ clientX, clientY, pointerType });
        else press.stop();
      },
      onPointerMove: (event: PointerEvent) => press.move(event),
      onPointerUp: () => press.stop(),
      onPointerCancel: () => press.stop(),
      /** Some systems open a menu at the end of a long press. */
      onContextMenu(event: MouseEvent): void {
        if ('pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch')
          event.preventDefault();
      },
    },
  };
}
