import { AHEAD_TOLERANCE_MS, type LineEntry, type LineReading, parseEntryLine } from '@tandem/domain';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { serverNowMs, useNow } from '../../data/clock.ts';
import { draftOf, keepDraft } from '../../data/drafts.ts';
import { lastAtClock } from '../../data/zone.ts';
import { useRoom } from '../room-context.ts';
import { cameForVitals } from '../room-focus.ts';
import { showTyped } from '../typed-line.ts';

export type ForcedKind = LineEntry['kind'] | null;

export interface Line {
  readonly text: string;
  readonly forced: ForcedKind;
  readonly reading: LineReading;
  readonly nowMs: number;
  setText(text: string): void;
  force(kind: ForcedKind): void;
  /** Reads once more, at this very moment: what is recorded is never older than the Enter. */
  readNow(): LineReading;
  clear(): void;
}

/** For a therapist the line is a note unless a chip is tapped: their words must never become data. */
function usualKind(role: string): ForcedKind {
  return role === 'therapist' ? 'note' : null;
}

/** A text as the line reads it now, shown in the timeline's ghost for as long as it stands somewhere. */
export function useReading(text: string, forced: ForcedKind): Pick<Line, 'reading' | 'nowMs' | 'readNow'> {
  const { zone, may } = useRoom();
  const noticedOnly = !may('notes.write-any');
  const nowMs = useNow(5_000);
  const read = useCallback(
    (atMs: number) =>
      parseEntryLine(text, {
        nowMs: atMs,
        atClock: (hours, minutes) => lastAtClock(hours, minutes, atMs + AHEAD_TOLERANCE_MS, zone),
        forced,
        noticedOnly,
      }),
    [text, forced, zone, noticedOnly],
  );
  const reading = useMemo(() => read(nowMs), [read, nowMs]);
  useEffect(() => showTyped(reading), [reading]);
  useEffect(() => () => showTyped(null), []);
  return { reading, nowMs, readNow: () => read(serverNowMs()) };
}

export function useLine(): Line {
  const { me, session } = useRoom();
  const [text, setTextState] = useState(() => draftOf(me.person.id, session.id));
  const [forced, setForced] = useState<ForcedKind>(() =>
    cameForVitals() && text.trim() === '' ? 'vital-signs' : usualKind(me.role),
  );
  const setText = useCallback(
    (next: string) => {
      setTextState(next);
      keepDraft(me.person.id, session.id, next);
    },
    [me.person.id, session.id],
  );
  return {
    ...useReading(text, forced),
    text,
    forced,
    setText,
    // A second tap gives the choice back to the line.
    force: (kind) => setForced(kind === forced ? usualKind(me.role) : kind),
    clear: () => {
      setText('');
      setForced(usualKind(me.role));
    },
  };
}
