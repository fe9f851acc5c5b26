import type { Room } from '@tandem/wire';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { CancelDialog } from '../entries/cancel-dialog.tsx';
import type { Move, Place } from './move.ts';
import { MoveDialog } from './move-dialog.tsx';
import { SessionDialog } from './session-dialog.tsx';
import { whoWords } from './session-words.ts';
import type { Day } from './use-day.ts';

/** What is open over the day: one session looked at, moved or cancelled. */
export type Task =
  | { readonly type: 'none' }
  | { readonly type: 'look'; readonly id: string }
  | { readonly type: 'move'; readonly id: string; readonly first: Place | null }
  | { readonly type: 'cancel'; readonly id: string };

export function DayDialogs(props: {
  readonly task: Task;
  readonly day: Day;
  readonly rooms: readonly Room[];
  onTask(task: Task): void;
  onMove(move: Move): void;
}) {
  const { task, day, onTask } = props;
  const { clinic } = useMe();
  if (task.type === 'none') return null;
  const session = day.sessions?.find(({ id }) => id === task.id);
  if (session === undefined) return null;
  const { id } = session;
  const close = () => onTask({ type: 'none' });
  switch (task.type) {
    case 'look':
      return (
        <SessionDialog
          session={session}
          day={day}
          onMove={() => onTask({ type: 'move', id, first: null })}
          onCancel={() => onTask({ type: 'cancel', id })}
          onClose={close}
        />
      );
    case 'move':
      return (
        <MoveDialog
          session={session}
          rooms={props.rooms}
          first={task.first}
          onMove={(move) => {
            close();
            props.onMove(move);
          }}
          onClose={close}
        />
      );
    case 'cancel': {
      const clock = clockOf(Date.parse(session.plannedAt), clinic.timeZone);
      return <CancelDialog sessionId={id} who={`${whoWords(session)}, ${clock}`} onClose={close} />;
    }
  }
}
