import { IconCornerDownLeft } from '@tabler/icons-react';
import type { LineEntry, LineReading } from '@tandem/domain';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { record } from '../../data/record.ts';
import { Button } from '../../ui/button.tsx';
import { span } from '../../ui/names.ts';
import { words } from '../../words.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import { Chips, lineKinds } from './chips.tsx';
import classes from './entry-line.module.css';
import { jumpOf, lateBy } from './line-checks.ts';
import { Hints, LateReason, Remark } from './line-parts.tsx';
import { ReadOut } from './read-out.tsx';
import type { Line } from './use-line.ts';

type Understood = Extract<LineReading, { type: 'entry' }>;
/** What is asked before this line is recorded; it holds for the text it was asked about and no other. */
type Question =
  | { readonly type: 'late'; readonly text: string; readonly lateMs: number }
  | { readonly type: 'jump'; readonly text: string; readonly sentence: string };

/** One line, no modes: it says what it understood, and records exactly that. */
export function EntryLine({ line, onAmendLast }: { line: Line; onAmendLast(): void }) {
  const room = useRoom();
  const input = useRef<HTMLInputElement>(null);
  const lateInput = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState<Question | null>(null);
  const [late, setLate] = useState({ text: '', reason: '' });
  // A reason belongs to the line it was given for.
  const lateReason = late.text === line.text ? late.reason : '';
  const setLateReason = (reason: string) => setLate({ text: line.text, reason });
  const question = asked?.text === line.text ? asked : null;
  const { reading } = line;
  const understood = reading.type === 'entry' ? reading.entry.kind : null;
  const refused = understood !== null && !mayRecord(room, understood);

  useEffect(() => {
    // On a touch screen the keyboard would cover the values one came to see.
    if (!matchMedia('(pointer: coarse)').matches) input.current?.focus();
  }, []);
  const askingLate = question?.type === 'late';
  useEffect(() => {
    if (askingLate) lateInput.current?.focus();
  }, [askingLate]);

  function submit(): void {
    const now = line.readNow();
    if (now.type !== 'entry' || !mayRecord(room, now.entry.kind)) return;
    const lateMs = lateBy(now.happenedAtMs, serverNowMs(), room.view.confirmed);
    if (lateMs !== null && lateReason.trim() === '') {
      setAsked({ type: 'late', text: line.text, lateMs });
      return;
    }
    const reason = lateMs === null ? null : lateReason.trim();
    const jump = now.entry.kind === 'vital-signs' ? jumpOf(now.entry.data, room.view.expected) : null;
    if (now.entry.kind === 'dose') {
      readBack(now, now.entry, reason);
    } else if (jump !== null && question?.type !== 'jump') {
      setAsked({ type: 'jump', text: line.text, sentence: words.line.jump(jump) });
      input.current?.focus();
    } else {
      store(now, reason);
    }
  }

  function store({ entry, happenedAtMs }: Understood, reason: string | null): void {
    record(
      { ...entry, happenedAtMs, line: line.text, ...(reason === null ? {} : { lateReason: reason }) },
      { me: room.me, confirmed: room.view.confirmed, live: room.isLive },
    );
    line.clear();
    setAsked(null);
    input.current?.focus();
  }

  function readBack(
    now: Understood,
    entry: Extract<LineEntry, { kind: 'dose' }>,
    reason: string | null,
  ): void {
    const typed = { dose: entry.data, happenedAtMs: now.happenedAtMs, lateReason: reason, line: line.text };
    room.setTask({ type: 'read-back', typed });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape') {
      if (asked !== null) setAsked(null);
      else event.currentTarget.blur();
    } else if (event.key === 'Tab' && !event.shiftKey && reading.type === 'problem' && reading.suggestion) {
      event.preventDefault();
      line.setText(reading.suggestion);
    } else if (event.key === 'ArrowUp' && line.text === '') {
      event.preventDefault();
      onAmendLast();
    }
  }

  const kinds = lineKinds.filter((kind) => mayRecord(room, kind));
  const trouble = reading.type === 'problem' || refused || question?.type === 'jump';
  return (
    <div className={classes.composer}>
      <Chips
        kinds={kinds}
        understood={understood}
        forced={line.forced}
        onForce={(kind) => {
          line.force(kind);
          input.current?.focus();
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
        {!refused && <ReadOut reading={reading} nowMs={line.nowMs} zone={room.zone} />}
        <Button
          look="main"
          className={classes.record}
          disabled={reading.type !== 'entry' || refused}
          onClick={submit}
        >
          {understood === 'dose' ? words.line.readBack : words.line.record}
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
            setAsked(null);
            input.current?.focus();
          }}
        />
      )}
      <div className={classes.below}>
        <Remark
          reading={reading}
          refused={refused}
          jump={question?.type === 'jump' ? question.sentence : null}
        />
        <Hints note={line.forced === 'note'} />
      </div>
    </div>
  );
}
