import { usePageFlag } from '../../ui/use-page-flag.ts';
import { TaskPlace } from '../composer/task-place.tsx';
import { useWriting } from '../presence/use-writing.ts';
import { useRoom } from '../room-context.ts';
import classes from './task-sheet.module.css';

const nothing = { text: '', forced: null, reading: { type: 'empty' } } as const;

/** What is done instead of keying, on a sheet that leaves the client's name and the plan in sight. */
export function TaskSheet({ onDoseRecorded }: { onDoseRecorded(): void }) {
  const { task } = useRoom();
  const writing = useWriting(nothing);
  usePageFlag('data-has-panel', task.type !== 'line');
  return (
    <div className={classes.sheet} data-task={task.type} {...writing}>
      <TaskPlace onDoseRecorded={onDoseRecorded} />
    </div>
  );
}
