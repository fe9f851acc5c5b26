import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { askRemoval } from '../../removal/removal-calls.ts';
import { Button } from '../../ui/button.tsx';
import { Sentence } from '../../ui/page.tsx';
import { removalWords as text } from '../../words/removal-words.ts';
import { useRoom } from '../room-context.ts';
import classes from './panels.module.css';

/** Asks a lead to take the words of an entry out of the record. */
export function RemovalPanel({ entryId, onBack }: { readonly entryId: string; onBack(): void }) {
  const { session, me } = useRoom();
  const [id] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const asking = useMutation({
    mutationFn: () => askRemoval(session.id, { id, entryId, reason: reason.trim() }, me.epoch),
    onError: (error) => setProblem(sentenceOf(error)),
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (asking.isPending) return;
    setProblem(reason.trim() === '' ? text.whyNeeded : null);
    if (reason.trim() !== '') asking.mutate();
  }
  if (asking.isSuccess) {
    return (
      <div className={classes.answers}>
        <p role="status">{text.asked}</p>
        <Button onClick={onBack}>{text.done}</Button>
      </div>
    );
  }
  return (
    <>
      <p className={classes.note}>{text.removeIntro}</p>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          className={classes.wide}
          label={text.why}
          description={text.whyHint}
          autoFocus
          autoComplete="off"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button look="quiet" onClick={onBack}>
          {text.back}
        </Button>
        <Button type="submit" look="main" disabled={asking.isPending}>
          {text.ask}
        </Button>
      </form>
      {problem !== null && <Sentence>{problem}</Sentence>}
    </>
  );
}
