import { useEffect, useRef } from 'react';
import { keypadWords } from '../../words/keypad-words.ts';
import { useRecordLine } from '../composer/use-record-line.ts';
import { useRoom } from '../room-context.ts';
import { DigitKeys } from './digit-keys.tsx';
import { LevelKeys } from './level-keys.tsx';
import { unfinished } from './pad-checks.ts';
import type { PadKey } from './pad-keys.ts';
import { missingHalf } from './pad-line.ts';
import { PadTab } from './pad-tab.tsx';
import { usePadLine } from './use-pad-line.ts';
import { usePadTime } from './use-pad-time.ts';
import { MainValues, OtherValues } from './vital-values.tsx';
import { VitalsRemark } from './vitals-remark.tsx';

const text = keypadWords;

/** A set of vital signs by keys. What they make is a line, read and recorded as a typed one is. */
export function VitalsTab({ open, setOpen }: { readonly open: boolean; setOpen(open: boolean): void }) {
  const room = useRoom();
  const time = usePadTime('vitals');
  const { pad, onKey, line } = usePadLine(time);
  const area = useRef<HTMLDivElement>(null);
  const record = useRecordLine(line, () => {});
  const isReady = line.reading.type === 'entry' && unfinished(pad) === null && missingHalf(pad) === null;

  // With a mouse there is a keyboard as well; on a touch screen no ring is drawn around what nobody chose.
  useEffect(() => {
    if (!matchMedia('(pointer: coarse)').matches)
      area.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, []);

  const key = (one: PadKey) => {
    onKey(one);
    time.setChoosing(false);
    setOpen(true);
  };
  const keys = {
    digit: (digit: string) => key({ type: 'digit', digit }),
    point: () => key({ type: 'point' }),
    separator: () => key({ type: 'separator' }),
    back: () => key({ type: 'back' }),
    record: () => {
      if (isReady) record.submit();
    },
  };

  return (
    <PadTab
      ref={area}
      open={open}
      line={line}
      time={time}
      keys={keys}
      said={
        <>
          <MainValues pad={pad} state={room.view.expected} onKey={key} />
          <OtherValues pad={pad} onKey={key} />
          <VitalsRemark pad={pad} line={line} record={record} onKey={key} />
        </>
      }
      board={
        pad.at === 'moaas' ? (
          <LevelKeys pad={pad} onKey={key} />
        ) : (
          <DigitKeys
            point={pad.at === 'oxygenLitresPerMin'}
            onDigit={keys.digit}
            onPoint={keys.point}
            onNext={() => key({ type: 'next' })}
            onBack={keys.back}
          />
        )
      }
      record={{
        look: 'main',
        words: record.question?.type === 'jump' ? text.recordChecked : text.record(time.clock),
        isReady,
        onPress: keys.record,
      }}
    />
  );
}
