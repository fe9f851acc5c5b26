import { AHEAD_TOLERANCE_MS } from '@tandem/domain';
import { useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { clockOf, lastAtClock, readClock } from '../../data/zone.ts';
import { meaningWords } from '../../words/meaning-words.ts';
import { lateBy } from '../composer/line-checks.ts';
import { useRoom } from '../room-context.ts';

export interface When {
  readonly clock: string;
  setClock(typed: string): void;
  /** Why it is late; null while nobody has to say. */
  readonly lateReason: string | null;
  setLateReason(reason: string): void;
  /** The moment meant, ms since the epoch; null when it cannot be read. Untouched it is when the panel was opened. */
  startMs(): number | null;
  /** The sentence that stands against recording now, or null; asks for the reason when it is late. */
  check(atMs: number): string | null;
}

/**
 * When something happened, by the clinic's clock, as a panel asks for it.
 * @param meantMs what it begins with; null: now
 */
export function useWhen(meantMs: number | null): When {
  const { zone, view } = useRoom();
  const [shownMs] = useState(() => meantMs ?? serverNowMs());
  const [clock, setClock] = useState(() => clockOf(shownMs, zone));
  const [lateReason, setLateReason] = useState<string | null>(null);
  return {
    clock,
    setClock,
    lateReason,
    setLateReason,
    startMs() {
      if (clock.trim() === clockOf(shownMs, zone)) return shownMs;
      const read = readClock(clock);
      return read === null
        ? null
        : lastAtClock(read.hours, read.minutes, serverNowMs() + AHEAD_TOLERANCE_MS, zone);
    },
    check(atMs) {
      if (lateBy(atMs, serverNowMs(), view.confirmed) === null || (lateReason ?? '').trim() !== '')
        return null;
      setLateReason(lateReason ?? '');
      return meaningWords.lateNeeded;
    },
  };
}

/** As `record` takes it. */
export function lateOf({ lateReason }: When): { lateReason?: string } {
  const reason = (lateReason ?? '').trim();
  return reason === '' ? {} : { lateReason: reason };
}
