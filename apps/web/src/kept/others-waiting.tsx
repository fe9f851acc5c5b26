import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { adoptEntry } from '../data/adopt-call.ts';
import { sentenceOf } from '../data/failure.ts';
import { outbox } from '../data/live.ts';
import { useOthersWaiting } from '../data/live-hooks.ts';
import { useMay, useMe } from '../data/me.ts';
import type { Waiting } from '../data/outbox-shelf.ts';
import { peopleQuery } from '../data/queries.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/dialog.tsx';
import { span } from '../ui/names.ts';
import { Sentence } from '../ui/page.tsx';
import { keptWords as text } from '../words/kept-words.ts';
import { words } from '../words.ts';
import classes from './kept-dialog.module.css';

/** How much waits here of other people. A lead takes over what somebody left who works here no more. */
export function OthersWaiting() {
  const others = useOthersWaiting();
  // Told here: whoever has nothing left waiting is gone from the list.
  const [taken, setTaken] = useState(0);
  if (others.length === 0 && taken === 0) return null;
  return (
    <>
      <h3 className={classes.head}>{text.others}</h3>
      {others.length > 0 && (
        <ul className={classes.list}>
          {others.map((one) => (
            <Person
              key={`${one.clinicId} ${one.personId}`}
              waiting={one}
              onTaken={(count) => setTaken((before) => before + count)}
            />
          ))}
        </ul>
      )}
      <p role="status" className={classes.hint}>
        {taken > 0 && text.taken(taken)}
      </p>
    </>
  );
}

function Person({ waiting, onTaken }: { readonly waiting: Waiting; onTaken(count: number): void }) {
  const { name, count, oldestMs, personId, clinicId } = waiting;
  const me = useMe();
  const may = useMay();
  const isLead = may('outbox.adopt') && clinicId === me.clinic.id;
  const people = useQuery({ ...peopleQuery, enabled: isLead });
  const hasLeft = people.data?.items.every(({ id }) => id !== personId) === true;
  const [asked, setAsked] = useState(false);
  const taking = useMutation({
    mutationFn: () => outbox.adopt(waiting, adoptEntry),
    onSuccess: ({ stored }) => onTaken(stored),
    onSettled: () => setAsked(false),
  });
  return (
    <li className={classes.row}>
      <span className={classes.what}>
        {words.kept.wait(count, name)}
        <small>
          {text.since(span(Date.now() - oldestMs))}
          {' · '}
          {isLead && hasLeft ? text.left(name) : text.theirs(name)}
        </small>
        {taking.data?.refused.map(({ title }) => (
          <Sentence key={title}>{title}</Sentence>
        ))}
        {taking.error !== null && <Sentence>{sentenceOf(taking.error)}</Sentence>}
      </span>
      {isLead && hasLeft && !asked && <Button onClick={() => setAsked(true)}>{text.takeOver}</Button>}
      {asked && (
        <div className={classes.asked}>
          <p>{text.takeOverNow(count, name)}</p>
          <Actions>
            <Button look="quiet" disabled={taking.isPending} onClick={() => setAsked(false)}>
              {words.steps.back}
            </Button>
            <Button look="main" disabled={taking.isPending} onClick={() => taking.mutate()}>
              {text.takeOver}
            </Button>
          </Actions>
        </div>
      )}
    </li>
  );
}
