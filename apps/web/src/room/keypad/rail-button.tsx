import { IconMenu2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';

/** Beside a keypad the rail has no room of its own: it comes over the edge, and goes with the next tap anywhere. */
export function RailButton() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-rail', open);
    if (!open) return;
    const close = (event: Event) => {
      // Its own tap is on its way here while this begins to listen.
      const isOwn = event.type === 'click' && button.current?.contains(event.target as Node) === true;
      if (isOwn || (event instanceof KeyboardEvent && event.key !== 'Escape')) return;
      setOpen(false);
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
      document.documentElement.removeAttribute('data-rail');
    };
  }, [open]);
  return (
    <IconButton ref={button} aria-label={words.room.menu} aria-expanded={open} onClick={() => setOpen(!open)}>
      <IconMenu2 size={22} stroke={1.6} aria-hidden />
    </IconButton>
  );
}
