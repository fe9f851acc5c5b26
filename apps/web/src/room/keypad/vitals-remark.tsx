import { parseEntryLine } from '@tandem/domain';
import { serverNowMs, useNow } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import { keypadWords } from '../../words/keypad-words.ts';
import type { RecordLine } from '../composer/use-record-line.ts';
import { useRoom } from '../room-context.ts';
import { LateQuestion } from './late-question.tsx';
import { dueSet, unfinished } from './pad-checks.ts';
import { type Pad, padOf } from './pad-fields.ts';
import type { PadKey } from './pad-keys.ts';
import { lineOfPad, missingHalf } from './pad-line.ts';
import { PadRemark, PadSentence, PadTrouble, PadWays } from './pad-remark.tsx';
import type { PadLine } from './use-pad-line.ts';

const text = keypadWords;

interface RemarkProps {
  readonly pad: Pad;
  readonly line: PadLine;
  readonly record: RecordLine;
  onKey(key: PadKey): void;
}

/** One sentence about what is keyed: what is wrong with it, or what the set still lacks. */
export function VitalsRemark({ pad, line, record, onKey }: RemarkProps) {
  const { question } = record;
  if (question?.type === 'late') {
    return (
      <PadRemark asks>
        <LateQuestion record={record} />
      </PadRemark>
    );
  }
  const trouble = troubleOf(pad, line, question?.type === 'jump' ? question.what : null);
  const asks = trouble === null ? null : wayOut(pad, line);
  return (
    <PadRemark>
      <PadTrouble>{trouble}</PadTrouble>
      {trouble === null && <StillMissing pad={pad} />}
      {asks !== null && (
        <PadWays>
          {asks.asMeant && (
            <Button small onClick={() => onKey({ type: 'as-meant' })}>
              {text.asMeant}
            </Button>
          )}
          <Button small onClick={() => onKey({ type: 'take', pad: asks.pad })}>
            {text.takeOver}
          </Button>
        </PadWays>
      )}
    </PadRemark>
  );
}

function troubleOf(pad: Pad, line: PadLine, jump: string | null): string | null {
  if (pad.refused !== null) return text.refused(pad.refused);
  if (jump !== null) return text.jump(jump);
  const half = missingHalf(pad);
  const isKeying = pad.at === 'systolic' || pad.at === 'diastolic';
  if (half !== null) return isKeying ? null : text.half[half];
  const short = unfinished(pad);
  if (short !== null) return short === pad.at ? null : text.unfinished(short, pad.values[short]);
  if (line.reading.type !== 'problem') return null;
  return isSwapped(pad, line) ? text.swapped(pad.values.heartRate, pad.values.spo2) : line.reading.sentence;
}

/** Heart rate and saturation are asked about because of their places alone: with their names they are taken. */
function isSwapped(pad: Pad, { reading }: PadLine): boolean {
  if (reading.type !== 'problem' || reading.suggestion === undefined || pad.asMeant) return false;
  return read(lineOfPad({ ...pad, asMeant: true }, null)).type === 'entry';
}

interface WayOut {
  /** The set as it is suggested: somebody takes it over, nothing is changed for them. */
  readonly pad: Pad;
  /** It can also stand as it is. */
  readonly asMeant: boolean;
}

function wayOut(pad: Pad, line: PadLine): WayOut | null {
  const { reading } = line;
  if (pad.refused !== null || reading.type !== 'problem' || reading.suggestion === undefined) return null;
  const suggested = read(reading.suggestion.replace(/\s?@\S+$/, ''));
  if (suggested.type !== 'entry' || suggested.entry.kind !== 'vital-signs') return null;
  const { notMeasured: _none, takenById: _nobody, ...values } = suggested.entry.data;
  return { pad: padOf(values), asMeant: isSwapped(pad, line) };
}

function read(line: string) {
  return parseEntryLine(line, { nowMs: serverNowMs(), atClock: () => serverNowMs(), forced: 'vital-signs' });
}

/** While a set is due: which of the five signs it still lacks. Without a baseline: what to record first. */
function StillMissing({ pad }: { pad: Pad }) {
  const { view, zone, status } = useRoom();
  const due = dueSet(view.expected, useNow(10_000), pad);
  if (due === null) {
    const noBaseline = status === 'in-progress' && view.expected.byKind['vital-signs'] === undefined;
    return noBaseline ? <PadSentence>{words.room.baseline}</PadSentence> : null;
  }
  const clock = clockOf(due.atMs, zone);
  return (
    <PadSentence>
      {due.isLate ? text.overdue(clock) : text.due(clock)} ·{' '}
      <b>
        {due.missing.length === 0 ? text.whole : text.missing(due.missing.map((sign) => text.signs[sign]))}
      </b>
    </PadSentence>
  );
}
