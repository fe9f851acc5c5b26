import { type Line, useReading } from '../composer/use-line.ts';
import { useKeptDraft } from './kept-draft.ts';
import { wholeValues } from './pad-checks.ts';
import { emptyPad, type Pad } from './pad-fields.ts';
import { type PadKey, press } from './pad-keys.ts';
import { lineOfPad } from './pad-line.ts';

export type PadLine = Pick<Line, 'text' | 'forced' | 'reading' | 'nowMs' | 'readNow' | 'clear'>;

/** What is keyed, kept while one is elsewhere, and the line that it makes. */
export function usePadLine(): {
  readonly pad: Pad;
  readonly at: string | null;
  readonly line: PadLine;
  onKey(key: PadKey): void;
  setAt(at: string | null): void;
} {
  const [pad, setPad] = useKeptDraft<Pad>('vitals', emptyPad);
  const [at, setAt] = useKeptDraft<string | null>('vitals-at', null);
  // Half a value is drawn nowhere, and never recorded: Record waits for it.
  const typed = lineOfPad(wholeValues(pad), at);
  const reading = useReading(typed, 'vital-signs');
  return {
    pad,
    at,
    onKey: (key) => setPad((before) => press(before, key)),
    setAt: (chosen) => setAt(() => chosen),
    line: {
      ...reading,
      text: typed,
      forced: 'vital-signs',
      clear: () => {
        setPad(() => emptyPad);
        setAt(() => null);
      },
    },
  };
}
