import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useConnection } from '../../data/live-hooks.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import {
  AddendumForm,
  AmendPanel,
  DoseReadBack,
  EmergencyPanel,
  RecordPanel,
  RetractPanel,
} from '../later-parts.ts';
import { useWriting } from '../presence/use-writing.ts';
import { mayCorrect, mayRecord, type Room, useRoom } from '../room-context.ts';
import { lineKinds } from './chips.tsx';
import { isCutOff } from './cut-off.ts';
import { EntryLine } from './entry-line.tsx';
import classes from './panels.module.css';
import { UNDO_MS, UndoBar } from './undo-bar.tsx';
import { useLine } from './use-line.ts';

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
  const onPaper = !room.me.clinic.offlineMode && isCutOff(room.asOf, connection);
  return (
    <>
      {onPaper && (
        <p role="status" className={classes.paper}>
          {words.save.onPaper}
        </p>
      )}
      {/* Hidden, not gone: what is typed in the line, a read-back or a panel is there again with the connection. */}
      <div className={classes.recording} hidden={onPaper}>
        <Recording />
      </div>
    </>
  );
}

function Recording() {
  const room = useRoom();
  const { task, setTask } = room;
  const line = useLine();
  const input = useRef<HTMLInputElement>(null);
  const writing = useWriting(line);
  const [undo, setUndo] = useState<{ entryId: string; amount: string; untilMs: number } | null>(null);
  const toLine = useCallback(() => setTask({ type: 'line' }), [setTask]);
  const forgetUndo = useCallback(() => setUndo(null), []);
  const putBack = task.type === 'line' ? task.putBack : undefined;
  const { setText } = line;
  useEffect(() => {
    if (putBack === undefined) return;
    setText(putBack);
    toLine();
  }, [putBack, setText, toLine]);

  useKeys({
    dose() {
      if (task.type !== 'line' || !mayRecord(room, 'dose')) return;
      if (line.forced !== 'dose') line.force('dose');
      input.current?.focus();
    },
  });

  return (
    <div className={classes.fields} {...writing}>
      {undo !== null && task.type === 'line' && stands(room, undo.entryId) && (
        <UndoBar
          key={undo.entryId}
          amount={undo.amount}
          untilMs={undo.untilMs}
          onOver={forgetUndo}
          onUndo={() => {
            setTask({ type: 'undo', entryId: undo.entryId });
            setUndo(null);
          }}
        />
      )}
      <Suspense fallback={<Coming onBack={toLine} />}>
        {task.type === 'read-back' && (
          <DoseReadBack
            typed={task.typed}
            onBack={toLine}
            onRecorded={(entryId, amount) => {
              line.clear();
              setUndo({ entryId, amount, untilMs: Date.now() + UNDO_MS });
              toLine();
            }}
          />
        )}
        {task.type === 'undo' && <RetractPanel key={task.entryId} entryId={task.entryId} undone />}
        {task.type === 'retract' && <RetractPanel key={task.entryId} entryId={task.entryId} undone={false} />}
        {task.type === 'amend' && (
          <AmendPanel key={task.entryId} entryId={task.entryId} prefill={task.prefill} />
        )}
        {task.type === 'emergency' && <EmergencyPanel />}
        {task.type === 'panel' && <RecordPanel key={task.panel} task={task} />}
      </Suspense>
      {task.type === 'line' && <EntryLine line={line} input={input} onAmendLast={() => amendLast(room)} />}
    </div>
  );
}

/** In the first seconds of a room without a network: what was asked for is not on this device yet. */
function Coming({ onBack }: { onBack(): void }) {
  return (
    <div role="status" className={`${classes.panel} ${classes.coming}`}>
      <p>{words.line.coming}</p>
      <Button look="quiet" onClick={onBack}>
        {words.steps.back}
      </Button>
    </div>
  );
}

/** False once it was refused or marked entered in error: there is nothing left to undo. */
function stands({ view }: Room, entryId: string): boolean {
  const pending = view.pending.find((item) => item.id === entryId);
  if (pending !== undefined) return pending.status !== 'refused';
  const position = view.confirmed.index.get(entryId);
  return position === undefined || view.confirmed.items.at(position)?.retraction === null;
}

/** The last entry this person recorded here and may still correct. */
function amendLast(room: Room): void {
  // With what is still on its way: never the entry before the one that was just recorded.
  for (const item of room.view.expected.items.backwards()) {
    if (item.entry.author.id !== room.me.person.id || !mayCorrect(room, item)) continue;
    room.setTask({ type: 'amend', entryId: item.entry.id, prefill: null });
    return;
  }
}
