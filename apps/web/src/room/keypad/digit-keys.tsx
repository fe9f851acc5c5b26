import { IconBackspace } from '@tabler/icons-react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import toggle from '../../ui/toggle.module.css';
import { keypadWords } from '../../words/keypad-words.ts';
import classes from './keys.module.css';

const text = keypadWords;

/** A finger on a key takes the focus from nowhere: a keyboard beside it goes on where it was. */
export const keepFocus = (event: MouseEvent) => event.preventDefault();

export interface DigitKeysProps {
  /** A point in the place of Next, where the value takes one. */
  readonly point: boolean;
  onDigit(digit: string): void;
  onPoint(): void;
  onNext(): void;
  onBack(): void;
}

/** 1-2-3 on top, as on a telephone and an infusion device (ux.md 2.2). */
export function DigitKeys({ point, onDigit, onPoint, onNext, onBack }: DigitKeysProps) {
  return (
    <div className={classes.keys} data-keys>
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
        <Key key={digit} onPress={() => onDigit(digit)}>
          {digit}
        </Key>
      ))}
      {point ? (
        <Key name={text.point} onPress={onPoint}>
          .
        </Key>
      ) : (
        <Key word onPress={onNext}>
          {text.next}
        </Key>
      )}
      <Key onPress={() => onDigit('0')}>0</Key>
      <Key name={text.back} onPress={onBack}>
        <IconBackspace size={28} stroke={1.5} aria-hidden />
      </Key>
    </div>
  );
}

export function Key(props: {
  readonly name?: string;
  /** Smaller letters than a digit. */
  readonly word?: boolean;
  readonly children: ReactNode;
  onPress(): void;
}) {
  return (
    <button
      type="button"
      className={`${toggle.toggle} ${classes.key}`}
      aria-label={props.name}
      data-word={props.word || undefined}
      onMouseDown={keepFocus}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}

export interface TypedKeys {
  readonly digit: (digit: string) => void;
  readonly point: () => void;
  readonly separator: () => void;
  readonly back: () => void;
  readonly record: () => void;
}

/** The same keys on a keyboard beside the tablet. In a text field they are that field's. */
export function onTypedKey(event: KeyboardEvent, keys: TypedKeys): void {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
  if ((target as HTMLElement).closest('input, select, textarea') !== null) return;
  const isButton = (target as HTMLElement).closest('[data-record-row]') !== null;
  if (/^\d$/.test(key)) keys.digit(key);
  else if (key === '.' || key === ',') keys.point();
  else if (key === 'Backspace') keys.back();
  else if (key === '/' || (key === ' ' && !isButton)) keys.separator();
  else if (key === 'Enter' && !isButton && !event.repeat) keys.record();
  else return;
  event.preventDefault();
}
