import { useState } from 'react';
import { useKeeping } from '../data/live-hooks.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { keepLanguage, type Language, languageNames } from '../words/language.ts';
import { words } from '../words.ts';
import classes from './sign-in-page.module.css';

/** One press each, under its own name: who looks for it may read nothing else here. What is in this page only stays. */
export function OtherLanguages() {
  const { pageOnly } = useKeeping();
  const [kept, setKept] = useState(true);
  if (pageOnly > 0) return null;
  const others = (Object.keys(languageNames) as Language[]).filter(
    (code) => code !== document.documentElement.lang,
  );
  return (
    <div className={classes.languages}>
      {others.map((code) => (
        <Button
          key={code}
          look="quiet"
          lang={code}
          onClick={() => (keepLanguage(code) ? location.reload() : setKept(false))}
        >
          {languageNames[code]}
        </Button>
      ))}
      {!kept && <Sentence>{words.languageNotKept}</Sentence>}
    </div>
  );
}
