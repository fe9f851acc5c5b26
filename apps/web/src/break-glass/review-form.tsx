import { TextInput } from '@mantine/core';
import type { Opening } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { openingsWords as text } from '../words/openings-words.ts';
import classes from './break-glass.module.css';
import { openingsQuery, reviewOpening } from './break-glass-calls.ts';

/** A word to it, or none. What was typed stays until it is saved. */
export function ReviewForm({ opening, onClose }: { readonly opening: Opening; onClose(): void }) {
  const { epoch } = useMe();
  const queryClient = useQueryClient();
  const [word, setWord] = useState('');
  const reviewing = useMutation({
    mutationFn: () => reviewOpening(opening.id, word.trim(), epoch),
    onSuccess: () => queryClient.invalidateQueries(openingsQuery),
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    reviewing.mutate();
  }
  return (
    <form className={classes.review} onSubmit={submit} noValidate>
      <TextInput
        label={text.word}
        autoFocus
        autoComplete="off"
        maxLength={500}
        value={word}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      <Button onClick={onClose}>{text.cancel}</Button>
      <Button type="submit" look="main" disabled={reviewing.isPending}>
        {text.save}
      </Button>
      {reviewing.error !== null && <Sentence>{sentenceOf(reviewing.error)}</Sentence>}
    </form>
  );
}
