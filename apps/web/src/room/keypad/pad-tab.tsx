import type { ReactNode, Ref } from 'react';
import { Button, type ButtonLook } from '../../ui/button.tsx';
import type { Line } from '../composer/use-line.ts';
import { useWriting } from '../presence/use-writing.ts';
import { onTypedKey, type TypedKeys } from './digit-keys.tsx';
import classes from './pad-tab.module.css';
import { TimeButton, TimeChoice } from './time-choice.tsx';
import type { PadTime } from './use-pad-time.ts';

interface PadTabProps {
  readonly ref?: Ref<HTMLDivElement>;
  /** On a phone the keys stand there only while it is open. */
  readonly open: boolean;
  readonly line: Pick<Line, 'text' | 'reading' | 'forced'>;
  readonly time: PadTime;
  /** What a keyboard beside the tablet presses; without it nothing is keyed here, and all of it is one column. */
  readonly keys?: TypedKeys;
  /** What is keyed, as it stands so far. */
  readonly said: ReactNode;
  /** What it is keyed with; the times come in its place. */
  readonly board: ReactNode;
  /** Between the board and the last row. */
  readonly children?: ReactNode;
  readonly record: {
    readonly look: ButtonLook;
    readonly words: string;
    readonly isReady: boolean;
    onPress(): void;
  };
}

/** What every tab is made of: what is said, what it is said with, and the row that records it with its time. */
export function PadTab({ ref, open, line, time, keys, said, board, children, record }: PadTabProps) {
  const writing = useWriting(line);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of a keyboard beside the tablet
    <div
      ref={ref}
      className={classes.tab}
      data-open={open || undefined}
      data-column={keys === undefined || undefined}
      onKeyDown={keys && ((event) => onTypedKey(event, keys))}
      {...writing}
    >
      <div className={classes.said}>{said}</div>
      <div className={classes.board} data-with-keys>
        {time.isChoosing ? (
          <TimeChoice
            at={time.at}
            onChoose={(chosen) => {
              time.setAt(chosen);
              time.setChoosing(false);
            }}
          />
        ) : (
          board
        )}
      </div>
      {children}
      <div className={classes.row} data-with-keys data-record-row>
        <TimeButton
          clock={time.clock}
          open={time.isChoosing}
          onPress={() => time.setChoosing(!time.isChoosing)}
        />
        <Button
          look={record.look}
          className={classes.record}
          disabled={!record.isReady}
          onClick={record.onPress}
        >
          {record.words}
        </Button>
      </div>
    </div>
  );
}
