import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../data/failure.ts';
import { Button } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { Sentence } from '../ui/page.tsx';
import { signInWords } from '../words/sign-in-words.ts';
import { OwnFactor } from './own-factor.tsx';
import { OwnLogins } from './own-logins.tsx';
import { OwnPassword } from './own-password.tsx';
import classes from './own-sign-in.module.css';
import { ownSignInQuery } from './sign-in-calls.ts';

/** Password, second factor, and where one is signed in. */
export function OwnSignInDialog({ onClose }: { onClose(): void }) {
  const { data, error } = useQuery(ownSignInQuery);
  return (
    <Dialog title={signInWords.own} onClose={onClose}>
      <div className={classes.parts}>
        {error !== null && <Sentence>{sentenceOf(error)}</Sentence>}
        {data === undefined && error === null && <p className={classes.hint}>{signInWords.loading}</p>}
        {data !== undefined && (
          <>
            <OwnPassword />
            <OwnFactor factor={data.secondFactor} />
            <OwnLogins logins={data.logins} />
          </>
        )}
      </div>
      <Actions>
        <Button onClick={onClose}>{signInWords.close}</Button>
      </Actions>
    </Dialog>
  );
}
