import { scaleWords } from '@tandem/domain';
import toggle from '../../ui/toggle.module.css';
import { keypadWords } from '../../words/keypad-words.ts';
import { Key, keepFocus } from './digit-keys.tsx';
import classes from './keys.module.css';
import type { Pad } from './pad-fields.ts';
import type { PadKey } from './pad-keys.ts';

const answers = scaleWords.moaas.items[0]?.answers ?? [];

/** Sedation: one tap for a level, with the words of the scale on its key [S40]. */
export function LevelKeys({ pad, onKey }: { readonly pad: Pad; onKey(key: PadKey): void }) {
  return (
    <div className={classes.keys} data-keys="levels">
      {answers.map(({ value, words }) => (
        <button
          key={value}
          type="button"
          className={`${toggle.toggle} ${classes.level}`}
          aria-pressed={pad.moaas === value}
          aria-label={keypadWords.level(value, words)}
          onMouseDown={keepFocus}
          onClick={() => onKey({ type: 'level', level: value })}
        >
          <b>{value}</b>
          <span>{words}</span>
        </button>
      ))}
      <Key word onPress={() => onKey({ type: 'next' })}>
        {keypadWords.next}
      </Key>
    </div>
  );
}
