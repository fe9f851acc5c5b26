import { TextInput } from '@mantine/core';
import { adverseEventLabel, findTerms } from '@tandem/domain';
import { type KeyboardEvent, useState } from 'react';
import toggle from '../../ui/toggle.module.css';
import { panelWords } from '../../words/panel-words.ts';
import classes from './panels.module.css';

const text = panelWords.event;
/** Two lines of the panel; typing finds any other. */
const MOST = 8;

/** An event by a word of it: Enter takes the first that is found, or the words as they were typed. */
export function TermField({ term, onChoose }: { term: string; onChoose(term: string): void }) {
  const [typed, setTyped] = useState('');
  const found = findTerms(typed).slice(0, MOST);
  const own = typed.trim();
  const shown =
    term === '' || (found as string[]).includes(term) ? found : [term, ...found.slice(0, MOST - 1)];

  function choose(next: string): void {
    setTyped('');
    onChoose(next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || own === '') return;
    event.preventDefault();
    choose(found[0] ?? own);
  }

  return (
    <div>
      <TextInput
        label={text.term}
        placeholder={text.termHint}
        autoComplete="off"
        maxLength={80}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form group for a row of shortcuts */}
      <div role="group" aria-label={text.terms} className={classes.suggestions}>
        {shown.map((one) => (
          <button
            key={one}
            type="button"
            className={`${toggle.toggle} ${classes.suggestion}`}
            aria-pressed={one === term}
            onClick={() => choose(one)}
          >
            {adverseEventLabel(one)}
          </button>
        ))}
        {own !== '' && !(found as string[]).includes(own) && (
          <button
            type="button"
            className={`${toggle.toggle} ${classes.suggestion}`}
            onClick={() => choose(own)}
          >
            {text.own(own)}
          </button>
        )}
      </div>
    </div>
  );
}
