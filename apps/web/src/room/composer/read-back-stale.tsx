import { clockOf } from '../../data/zone.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { words } from '../../words/in-room.ts';
import { type Room, useRoom } from '../room-context.ts';
import classes from './read-back.module.css';

const text = words.dose;
const answers = [
  { value: 'no', label: text.noOther },
  { value: 'yes', label: text.another },
] as const;

interface StaleProps {
  readonly asOf: NonNullable<Room['asOf']>;
  readonly answer: boolean | null;
  onAnswer(isAnother: boolean): void;
}

/** Without a connection the checks may miss what others gave: only a person in the room knows. */
export function Stale({ asOf, answer, onAnswer }: StaleProps) {
  const { zone } = useRoom();
  const clock = asOf === 'never' ? null : clockOf(asOf, zone);
  const question = clock === null ? text.elsewhereEver : text.elsewhere(clock);
  return (
    <div className={classes.stale}>
      <p className={classes.warn}>{clock === null ? text.neverCurrent : text.staleCheck(clock)}</p>
      <RadioGroup
        label={question}
        value={answer === null ? null : answer ? 'yes' : 'no'}
        options={answers}
        onChange={(value) => onAnswer(value === 'yes')}
      />
    </div>
  );
}
