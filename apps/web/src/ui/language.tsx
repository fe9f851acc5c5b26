import { lazy, Suspense, useState } from 'react';
import { words } from '../words.ts';
import { Button } from './button.tsx';

const LanguageChoice = lazy(async () => ({
  default: (await import('../person-parts.ts')).LanguageChoice,
}));

/** One press from the choice of a language, which few make and most never load. */
export function Language() {
  const [open, setOpen] = useState(false);
  return open ? (
    <Suspense>
      <LanguageChoice />
    </Suspense>
  ) : (
    <Button look="quiet" small onClick={() => setOpen(true)}>
      {words.language}
    </Button>
  );
}
