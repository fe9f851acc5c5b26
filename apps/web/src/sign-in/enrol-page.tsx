import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { signOut } from '../data/calls.ts';
import { sentenceOf } from '../data/failure.ts';
import { meQuery } from '../data/me.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { useColorModeKey, useRootBackground } from '../ui/color-mode.ts';
import { Sentence } from '../ui/page.tsx';
import { Mark } from '../ui/shell.tsx';
import { signInWords } from '../words/sign-in-words.ts';
import { EnrolForm } from './enrol-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import classes from './second-factor.module.css';

const text = signInWords.enrol;

/** Before anything else at a clinic that asks for a second factor; or by one's own choice, or for another phone. */
export function EnrolPage() {
  const queryClient = useQueryClient();
  const router = useRouter();
  const me = useQuery(meQuery);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  useColorModeKey();
  useRootBackground();
  const leave = useMutation({
    mutationFn: signOut,
    // Read anew from the start: nothing of the one who leaves stays in the page.
    onSuccess: () => location.assign('/sign-in'),
  });
  async function goOn(): Promise<void> {
    queryClient.removeQueries({ queryKey: ['own-sign-in'] });
    await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
    await router.navigate({ to: '/' });
  }
  const must = me.data?.mustEnrol === true;
  return (
    <main className={classes.page}>
      <div className={`${classes.card} ${classes.broad}`}>
        <Mark />
        <h1 className={classes.heading}>{codes === null ? text.title : signInWords.codes.title}</h1>
        {me.error !== null && (
          <>
            <Sentence>{sentenceOf(me.error)}</Sentence>
            <Link to="/sign-in" search={{}} className={buttonClass()}>
              {signInWords.toSignIn}
            </Link>
          </>
        )}
        {codes === null && me.data !== undefined && (
          <>
            <p className={classes.why}>{must ? text.why(me.data.clinic.name) : text.whyOwn}</p>
            <EnrolForm onEnrolled={setCodes} />
            <div className={classes.out}>
              {must ? (
                <Button look="quiet" onClick={() => leave.mutate()}>
                  {text.signOut}
                </Button>
              ) : (
                <Button look="quiet" onClick={() => void router.navigate({ to: '/' })}>
                  {text.later}
                </Button>
              )}
            </div>
          </>
        )}
        {codes !== null && <RecoveryCodes codes={codes} onKept={() => void goOn()} />}
      </div>
    </main>
  );
}
