import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import classes from './notices.module.css';

const text = words.notices;

/** A High asks for what was done, or why it stands. */
export function OutcomeForm(props: { onSave(outcome: string): void; onLeave(): void }) {
  const [outcome, setOutcome] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (outcome.trim() !== '') props.onSave(outcome.trim());
  }
  return (
    <form
      className={classes.outcome}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && props.onLeave()}
    >
      <TextInput
        className={classes.wide ?? ''}
        label={text.outcomeLabel}
        autoFocus
        autoComplete="off"
        maxLength={500}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
      />
      <Button small look="quiet" onClick={props.onLeave}>
        {words.steps.back}
      </Button>
      <Button small type="submit" look="main" disabled={outcome.trim() === ''}>
        {text.save}
      </Button>
    </form>
  );
}
