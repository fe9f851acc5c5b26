import { useEffect, useRef, useState } from 'react';
import { useNow } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import { Button } from '../../ui/button.tsx';
import { keypadWords } from '../../words/keypad-words.ts';
import { useRecordLine } from '../composer/use-record-line.ts';
import { useWriting } from '../presence/use-writing.ts';
import { useRoom } from '../room-context.ts';
import { DigitKeys, onTypedKey } from './digit-keys.tsx';
import classes from './keypad.module.css';
import { LevelKeys } from './level-keys.tsx';
import { unfinished } from './pad-checks.ts';
import type { PadKey } from './pad-keys.ts';
import { missingHalf } from './pad-line.ts';
import { TimeButton, TimeChoice } from './time-choice.tsx';
import { usePadLine } from './use-pad-line.ts';
import { MainValues, OtherValues } from './vital-values.tsx';
import { VitalsRemark } from './vitals-remark.tsx';

const text = keypadWords;

/** A set of vital signs by keys. What they make is a line, read and recorded as a typed one is. */
export function VitalsTab({ open, setOpen }: { readonly open: boolean; setOpen(open: boolean): void }) {
  const room = useRoom();
  const { pad, at, onKey, setAt, line } = usePadLine();
  const [choosesTime, setChoosesTime] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const record = useRecordLine(line, () => {});
  const writing = useWriting(line);
  const half = missingHalf(pad);
  const short = unfinished(pad);
  const mayRecordNow = line.reading.type === 'entry' && short === null && half === null;
  const now = useNow(10_000);
  const clock = at ?? clockOf(now, room.zone);
  const isJump = record.question?.type === 'jump';

  // With a mouse there is a keyboard as well; on a touch screen no ring is drawn around what nobody chose.
  useEffect(() => {
    if (!matchMedia('(pointer: coarse)').matches)
      area.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, []);

  const key = (one: PadKey) => {
    onKey(one);
    setChoosesTime(false);
    setOpen(true);
  };
  const submit = () => {
    if (mayRecordNow) record.submit();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of a keyboard beside the tablet
    <div
      ref={area}
      className={classes.tab}
      data-open={open || undefined}
      onKeyDown={(event) =>
        onTypedKey(event, {
          digit: (digit) => key({ type: 'digit', digit }),
          point: () => key({ type: 'point' }),
          separator: () => key({ type: 'separator' }),
          back: () => key({ type: 'back' }),
          record: submit,
        })
      }
      {...writing}
    >
      <div className={classes.said}>
        <MainValues pad={pad} state={room.view.expected} onKey={key} />
        <OtherValues pad={pad} onKey={key} />
        <VitalsRemark pad={pad} line={line} record={record} onKey={key} />
      </div>
      <div className={classes.board}>
        {choosesTime ? (
          <TimeChoice
            at={at}
            onChoose={(chosen) => {
              setAt(chosen);
              setChoosesTime(false);
            }}
          />
        ) : pad.at === 'moaas' ? (
          <LevelKeys pad={pad} onKey={key} />
        ) : (
          <DigitKeys
            point={pad.at === 'oxygenLitresPerMin'}
            onDigit={(digit) => key({ type: 'digit', digit })}
            onPoint={() => key({ type: 'point' })}
            onNext={() => key({ type: 'next' })}
            onBack={() => key({ type: 'back' })}
          />
        )}
      </div>
      <div className={classes.recordRow}>
        <TimeButton clock={clock} open={choosesTime} onPress={() => setChoosesTime(!choosesTime)} />
        <Button look="main" className={classes.record} disabled={!mayRecordNow} onClick={submit}>
          {isJump ? text.recordChecked : text.record(clock)}
        </Button>
      </div>
    </div>
  );
}
