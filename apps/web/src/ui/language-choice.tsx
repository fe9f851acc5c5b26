import { useState } from 'react';
import { useKeeping } from '../data/live-hooks.ts';
import { chosenLanguage, keepLanguage, type Language, languageNames } from '../words/language.ts';
import { languageWords } from '../words/language-words.ts';
import { words } from '../words.ts';
import { Button } from './button.tsx';
import classes from './language-choice.module.css';
import { Segmented } from './segmented.tsx';

const options = (Object.keys(languageNames) as Language[]).map((value) => ({
  value,
  label: languageNames[value],
}));

/** The language of this device. It holds from the next load on, which is offered when nothing typed would be lost. */
export function LanguageChoice() {
  const { pageOnly } = useKeeping();
  const [chosen, setChosen] = useState(chosenLanguage);
  const [kept, setKept] = useState(true);
  const text = languageWords[chosen];
  const isOther = chosen !== document.documentElement.lang;
  const wouldLose = isOther && (pageOnly > 0 || somethingIsTyped());
  return (
    <div className={classes.language}>
      <Segmented
        label={words.language}
        value={chosen}
        options={options}
        onChange={(language) => {
          setKept(keepLanguage(language));
          setChosen(chosenLanguage());
        }}
      />
      <p role="status" lang={chosen} className={classes.said}>
        {kept ? isOther && (wouldLose ? text.typed : text.ask) : words.languageNotKept}
      </p>
      {isOther && !wouldLose && (
        <Button lang={chosen} onClick={() => location.reload()}>
          {text.reload}
        </Button>
      )}
    </div>
  );
}

/** In any field of the page; what a sign-in asks for is neither a draft nor hard to type again. */
function somethingIsTyped(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'textarea, input:not([type="radio"], [type="checkbox"], [type="password"], [autocomplete="username"])',
  );
  return [...fields].some(({ value }) => value !== '');
}
