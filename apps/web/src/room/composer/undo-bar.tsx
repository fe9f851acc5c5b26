import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import classes from './panels.module.css';

export const UNDO_MS = 15_000;

/** Fifteen seconds for a slip that was seen at once; after that, Amend in the log. */
export function UndoBar(props: { amount: string; untilMs: number; onUndo(): void; onOver(): void }) {
  const { onOver, untilMs } = props;
  const [leftMs] = useState(() => untilMs - Date.now());
  useEffect(() => {
    const timer = window.setTimeout(onOver, untilMs - Date.now());
    return () => window.clearTimeout(timer);
  }, [onOver, untilMs]);
  return (
    <div className={classes.undo} role="status">
      <span>{words.dose.recorded(props.amount)}</span>
      <Button look="quiet" small onClick={props.onUndo}>
        {words.dose.undo}
      </Button>
      <span className={classes.undoTime} style={{ animationDuration: `${leftMs}ms` }} aria-hidden />
    </div>
  );
}
