import type { ProcessNoteRow } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import { Nothing, Page, Section, Sentence } from '../ui/page.tsx';
import list from '../ui/row-list.module.css';
import { processNoteWords as text } from '../words/process-note-words.ts';
import { ownNotesQuery } from './process-note-calls.ts';
import { ProcessNoteDialog } from './process-note-dialog.tsx';
import classes from './process-notes.module.css';
import { Releases } from './releases.tsx';

/** An author's own notes; for a lead and whoever may agree, the legal way to somebody else's. */
export function ProcessNotesPage() {
  const may = useMay();
  if (!may('process-notes.releases')) return <Navigate to="/" />;
  return (
    <Page title={text.page} narrow>
      {may('process-notes.read') && <OwnNotes />}
      {(may('process-notes.ask') || may('process-notes.agree')) && (
        <Section title={text.releases.title}>
          <Releases />
        </Section>
      )}
    </Page>
  );
}

function OwnNotes() {
  const notes = useQuery(ownNotesQuery);
  const [open, setOpen] = useState<ProcessNoteRow | null>(null);
  return (
    <>
      <p className={classes.hint}>{text.only}</p>
      {notes.error !== null && (
        <>
          <Sentence>{sentenceOf(notes.error)}</Sentence>
          <Button onClick={() => void notes.refetch()}>{text.again}</Button>
        </>
      )}
      {notes.data?.items.length === 0 && <Nothing>{text.none}</Nothing>}
      {notes.data !== undefined && notes.data.items.length > 0 && (
        <ul className={list.rows}>
          {notes.data.items.map((row) => (
            <OwnNote key={row.id} row={row} onOpen={() => setOpen(row)} />
          ))}
        </ul>
      )}
      {open !== null && (
        <ProcessNoteDialog
          sessionId={open.sessionId}
          noteId={open.id}
          clientName={open.clientName}
          onClose={() => {
            setOpen(null);
            void notes.refetch();
          }}
        />
      )}
    </>
  );
}

function OwnNote({ row, onOpen }: { readonly row: ProcessNoteRow; onOpen(): void }) {
  const { clinic } = useMe();
  const when = (at: string) => {
    const ms = Date.parse(at);
    return `${dayWords(dayOf(ms, clinic.timeZone))} ${clockOf(ms, clinic.timeZone)}`;
  };
  return (
    <li className={list.row}>
      <span className={list.what}>
        <strong>{row.clientName}</strong>
        <small>
          {text.columns.session} {when(row.sessionAt)} · {text.columns.saved} {when(row.savedAt)}
        </small>
        {!row.readable && <Sentence>{text.sealed}</Sentence>}
      </span>
      {row.readable && (
        <Button aria-label={text.open(row.clientName)} onClick={onOpen}>
          {text.releases.read}
        </Button>
      )}
    </li>
  );
}
