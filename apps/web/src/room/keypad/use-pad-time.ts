import { useState } from 'react';
import { useNow } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import { useRoom } from '../room-context.ts';
import { useKeptDraft } from './kept-draft.ts';

/** When what is keyed on a tab happened, and whether it is being chosen. */
export interface PadTime {
  /** "10:40" of an earlier time; null for now. */
  readonly at: string | null;
  /** The same, or what the clinic's clock shows now. */
  readonly clock: string;
  /** The times stand in the place of the keys. */
  readonly isChoosing: boolean;
  setAt(at: string | null): void;
  setChoosing(isChoosing: boolean): void;
}

/** Kept per tab while one is elsewhere, as what is keyed there. */
export function usePadTime(tab: 'vitals' | 'dose' | 'note'): PadTime {
  const { zone } = useRoom();
  const [at, setAt] = useKeptDraft<string | null>(`${tab}-at`, null);
  const [isChoosing, setChoosing] = useState(false);
  const now = useNow(10_000);
  return {
    at,
    clock: at ?? clockOf(now, zone),
    isChoosing,
    setAt: (chosen) => setAt(() => chosen),
    setChoosing,
  };
}
