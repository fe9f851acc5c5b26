import { Suspense, useCallback, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import { AmendPanel, DoseReadBack, EmergencyPanel, RecordPanel, RetractPanel } from '../later-parts.ts';
import { type Room, useRoom } from '../room-context.ts';
import classes from './panels.module.css';
import { UNDO_MS, UndoBar } from './undo-bar.tsx';

/** What is done instead of typing: a read-back, a correction, a panel; and the few seconds in which a dose is undone. */
export function TaskPlace({ onDoseRecorded }: { onDoseRecorded(): void }) {
  const room = useRoom();
  const { task, setTask } = room;
  const [undo, setUndo] = useState<{ entryId: string; amount: string; untilMs: number } | null>(null);
  const toLine = useCallback(() => setTask({ type: 'line' }), [setTask]);
  const forgetUndo = useCallback(() => setUndo(null), []);
  return (
    <>
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
              onDoseRecorded();
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
    </>
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
