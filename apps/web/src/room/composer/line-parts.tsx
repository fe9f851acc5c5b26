import { TextInput } from '@mantine/core';
import type { LineReading } from '@tandem/domain';
import type { Ref } from 'react';
import { words } from '../../words.ts';
import { useRoom } from '../room-context.ts';
import classes from './entry-line.module.css';

const text = words.line;

/** One sentence about the line: what is not right, what to write instead, what will be asked. */
export function Remark(props: { reading: LineReading; refused: boolean; jump: string | null }) {
  const { status, view } = useRoom();
  const { reading, refused, jump } = props;
  const remark = () => {
    if (reading.type === 'problem') {
      return (
        <>
          {reading.sentence}{' '}
          {reading.suggestion !== undefined && <kbd className={classes.key}>{text.tab}</kbd>}
        </>
      );
    }
    if (reading.type !== 'entry') {
      const noBaseline = view.confirmed.byKind['vital-signs'] === undefined;
      return status === 'in-progress' && noBaseline ? words.room.baseline : null;
    }
    if (refused) return text.mayNot(text.chips[reading.entry.kind]);
    return jump ?? (reading.fellBackToNote ? text.fellBack : null);
  };
  const quiet = reading.type === 'empty';
  return (
    <p id="line-remark" aria-live="polite" className={classes.remark} data-quiet={quiet || undefined}>
      {remark()}
    </p>
  );
}

/** Why it is recorded late, in the same breath as the entry. */
export function LateReason(props: {
  readonly ref: Ref<HTMLInputElement>;
  readonly howLong: string;
  readonly value: string;
  onChange(value: string): void;
  onEnter(): void;
  onLeave(): void;
}) {
  return (
    <TextInput
      ref={props.ref}
      mt={10}
      label={text.whyLate}
      description={text.lateHint(props.howLong)}
      autoComplete="off"
      maxLength={500}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') props.onEnter();
        if (event.key === 'Escape') props.onLeave();
      }}
    />
  );
}

/** What else the line understands; for notes, the marks that say what a note is about. */
export function Hints({ note }: { note: boolean }) {
  return (
    <p className={classes.hints} aria-hidden>
      {note && text.noteMarks} <kbd className={classes.key}>@10:40</kbd> {text.earlier}{' '}
      <kbd className={classes.key}>↑</kbd> {text.amendLast} <kbd className={classes.key}>⌘ .</kbd>{' '}
      {text.theme}
    </p>
  );
}
