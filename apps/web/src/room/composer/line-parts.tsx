import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { LineReading } from '@tandem/domain';
import type { Ref } from 'react';
import { openAllKeys } from '../../keys/all-keys.tsx';
import { KeyCaps } from '../../keys/key-caps.tsx';
import { ariaKey } from '../../keys/printed-key.ts';
import { keysOf } from '../../keys/use-keys.ts';
import { Key } from '../../ui/key.tsx';
import { emergencyWords } from '../../words/emergency-words.ts';
import { words } from '../../words/in-room.ts';
import { useRoom } from '../room-context.ts';
import classes from './entry-line.module.css';

const text = words.line;
const PAUSE_MS = 700;

/** One sentence about the line: what is not right, what to write instead, what will be asked. */
export function Remark(props: {
  reading: LineReading;
  refused: boolean;
  /** Said without weight: nothing is wrong yet. */
  quiet: boolean;
  jump: string | null;
  /** Null: the line is none. Otherwise whether one Enter more declares it. */
  emergency: boolean | null;
}) {
  const { status, view } = useRoom();
  const { reading, refused, jump, emergency } = props;
  const remark = () => {
    if (emergency !== null)
      return emergency ? emergencyWords.emergency.lineArmed : emergencyWords.emergency.lineHint;
    if (reading.type === 'problem') {
      return (
        <>
          {reading.sentence}{' '}
          {reading.suggestion !== undefined && (
            <span className={classes.takeOver}>
              <KeyCaps id="take-over" /> {text.takeOver}
            </span>
          )}
        </>
      );
    }
    if (reading.type !== 'entry') {
      // With what is on its way: a baseline that was just entered is not asked for again.
      const noBaseline = view.expected.byKind['vital-signs'] === undefined;
      return status === 'in-progress' && noBaseline ? words.room.baseline : null;
    }
    if (refused) return text.mayNot(text.chips[reading.entry.kind]);
    return jump ?? (reading.fellBackToNote ? text.fellBack : null);
  };
  const quiet = props.quiet || reading.type === 'empty';
  const said = `${reading.type} ${reading.type === 'problem' ? reading.sentence : jump}`;
  const [settled] = useDebouncedValue(said, PAUSE_MS);
  return (
    // Read out when the typing pauses, not with every key on the way to something that is right; what stands under the
    // empty line is read with it.
    <p
      id="line-remark"
      aria-live={quiet ? 'off' : 'polite'}
      aria-busy={settled !== said}
      className={classes.remark}
      data-quiet={quiet || undefined}
    >
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
      onKeyDown={keysOf({ record: props.onEnter, leave: props.onLeave })}
    />
  );
}

/** What else the line understands, for whoever can see; the last of them opens the list of all keys. */
export function Hints() {
  return (
    <div className={classes.hints}>
      <span aria-hidden>
        <Key>@10:40</Key> {text.earlier}
      </span>
      <span aria-hidden>
        <KeyCaps id="amend-last" /> {text.amendLast}
      </span>
      <button
        type="button"
        className={classes.allKeys}
        aria-haspopup="dialog"
        aria-keyshortcuts={ariaKey('all-keys')}
        onClick={openAllKeys}
      >
        <KeyCaps id="all-keys" /> {words.allKeys.open}
      </button>
    </div>
  );
}
