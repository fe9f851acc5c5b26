import { scaleWords } from '@tandem/domain';
import { keypadWords } from '../../words/keypad-words.ts';
import { Key, keepFocus } from './digit-keys.tsx';
import classes from './keypad.module.css';
import type { Pad } from './pad-fields.ts';
import type { PadKey } from './pad-keys.ts';

const answers = scaleWords.moaas.items[0]?.answers ?? [];

/** Sedation: one tap for a level, with the words of the scale on its key [S40]. */
export function LevelKeys({ pad, onKey }: { readonly pad: Pad; onKey(key: PadKey): void }) {
  return (
    <div className={classes.levels} data-keys>
      {answers.map(({ value, words }) => (
        <button
          key={value}
          type="button"
          className={classes.level}
          aria-pressed={pad.moaas === value}
          aria-label={keypadWords.level(value, words)}
          onMouseDown={keepFocus}
          onClick={() => onKey({ type: 'level', level: value })}
        >
          <b>{value}</b>
          <span>{words}</span>
        </button>
      ))}
      <div className={classes.levelsEnd}>
        <Key word onPress={() => onKey({ type: 'next' })}>
          {keypadWords.next}
        </Key>
      </div>
    </div>
  );
}
