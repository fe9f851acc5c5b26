import { Suspense, useRef } from 'react';
import { useConnection } from '../../data/live-hooks.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { usePageFlag } from '../../ui/use-page-flag.ts';
import { words } from '../../words/in-room.ts';
import { Keypad } from '../keypad/later-keypad.ts';
import { AddendumForm } from '../later-parts.ts';
import { useWriting } from '../presence/use-writing.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import { amendLast } from './amend-last.ts';
import { lineKinds } from './chips.tsx';
import { isCutOff } from './cut-off.ts';
import { EntryLine } from './entry-line.tsx';
import classes from './panels.module.css';
import { TaskPlace } from './task-place.tsx';
import { useLine } from './use-line.ts';
import { usePutBack } from './use-put-back.ts';

/** The place under the timeline where something is put into the record, one thing at a time. */
export function Composer() {
  const room = useRoom();
  const connection = useConnection();
  if (room.status === 'signed')
    return room.may('session.addendum') ? (
      <Suspense>
        <AddendumForm />
      </Suspense>
    ) : null;
  if (!lineKinds.some((kind) => mayRecord(room, kind))) return null;
  const onPaper = !room.me.clinic.offlineMode && isCutOff(room.asOf, room.view.currency.type, connection);
  return (
    <>
      {onPaper && (
        <p role="status" className={classes.paper}>
          {words.save.onPaper}
        </p>
      )}
      {/* Hidden, not gone: what is typed in the line, a read-back or a panel is there again with the connection. */}
      <div className={classes.recording} hidden={onPaper}>
        {room.pad ? (
          <Suspense>
            <Keypad />
          </Suspense>
        ) : (
          <Recording />
        )}
      </div>
    </>
  );
}

function Recording() {
  const room = useRoom();
  const { task } = room;
  const line = useLine();
  const input = useRef<HTMLInputElement>(null);
  const writing = useWriting(line);
  usePutBack(line);
  usePageFlag('data-has-panel', task.type !== 'line');

  useKeys({
    dose() {
      if (task.type !== 'line' || !mayRecord(room, 'dose')) return;
      if (line.forced !== 'dose') line.force('dose');
      input.current?.focus();
    },
  });

  return (
    <div className={classes.fields} data-task={task.type} {...writing}>
      <TaskPlace onDoseRecorded={line.clear} />
      {task.type === 'line' && <EntryLine line={line} input={input} onAmendLast={() => amendLast(room)} />}
    </div>
  );
}
