import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { runningQuery } from '../data/queries.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Page, Sentence } from '../ui/page.tsx';
import { breakGlassWords as text } from '../words/break-glass-words.ts';
import classes from './break-glass.module.css';
import { useOpening } from './use-opening.ts';

/** What this says, for another language to be laid over. */
export const english = { breakGlass: text };

/** In place of a session whose team one is not on: a reason and one press, and it is open. Never a dead end. */
export function TeamDoor({ sessionId }: { readonly sessionId: string }) {
  const opening = useOpening(sessionId);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const place = usePlace(sessionId);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') opening.mutate(reason.trim());
  }
  return (
    <Page
      title={text.title}
      narrow
      actions={
        <Link to="/" className={buttonClass()}>
          {text.back}
        </Link>
      }
    >
      <div className={classes.door}>
        {place !== null && <p className={classes.place}>{place}</p>}
        <p>{text.intro}</p>
        {opening.error !== null && <Sentence>{sentenceOf(opening.error)}</Sentence>}
        <fieldset className={classes.quick} disabled={opening.isPending}>
          <legend className={classes.legend}>{text.quick}</legend>
          {text.reasons.map((ready) => (
            <Button
              key={ready}
              look="main"
              className={classes.reason ?? ''}
              onClick={() => opening.mutate(ready)}
            >
              {ready}
            </Button>
          ))}
        </fieldset>
        <form className={classes.form} onSubmit={submit} noValidate>
          <TextInput
            label={text.other}
            description={text.otherHint}
            autoComplete="off"
            maxLength={500}
            error={missing && reason.trim() === '' ? text.reasonNeeded : undefined}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" disabled={opening.isPending}>
            {opening.isPending ? text.opening : text.open}
          </Button>
        </form>
        <p className={classes.hint}>{text.told}</p>
      </div>
    </Page>
  );
}

/** Where it runs and whose it is, so that one opens the right one; null for a session that does not run. */
function usePlace(sessionId: string): string | null {
  const running = useQuery({ ...runningQuery, refetchInterval: false });
  const session = running.data?.items.find(({ id }) => id === sessionId);
  if (session === undefined) return null;
  const team = session.people.map(({ name }) => name).join(', ');
  return text.place(session.room?.name ?? text.noRoom, team);
}
