import { Textarea } from '@mantine/core';
import { PROCESS_NOTE_MAX } from '@tandem/domain';
import type { ProcessNote } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { clockOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { Sentence } from '../ui/page.tsx';
import { processNoteWords as text } from '../words/process-note-words.ts';
import type { NoteSaver, NoteState } from './note-saver.ts';
import { openNote, unsavedNote } from './open-notes.ts';
import { noteAboutQuery } from './process-note-calls.ts';
import classes from './process-notes.module.css';

/** One's own note about a session: the one that is named, else the newest there is, else a new one. */
export function ProcessNoteDialog(props: {
  readonly sessionId: string;
  readonly noteId: string | null;
  readonly clientName: string;
  onClose(): void;
}) {
  const { sessionId, noteId, clientName, onClose } = props;
  const about = noteId ?? sessionId;
  const { person } = useMe();
  // What was typed here before and is not saved comes first: nothing is fetched over it.
  const [unsaved] = useState(() => unsavedNote(person.id, about));
  const found = useQuery({ ...noteAboutQuery(sessionId, noteId), enabled: unsaved === null });
  return (
    <Dialog title={`${text.title} · ${clientName}`} onClose={onClose}>
      <p className={classes.only}>{text.only}</p>
      {unsaved !== null && (
        <Editor about={about} sessionId={sessionId} note={null} saver={unsaved} onClose={onClose} />
      )}
      {unsaved === null && found.data !== undefined && (
        <Editor about={about} sessionId={sessionId} note={found.data.note} saver={null} onClose={onClose} />
      )}
      {unsaved === null && found.data === undefined && (
        <>
          {found.error === null ? (
            <p role="status">{text.loading}</p>
          ) : (
            <Sentence>
              {text.failed} {sentenceOf(found.error)}
            </Sentence>
          )}
          <Actions>
            {found.error !== null && <Button onClick={() => void found.refetch()}>{text.again}</Button>}
            <Button onClick={onClose}>{text.done}</Button>
          </Actions>
        </>
      )}
    </Dialog>
  );
}

function Editor(props: {
  /** Under which what is typed is found again. */
  readonly about: string;
  readonly sessionId: string;
  readonly note: ProcessNote | null;
  readonly saver: NoteSaver | null;
  onClose(): void;
}) {
  const { about, sessionId, note, onClose } = props;
  const me = useMe();
  const [saver] = useState(
    () => props.saver ?? openNote({ personId: me.person.id, epoch: me.epoch, about }, sessionId, note),
  );
  const written = useSyncExternalStore(saver.subscribe, saver.text);
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  const close = () => {
    saver.saveNow();
    onClose();
  };
  return (
    <>
      <Textarea
        classNames={{ input: classes.text ?? '' }}
        label={text.label}
        rows={10}
        maxLength={PROCESS_NOTE_MAX}
        autoFocus
        spellCheck={false}
        value={written}
        onChange={(event) => saver.type(event.currentTarget.value)}
      />
      <Standing state={state} zone={me.clinic.timeZone} />
      <div className={classes.elsewhere}>
        <strong>{text.elsewhere}</strong>
        <ul>
          {text.belongs.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
        <p>{text.copied}</p>
      </div>
      {note !== null && note.earlier.length > 0 && (
        <details className={classes.earlier}>
          <summary>{text.earlier(note.earlier.length)}</summary>
          {note.earlier.map(({ revision, savedAt, text: said }) => (
            <blockquote key={revision}>
              <time dateTime={savedAt}>{clockOf(Date.parse(savedAt), me.clinic.timeZone)}</time> {said}
            </blockquote>
          ))}
        </details>
      )}
      <Actions>
        <Button look="main" onClick={close}>
          {text.done}
        </Button>
      </Actions>
    </>
  );
}

function Standing({ state, zone }: { readonly state: NoteState; readonly zone: string }) {
  if (state.type === 'refused') return <Sentence>{state.sentence}</Sentence>;
  return (
    <p
      className={classes.state}
      data-trouble={state.type === 'no-answer' || undefined}
      role={state.type === 'no-answer' ? 'alert' : undefined}
    >
      {stateWords(state, zone)}
    </p>
  );
}

function stateWords(state: Exclude<NoteState, { type: 'refused' }>, zone: string): string {
  const { states } = text;
  if (state.type === 'no-answer') return states.offline;
  if (state.type !== 'saved') return states[state.type];
  return state.savedAt === null ? states.empty : states.saved(clockOf(Date.parse(state.savedAt), zone));
}
