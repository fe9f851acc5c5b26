import { IconCornerDownLeft } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
import { keysOf } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import { span } from '../../ui/names.ts';
import { usePageFlag } from '../../ui/use-page-flag.ts';
import { emergencyWords } from '../../words/emergency-words.ts';
import { words } from '../../words/in-room.ts';
import { useDeclare } from '../emergency/use-declare.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import { cameForVitals, leaveLine } from '../room-focus.ts';
import { Chips, lineKinds, PanelButtons } from './chips.tsx';
import classes from './entry-line.module.css';
import { Hints, LateReason, Remark } from './line-parts.tsx';
import { isBare, NoteKinds } from './note-kinds.tsx';
import { ReadOut } from './read-out.tsx';
import type { Line } from './use-line.ts';
import { useRecordLine } from './use-record-line.ts';

/** One line, no modes: it says what it understood, and records exactly that. */
export function EntryLine(props: {
  readonly line: Line;
  readonly input: RefObject<HTMLInputElement | null>;
  onAmendLast(): void;
}) {
  const { line, input, onAmendLast } = props;
  const room = useRoom();
  const lateInput = useRef<HTMLInputElement>(null);
  const focusLine = () => input.current?.focus();
  const { question, lateReason, setLateReason, submit, dropQuestion } = useRecordLine(line, focusLine);
  const { reading } = line;
  const understood = reading.type === 'entry' ? reading.entry.kind : null;
  const refused = understood !== null && !mayRecord(room, understood);
  const suggestion = reading.type === 'problem' ? reading.suggestion : undefined;
  const asking = question?.type ?? null;
  const declare = useDeclare();
  // Its first sign alone makes the line this: nothing else that is typed begins so.
  const isEmergency = line.text.trimStart().startsWith('!') && mayRecord(room, 'emergency');

  useEffect(() => {
    // On a touch screen the keyboard would cover the values one came to see.
    if (cameForVitals() || !matchMedia('(pointer: coarse)').matches) input.current?.focus();
  }, [input]);
  useEffect(() => {
    if (asking === 'late') lateInput.current?.focus();
  }, [asking]);

  function enter(): void {
    if (!isEmergency) {
      submit();
      return;
    }
    declare.press(line.text.replace('!', '').trim().slice(0, 500));
    if (declare.armed) line.clear();
  }

  function leave(): void {
    if (question !== null) dropQuestion();
    else leaveLine(input.current);
  }

  const onKeyDown = keysOf({
    record: enter,
    leave,
    ...(suggestion !== undefined && { 'take-over': () => line.setText(suggestion) }),
    ...(line.text === '' && { 'amend-last': onAmendLast }),
  });

  usePageFlag('data-has-line');
  const bare = isBare(line.text);
  const trouble = isEmergency || (reading.type === 'problem' && !bare) || refused || asking === 'jump';
  return (
    <div className={classes.composer} data-entry-line data-plain={room.me.role === 'therapist' || undefined}>
      <Chips
        panels={<PanelButtons />}
        kinds={lineKinds.filter((kind) => mayRecord(room, kind))}
        understood={understood}
        forced={line.forced}
        onForce={(kind) => {
          line.force(kind);
          focusLine();
        }}
      />
      <div className={classes.field} data-trouble={trouble || undefined}>
        <input
          ref={input}
          className={classes.input}
          aria-label={words.line.label}
          aria-describedby="line-remark"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={line.forced === 'note'}
          maxLength={4100}
          value={line.text}
          onChange={(event) => line.setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {!refused && !isEmergency && <ReadOut reading={reading} nowMs={line.nowMs} zone={room.zone} />}
        <Button
          look="main"
          className={classes.record}
          disabled={!isEmergency && (reading.type !== 'entry' || refused)}
          onClick={enter}
        >
          {isEmergency
            ? declare.armed
              ? emergencyWords.emergency.again
              : emergencyWords.emergency.title
            : understood === 'dose'
              ? words.line.readBack
              : words.line.record}
          <IconCornerDownLeft size={16} aria-hidden />
        </Button>
      </div>
      {question?.type === 'late' && (
        <LateReason
          ref={lateInput}
          howLong={span(question.lateMs)}
          value={lateReason}
          onChange={setLateReason}
          onEnter={submit}
          onLeave={() => {
            dropQuestion();
            focusLine();
          }}
        />
      )}
      <div className={classes.below}>
        {line.forced === 'note' && !isEmergency && room.may('notes.write-any') && (
          <NoteKinds
            text={line.text}
            setText={(next) => {
              line.setText(next);
              focusLine();
            }}
          />
        )}
        <Remark
          reading={reading}
          refused={refused}
          quiet={bare}
          jump={question?.type === 'jump' ? words.line.jump(question.what) : null}
          emergency={isEmergency ? declare.armed : null}
        />
        <Hints />
      </div>
    </div>
  );
}
