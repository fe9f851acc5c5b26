import { TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import { keysOf } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import toggle from '../../ui/toggle.module.css';
import { keypadWords } from '../../words/keypad-words.ts';
import { useRoom } from '../room-context.ts';
import classes from './time-choice.module.css';

const text = keypadWords.time;
/** Minutes: later than the last of them a reason is asked anyway, and a time is typed. */
const steps = [1, 2, 3, 5, 10];

/** "10:40" of a minute some time ago, by the clinic's clock. */
export interface TimeProps {
  /** "10:40" of an earlier time; null for now. */
  readonly at: string | null;
  onChoose(at: string | null): void;
}

/** When it happened, on its button. */
export function TimeButton(props: { readonly clock: string; readonly open: boolean; onPress(): void }) {
  return (
    <button
      type="button"
      className={`${toggle.toggle} ${classes.time}`}
      aria-expanded={props.open}
      aria-label={text.button(props.clock)}
      onClick={props.onPress}
    >
      <IconClock size={20} stroke={1.6} aria-hidden />
      <span>{props.clock}</span>
    </button>
  );
}

/** An earlier time: some minutes ago by one tap, or any as it is typed. In the place of the keys. */
export function TimeChoice({ at, onChoose }: TimeProps) {
  const { zone } = useRoom();
  const [typed, setTyped] = useState(at ?? '');
  const [isBad, setBad] = useState(false);

  function use(event?: FormEvent): void {
    event?.preventDefault();
    const match = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/.exec(typed.trim());
    if (match === null) setBad(true);
    else onChoose(`${match[1]?.padStart(2, '0')}:${match[2]}`);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form group for a row of shortcuts
    <div role="group" aria-label={text.title} className={classes.times}>
      <Button onClick={() => onChoose(null)}>{text.now}</Button>
      {steps.map((minutes) => (
        <Button key={minutes} onClick={() => onChoose(clockOf(serverNowMs() - minutes * 60_000, zone))}>
          {text.ago(minutes)}
        </Button>
      ))}
      <form className={classes.form} onSubmit={use}>
        <TextInput
          label={text.clock}
          placeholder="10:40"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          value={typed}
          error={isBad ? text.bad : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setBad(false);
          }}
          onKeyDown={keysOf({ leave: () => onChoose(at) })}
        />
        <Button type="submit">{text.use}</Button>
      </form>
    </div>
  );
}
