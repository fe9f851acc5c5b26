import { IconNotes } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ariaKey } from '../../keys/printed-key.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { words } from '../../words/in-room.ts';
import { LastNote } from '../keypad/last-note.tsx';
import { useRoom } from '../room-context.ts';
import { enterLine } from '../room-focus.ts';
import classes from './log-drawer.module.css';
import { SharedLog } from './shared-log.tsx';
import { useUnseen } from './use-unseen.ts';

const text = words.room;

/**
 * The log beside the timeline; under 1280 px a drawer over its right edge, and a handle that says what is new. Above a
 * keypad the handle is the row of the last note.
 */
export function LogDrawer({ phone }: { readonly phone: boolean }) {
  const { task, pad } = useRoom();
  const [open, setOpen] = useState(false);
  const side = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const unseen = useUnseen(open);

  function enter(): void {
    cameFrom.current = document.activeElement as HTMLElement | null;
    // Shown first: what is hidden takes no focus. The ring is asked for: after a key with Ctrl, Chromium draws none.
    flushSync(() => setOpen(true));
    side.current?.querySelector<HTMLElement>('[role="log"]')?.focus({ focusVisible: true });
  }

  function leave(): void {
    setOpen(false);
    if (cameFrom.current?.isConnected === true && cameFrom.current !== document.body)
      cameFrom.current.focus();
    else enterLine(side.current?.closest('main') ?? null);
  }

  function toggle(): void {
    if (side.current?.contains(document.activeElement) === true) leave();
    else enter();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  }

  useKeys({ log: toggle });
  // A correction begins in a row and goes on under the timeline: the drawer would cover it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes whenever another task begins
  useEffect(() => setOpen(false), [task]);
  useEffect(() => {
    const shown = side.current;
    const reveal = () => flushSync(() => setOpen(true));
    shown?.addEventListener('reveal', reveal);
    return () => shown?.removeEventListener('reveal', reveal);
  }, []);

  return (
    <>
      <button
        type="button"
        className={classes.handle}
        aria-expanded={open}
        aria-controls="shared-log"
        aria-keyshortcuts={ariaKey('log')}
        onClick={() => (open ? leave() : enter())}
      >
        {pad && !phone && !open ? (
          <LastNote />
        ) : (
          <>
            <IconNotes size={20} stroke={1.6} aria-hidden />
            <span className={classes.word}>{open && pad ? text.closeLog : text.log}</span>
          </>
        )}
        {unseen > 0 && <span className={classes.unseen}>{text.unseen(unseen)}</span>}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only hears the key that leaves the log */}
      <div
        ref={side}
        id="shared-log"
        className={classes.side}
        data-open={open || undefined}
        onKeyDown={onKeyDown}
      >
        <SharedLog />
      </div>
    </>
  );
}
