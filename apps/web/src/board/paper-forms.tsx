import { Suspense, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { orNothing } from '../ui/or-nothing.ts';
import { spoken } from '../words/language.ts';
import { words } from '../words.ts';
import classes from './board.module.css';

/** Fetched when it is asked for: seldom more than once a day. */
const PaperDialog = orNothing(
  async () => (await spoken(await import('../paper/paper-dialog.tsx'), 'pages')).PaperDialog,
);

export function PaperForms() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className={classes.desk} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.board.paperForms}
      </Button>
      <Suspense>{open && <PaperDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
