import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { fieldOf, sentenceOf } from '../../data/failure.ts';
import { Button } from '../../ui/button.tsx';
import { Sentence } from '../../ui/page.tsx';
import { setupWords } from '../../words/setup-words.ts';
import classes from '../setup.module.css';

const text = setupWords.rooms;

/** Typing what a room is called. */
export function RoomNameForm(props: {
  readonly name: string;
  readonly button: string;
  readonly saving: { readonly error: Error | null; readonly isPending: boolean };
  onSave(name: string): void;
  onClose(): void;
}) {
  const { saving } = props;
  const [name, setName] = useState(props.name);
  const [checked, setChecked] = useState(false);
  const isEmpty = name.trim() === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (!isEmpty) props.onSave(name.trim());
  }
  const byField = fieldOf(saving.error) === 'name' ? sentenceOf(saving.error) : undefined;
  return (
    <form className={classes.roomForm} onSubmit={submit} noValidate>
      <TextInput
        label={text.name}
        autoFocus
        autoComplete="off"
        maxLength={60}
        error={checked && isEmpty ? text.nameNeeded : byField}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button onClick={props.onClose}>{text.back}</Button>
      <Button type="submit" look="main" disabled={saving.isPending}>
        {props.button}
      </Button>
      {saving.error !== null && byField === undefined && <Sentence>{sentenceOf(saving.error)}</Sentence>}
    </form>
  );
}
