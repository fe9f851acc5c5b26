import { lazy, Suspense, useState } from 'react';
import { languageNames } from '../words/language.ts';
import { words } from '../words.ts';
import { Button } from './button.tsx';

const LanguageChoice = lazy(async () => ({
  default: (await import('../person-parts.ts')).LanguageChoice,
}));

/** One press from the choice of a language, which few make and most never load: each is called as it calls itself. */
export function Language() {
  const [open, setOpen] = useState(false);
  return open ? (
    <Suspense>
      <LanguageChoice />
    </Suspense>
  ) : (
    <Button look="quiet" small onClick={() => setOpen(true)}>
      <span className="visually-hidden">{words.language}: </span>
      {Object.values(languageNames).join(' · ')}
    </Button>
  );
}
