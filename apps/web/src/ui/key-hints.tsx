import { KeyCaps } from '../keys/key-caps.tsx';
import { words } from '../words.ts';
import { Button } from './button.tsx';
import classes from './key-hints.module.css';
import type { ListKeys } from './use-list-keys.ts';

const text = words.keys;

/** What the letters do in a list, and the way to have none of it. Not shown where there is no keyboard to expect. */
export function ListKeyHints(props: {
  readonly keys: ListKeys;
  /** False for a list that has none. */
  readonly filter?: boolean;
  /** True for a list whose rows can be replayed. */
  readonly replay?: boolean;
}) {
  const { keys, filter = true, replay = false } = props;
  return (
    <span className={classes.hints}>
      {keys.on && (
        <>
          <span>
            <KeyCaps id="row-down" /> <KeyCaps id="row-up" /> {text.move}
          </span>
          <span>
            <KeyCaps id="open-row" /> {text.open}
          </span>
          {replay && (
            <span>
              <KeyCaps id="replay" /> {text.replay}
            </span>
          )}
          {filter && (
            <span>
              <KeyCaps id="filter" /> {text.filter}
            </span>
          )}
        </>
      )}
      <Button look="quiet" small onClick={keys.toggle}>
        {keys.on ? text.off : text.on}
      </Button>
    </span>
  );
}
