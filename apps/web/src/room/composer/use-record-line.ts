import type { LineEntry, LineReading } from '@tandem/domain';
import { useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import { jumpOf, lateBy } from './line-checks.ts';
import type { Line } from './use-line.ts';

type Understood = Extract<LineReading, { type: 'entry' }>;
/** What is asked before this line is recorded; it holds for the text it was asked about and no other. */
export type Question =
  | { readonly type: 'late'; readonly text: string; readonly lateMs: number }
  | { readonly type: 'jump'; readonly text: string; readonly what: string };

export interface RecordLine {
  readonly question: Question | null;
  readonly lateReason: string;
  setLateReason(reason: string): void;
  /** Records, reads back, or asks. */
  submit(): void;
  dropQuestion(): void;
}

/** From a line that was understood to an entry: late ones say why, large steps are asked once more, doses read back. */
export function useRecordLine(
  line: Pick<Line, 'text' | 'readNow' | 'clear'>,
  focusLine: () => void,
): RecordLine {
  const room = useRoom();
  const [asked, setAsked] = useState<Question | null>(null);
  const [late, setLate] = useState({ text: '', reason: '' });
  // A reason belongs to the line it was given for.
  const lateReason = late.text === line.text ? late.reason : '';
  const question = asked?.text === line.text ? asked : null;

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
      setAsked({ type: 'jump', text: line.text, what: jump });
      focusLine();
    } else {
      store(now, reason);
    }
  }

  function store({ entry, happenedAtMs }: Understood, reason: string | null): void {
    room.record({
      ...entry,
      happenedAtMs,
      line: line.text,
      ...(reason === null ? {} : { lateReason: reason }),
    });
    line.clear();
    setAsked(null);
    focusLine();
  }

  function readBack(
    now: Understood,
    entry: Extract<LineEntry, { kind: 'dose' }>,
    reason: string | null,
  ): void {
    const typed = { dose: entry.data, happenedAtMs: now.happenedAtMs, lateReason: reason, line: line.text };
    room.setTask({ type: 'read-back', typed });
  }

  return {
    question,
    lateReason,
    setLateReason: (reason) => setLate({ text: line.text, reason }),
    submit,
    dropQuestion: () => setAsked(null),
  };
}
