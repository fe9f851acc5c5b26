import { useEffect } from 'react';
import { useRoom } from '../room-context.ts';
import type { Line } from './use-line.ts';

/** A line that the server refused goes back to where lines are typed, to be mended there. */
export function usePutBack({ setText }: Pick<Line, 'setText'>): void {
  const { task, setTask } = useRoom();
  const putBack = task.type === 'line' ? task.putBack : undefined;
  useEffect(() => {
    if (putBack === undefined) return;
    setText(putBack);
    setTask({ type: 'line' });
  }, [putBack, setText, setTask]);
}
