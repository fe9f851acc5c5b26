import { type Line, useReading } from '../composer/use-line.ts';
import { useKeptDraft } from './kept-draft.ts';
import { wholeValues } from './pad-checks.ts';
import { emptyPad, type Pad } from './pad-fields.ts';
import { type PadKey, press } from './pad-keys.ts';
import { lineOfPad } from './pad-line.ts';
import type { PadTime } from './use-pad-time.ts';

export type PadLine = Pick<Line, 'text' | 'forced' | 'reading' | 'nowMs' | 'readNow' | 'clear'>;

/** What is keyed, kept while one is elsewhere, and the line that it makes. */
export function usePadLine({ at, setAt }: Pick<PadTime, 'at' | 'setAt'>): {
  readonly pad: Pad;
  readonly line: PadLine;
  onKey(key: PadKey): void;
} {
  const [pad, setPad] = useKeptDraft<Pad>('vitals', emptyPad);
  // Half a value is drawn nowhere, and never recorded: Record waits for it.
  const typed = lineOfPad(wholeValues(pad), at);
  const reading = useReading(typed, 'vital-signs');
  return {
    pad,
    onKey: (key) => setPad((before) => press(before, key)),
    line: {
      ...reading,
      text: typed,
      forced: 'vital-signs',
      clear: () => {
        setPad(() => emptyPad);
        setAt(null);
      },
    },
  };
}
