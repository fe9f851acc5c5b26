import { intentionOf } from '@tandem/domain';
import { useMemo } from 'react';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import classes from './intention-line.module.css';

const text = words.meaning;

/** What the client came with, under the strip for the whole session. */
export function IntentionLine() {
  const room = useRoom();
  const { view, setTask } = room;
  const intention = useMemo(() => intentionOf(view.expected), [view.expected]);
  const maySet = mayRecord(room, 'note') && room.may('notes.write-any');
  // Where there is none, whoever came for the meaning is asked for it; others keep the room for the lanes.
  if (intention === null && !(maySet && (room.status === 'planned' || room.me.role === 'therapist')))
    return null;
  return (
    <p className={classes.line} data-beside-lanes>
      <span className={classes.said}>
        <span className={classes.name}>{text.intention}</span>
        {intention !== null && <q className={classes.words}>{intention.data.text}</q>}
      </span>
      {maySet && (
        <Button
          small
          look="quiet"
          onClick={() => setTask({ type: 'panel', panel: 'intention', prefill: null })}
        >
          {intention === null ? text.setIntention : text.changeIntention}
        </Button>
      )}
    </p>
  );
}
