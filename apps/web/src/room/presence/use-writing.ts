import { itemOf } from '@tandem/domain';
import { useEffect, useRef } from 'react';
import { useLive } from '../../data/live-hooks.ts';
import type { Line } from '../composer/use-line.ts';
import { type PanelTask, useRoom } from '../room-context.ts';
import { writingOfItem, writingOfLine } from './writing-kind.ts';

/** Panels in which words are written. */
const inWords: readonly PanelTask['panel'][] = [
  'event',
  'discharge',
  'intention',
  'moment',
  'shift',
  'keep',
  'handover',
];

/** Tells the room what kind is being written here, never the text. Handlers for whatever holds the fields. */
export function useWriting(line: Pick<Line, 'text' | 'reading' | 'forced'>): {
  readonly onInput: () => void;
  readonly onBlur: () => void;
} {
  const { session, view, task } = useRoom();
  const presence = useLive().presenceOf(session.id);
  const { text, reading, forced } = line;
  // Words kept from before are not being written until a key is touched.
  const seen = useRef(`${forced} ${text}`);

  useEffect(() => {
    const now = `${forced} ${text}`;
    if (now === seen.current) return;
    seen.current = now;
    presence.writes(writingOfLine(text, reading, forced));
  }, [presence, text, reading, forced]);

  useEffect(() => presence.writes(task.type === 'read-back' ? 'dose' : null), [presence, task.type]);

  return {
    onInput() {
      // The line speaks for itself above, once it has been read.
      if (task.type === 'read-back') presence.writes('dose');
      else if (task.type === 'panel') presence.writes(inWords.includes(task.panel) ? 'note' : 'vital-signs');
      else if (task.type === 'emergency') presence.writes('note');
      else if (task.type !== 'line') presence.writes(writingOfItem(itemOf(view.expected, task.entryId)));
    },
    onBlur: () => presence.writes(null),
  };
}
