import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { draftOf, keepDraft } from '../../data/drafts.ts';
import { sentenceOf } from '../../data/failure.ts';
import { useStep } from '../../data/use-step.ts';
import { Button } from '../../ui/button.tsx';
import { Sentence } from '../../ui/page.tsx';
import { words } from '../../words/in-room.ts';
import { useRoom } from '../room-context.ts';
import classes from './panels.module.css';

/** After signing: words added to a record that no longer changes. */
export function AddendumForm() {
  const { session, me } = useRoom();
  const [text, setText] = useState(() => draftOf(me.person.id, session.id));
  const type = (next: string) => {
    setText(next);
    keepDraft(me.person.id, session.id, next);
  };
  const add = useStep(session.id, () => type(''));
  return (
    <section className={classes.panel}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ step: 'addenda', body: { text: text.trim() } });
        }}
      >
        <Textarea
          className={classes.wide}
          label={words.room.addendum}
          rows={2}
          maxLength={4000}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <Button type="submit" look="main" disabled={text.trim() === '' || add.isPending}>
          {words.room.addAddendum}
        </Button>
      </form>
      {add.error !== null && <Sentence>{sentenceOf(add.error)}</Sentence>}
    </section>
  );
}
