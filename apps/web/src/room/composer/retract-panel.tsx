import { TextInput } from '@mantine/core';
import { itemOf } from '@tandem/domain';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { viewOf } from '../../entries/registry.tsx';
import { keysOf } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import { useRoom } from '../room-context.ts';
import { FirstDoseMoved } from './first-dose-moved.tsx';
import classes from './panels.module.css';
import { useSaveCorrection } from './use-save-correction.ts';

const text = words.correct;

/**
 * Entered in error. For a dose the question comes first: what was given never leaves the total, so only "no"
 * retracts and "yes" amends. `undone` is the way here from the 15-second bar, where the reason is known.
 */
export function RetractPanel({ entryId, undone }: { entryId: string; undone: boolean }) {
  const { view, setTask } = useRoom();
  const { save, asked } = useSaveCorrection();
  const item = itemOf(view.expected, entryId);
  const isDose = item?.entry.kind === 'dose';
  const [noneGiven, setNoneGiven] = useState(false);
  const [reason, setReason] = useState('');
  const back = () => setTask({ type: 'line' });
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), []);
  if (item === undefined) return null;

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
    </section>
  );
}
