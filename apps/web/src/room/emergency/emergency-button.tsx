import { IconUrgent } from '@tabler/icons-react';
import { emergencyWords } from '../../words/emergency-words.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import classes from './emergency.module.css';
import { useDeclare } from './use-declare.ts';

/** Always in the same place, for everyone who records here. Pressed twice it declares. */
export function EmergencyButton() {
  const room = useRoom();
  const { armed, press, drop } = useDeclare();
  if (!mayRecord(room, 'emergency')) return null;
  return (
    <button
      type="button"
      className={classes.button}
      data-armed={armed || undefined}
      onClick={() => press()}
      onBlur={drop}
    >
      <IconUrgent size={20} stroke={1.8} aria-hidden />
      <span className={classes.both} aria-live="polite">
        <span data-shown={!armed || undefined}>{emergencyWords.emergency.title}</span>
        <span data-shown={armed || undefined}>{emergencyWords.emergency.again}</span>
      </span>
    </button>
  );
}
