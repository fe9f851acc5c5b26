import { entryKindOf } from '@tandem/domain';
import type { RedactionRequest } from '@tandem/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import { Nothing, Page, Sentence } from '../ui/page.tsx';
import list from '../ui/row-list.module.css';
import { removalWords as text } from '../words/removal-words.ts';
import { decideRemoval, removalsQuery } from './removal-calls.ts';
import classes from './removals.module.css';

/** Texts whose removal was asked for: a lead decides, an author sees what became of it. */
export function RemovalsPage() {
  const may = useMay();
  const removals = useQuery({ ...removalsQuery, enabled: may('redactions.ask') });
  if (!may('redactions.ask')) return <Navigate to="/" />;
  return (
    <Page title={text.page} narrow>
      <p className={classes.intro}>{may('redactions.decide') ? text.pageIntro : text.pageOwn}</p>
      {removals.error !== null && (
        <>
          <Sentence>{sentenceOf(removals.error)}</Sentence>
          <Button onClick={() => void removals.refetch()}>{text.again}</Button>
        </>
      )}
      {removals.data?.items.length === 0 && <Nothing>{text.nothing}</Nothing>}
      {removals.data !== undefined && removals.data.items.length > 0 && (
        <ul className={list.rows}>
          {removals.data.items.map((request) => (
            <Request key={request.id} request={request} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Request({ request }: { readonly request: RedactionRequest }) {
  const { person, clinic, epoch } = useMe();
  const may = useMay();
  const queryClient = useQueryClient();
  const [sure, setSure] = useState(false);
  const deciding = useMutation({
    mutationFn: (agree: boolean) => decideRemoval(request.id, agree, epoch),
    onSettled: () => queryClient.invalidateQueries(removalsQuery),
  });
  const when = (at: string) => {
    const ms = Date.parse(at);
    return `${dayWords(dayOf(ms, clinic.timeZone))} ${clockOf(ms, clinic.timeZone)}`;
  };
  const { state, kind, author, happenedAt, clientName, sessionAt, reason, readBy } = request;
  const decides = may('redactions.decide') && request.askedById !== person.id;
  return (
    <li className={list.row}>
      <span className={list.what}>
        <strong>{text.entry(entryKindOf(kind)?.label ?? kind, author, when(happenedAt))}</strong>
        <small>{text.inSession(clientName, when(sessionAt))}</small>
        <small>
          “{reason}” · {text.askedBy(request.askedBy, when(request.askedAt))}
        </small>
        <small>{readBy.length === 0 ? text.readByNobody : text.readBy(readBy.join(', '))}</small>
        <small className={list.state}>{stateWords(request, when, decides)}</small>
      </span>
      {state === 'asked' && decides && (
        <span className={list.doing}>
          {sure ? (
            <>
              <p>{text.sure}</p>
              <Button onClick={() => setSure(false)}>{text.back}</Button>
              <Button look="main" disabled={deciding.isPending} onClick={() => deciding.mutate(true)}>
                {text.agree}
              </Button>
            </>
          ) : (
            <>
              <Button disabled={deciding.isPending} onClick={() => deciding.mutate(false)}>
                {text.refuse}
              </Button>
              <Button onClick={() => setSure(true)}>{text.agree}</Button>
            </>
          )}
        </span>
      )}
      {deciding.error !== null && <Sentence>{sentenceOf(deciding.error)}</Sentence>}
    </li>
  );
}

function stateWords(request: RedactionRequest, when: (at: string) => string, decides: boolean): string {
  const { state, decidedBy, decidedAt } = request;
  if (state === 'asked' || decidedAt === null) return decides ? text.waiting : text.waitingLead;
  const said = state === 'done' ? text.doneBy : text.refusedBy;
  return said(decidedBy ?? '', when(decidedAt));
}
