import type { Release } from '@tandem/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import { Nothing, Sentence } from '../ui/page.tsx';
import list from '../ui/row-list.module.css';
import { processNoteWords } from '../words/process-note-words.ts';
import { AskRelease } from './ask-release.tsx';
import { releasedQuery, releasesQuery, stepRelease } from './process-note-calls.ts';
import classes from './process-notes.module.css';

const text = processNoteWords.releases;

/** Requests that concern this person: what they asked for, and what waits for their word. */
export function Releases() {
  const may = useMay();
  const { person } = useMe();
  const releases = useQuery(releasesQuery);
  const [asks, setAsks] = useState(false);
  const asker = may('process-notes.ask');
  // One's own notes are told of elsewhere.
  const items = releases.data?.items.filter(({ authorId }) => asker || authorId !== person.id);
  return (
    <>
      <p className={classes.hint}>{asker ? text.intro : text.introAgree}</p>
      {asker && (
        <div className={classes.ask}>
          {asks ? (
            <AskRelease onClose={() => setAsks(false)} />
          ) : (
            <Button onClick={() => setAsks(true)}>{text.ask}</Button>
          )}
        </div>
      )}
      {releases.error !== null && <Sentence>{sentenceOf(releases.error)}</Sentence>}
      {items?.length === 0 && <Nothing>{asker ? text.nothing : text.nothingToAgree}</Nothing>}
      {items !== undefined && items.length > 0 && (
        <ul className={list.rows}>
          {items.map((release) => (
            <OneRelease key={release.id} release={release} />
          ))}
        </ul>
      )}
    </>
  );
}

function OneRelease({ release }: { readonly release: Release }) {
  const { person, clinic, epoch } = useMe();
  const may = useMay();
  const queryClient = useQueryClient();
  const [reads, setReads] = useState(false);
  const step = useMutation({
    mutationFn: ({ name, body }: { name: 'decide' | 'end'; body: object }) =>
      stepRelease(release.id, name, body, epoch),
    onSettled: () => queryClient.invalidateQueries(releasesQuery),
  });
  const when = (at: string) => {
    const ms = Date.parse(at);
    return `${dayWords(dayOf(ms, clinic.timeZone))} ${clockOf(ms, clinic.timeZone)}`;
  };
  const { state, expiresAt, decidedBy } = release;
  const mine = release.askedById === person.id;
  const until = expiresAt === null ? '' : when(expiresAt);
  return (
    <li className={list.row}>
      <span className={list.what}>
        <strong>{text.of(release.authorName, release.clientName)}</strong>
        <small>
          {text.grounds[release.ground]} · {release.proof}
        </small>
        <small>
          {text.states[state](release, until)} · {text.asked(release.askedBy, when(release.askedAt))}
          {(state === 'open' || state === 'over') && decidedBy !== null && ` · ${text.decided(decidedBy)}`} ·{' '}
          {text.hoursOf(release.hours)}
        </small>
      </span>
      <span className={list.doing}>
        {state === 'asked' && !mine && may('process-notes.agree') && (
          <>
            <Button onClick={() => step.mutate({ name: 'decide', body: { agree: false } })}>
              {text.refuse}
            </Button>
            <Button look="main" onClick={() => step.mutate({ name: 'decide', body: { agree: true } })}>
              {text.agree}
            </Button>
          </>
        )}
        {mine && (state === 'asked' || state === 'open') && (
          <Button onClick={() => step.mutate({ name: 'end', body: {} })}>
            {state === 'asked' ? text.takeBack : text.end}
          </Button>
        )}
        {mine && state === 'open' && (
          <Button aria-expanded={reads} onClick={() => setReads(!reads)}>
            {reads ? text.hide : text.read}
          </Button>
        )}
      </span>
      {step.error !== null && <Sentence>{sentenceOf(step.error)}</Sentence>}
      {reads && state === 'open' && <ReleasedNotes id={release.id} when={when} />}
    </li>
  );
}

function ReleasedNotes({ id, when }: { readonly id: string; when(at: string): string }) {
  const notes = useQuery(releasedQuery(id));
  return (
    <div className={classes.notes}>
      {notes.error !== null && <Sentence>{sentenceOf(notes.error)}</Sentence>}
      {notes.data?.items.length === 0 && <p>{text.noNotes}</p>}
      {notes.data?.items.map((note) => (
        <article key={note.id}>
          <strong>{when(note.sessionAt)}</strong>
          <p>{note.text ?? processNoteWords.sealed}</p>
        </article>
      ))}
    </div>
  );
}
