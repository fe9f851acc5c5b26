import { TextInput } from '@mantine/core';
import { isRedactable, itemOf } from '@tandem/domain';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { viewOf } from '../../entries/registry.tsx';
import { keysOf } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import { removalWords } from '../../words/removal-words.ts';
import { useRoom } from '../room-context.ts';
import { FirstDoseMoved } from './first-dose-moved.tsx';
import classes from './panels.module.css';
import { RemovalPanel } from './removal-panel.tsx';
import { useSaveCorrection } from './use-save-correction.ts';
import { WrongClient } from './wrong-client.tsx';

const text = words.correct;

/**
 * Entered in error. For a dose the question comes first: what was given never leaves the total, so only "no"
 * retracts and "yes" amends. `undone` is the way here from the 15-second bar, where the reason is known.
 */
export function RetractPanel({ entryId, undone }: { entryId: string; undone: boolean }) {
  const { view, setTask, me } = useRoom();
  const { save, asked } = useSaveCorrection();
  const item = itemOf(view.expected, entryId);
  const isDose = item?.entry.kind === 'dose';
  const [noneGiven, setNoneGiven] = useState(false);
  const [reason, setReason] = useState('');
  const [instead, setInstead] = useState<'wrong-client' | 'removal' | null>(null);
  const back = () => setTask({ type: 'line' });
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), []);
  if (item === undefined) return null;
  if (instead !== null || item.retraction !== null) {
    return (
      <section className={classes.panel} aria-label={text.inError} onKeyDown={keysOf({ leave: back })}>
        <p className={classes.title}>
          {instead === 'wrong-client' ? removalWords.title : removalWords.removeTitle}:{' '}
          <b>{item.data === null ? '' : viewOf(item.entry.kind).title(item.data)}</b>
        </p>
        {instead === 'wrong-client' ? (
          <WrongClient item={item} onBack={back} />
        ) : (
          <RemovalPanel entryId={entryId} onBack={back} />
        )}
      </section>
    );
  }

  function retract(why: string): void {
    const data = { entryId, reason: why, ...(isDose ? { anyGiven: false as const } : {}) };
    save({ kind: 'retraction', data });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim() !== '') retract(reason.trim());
  }

  return (
    <section className={classes.panel} aria-label={text.inError} onKeyDown={keysOf({ leave: back })}>
      <p className={classes.title}>
        {text.inError}: <b>{viewOf(item.entry.kind).title(item.data)}</b>
      </p>
      {asked !== null ? (
        <FirstDoseMoved asked={asked} />
      ) : isDose && !noneGiven ? (
        <>
          {/* Not its first answer: an Enter still held from the bar would give it. */}
          <p ref={question} tabIndex={-1} className={classes.question}>
            {words.dose.anyGiven}
          </p>
          <div className={classes.answers}>
            <Button onClick={() => (undone ? retract(words.dose.undoReason) : setNoneGiven(true))}>
              {words.dose.noneGiven}
            </Button>
            <Button onClick={() => setTask({ type: 'amend', entryId, prefill: null })}>
              {words.dose.someGiven}
            </Button>
            <Button look="quiet" onClick={back}>
              {words.dose.keepIt}
            </Button>
          </div>
          <p className={classes.note}>{words.dose.stillCounts}</p>
        </>
      ) : (
        <form className={classes.form} onSubmit={submit}>
          <TextInput
            className={classes.wide}
            label={text.reason}
            autoFocus
            autoComplete="off"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button look="quiet" onClick={back}>
            {words.steps.back}
          </Button>
          <Button type="submit" look="main" disabled={reason.trim() === ''}>
            {text.mark}
          </Button>
        </form>
      )}
      {asked === null && !undone && item.entry.author.id === me.person.id && (
        <div className={classes.otherwise}>
          <Button look="quiet" onClick={() => setInstead('wrong-client')}>
            {removalWords.wrongClient}
          </Button>
          {isRedactable(item) && (
            <Button look="quiet" onClick={() => setInstead('removal')}>
              {removalWords.removeText}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
