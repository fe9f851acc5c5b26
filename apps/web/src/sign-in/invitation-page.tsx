import { PasswordInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { signIn } from '../data/calls.ts';
import { sentenceOf } from '../data/failure.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { useColorModeKey, useRootBackground } from '../ui/color-mode.ts';
import { Sentence } from '../ui/page.tsx';
import { Mark } from '../ui/shell.tsx';
import { signInWords } from '../words/sign-in-words.ts';
import { lowerFirst, roleWord } from '../words.ts';
import classes from './second-factor.module.css';
import { acceptInvitation, readInvitation } from './sign-in-calls.ts';

const text = signInWords.invitation;

/** Where an invitation's link leads: who is invited chooses a password and is signed in with it. */
export function InvitationPage() {
  const [token] = useState(() => location.hash.slice(1));
  useColorModeKey();
  useRootBackground();
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => readInvitation(token),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const { data, error } = invitation;
  const problem = token === '' ? text.noToken : error === null ? null : sentenceOf(error);
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Mark />
        {data !== undefined && (
          <>
            <h1 className={classes.heading}>{text.title(data.name)}</h1>
            <p>{text.to(data.clinicName, data.roles.map((role) => lowerFirst(roleWord(role))).join(', '))}</p>
            <p className={classes.why}>
              {text.signsInAs} <strong>{data.email}</strong>
            </p>
            <PasswordForm token={token} email={data.email} />
          </>
        )}
        {problem !== null && (
          <>
            <Sentence>{problem}</Sentence>
            <Link to="/sign-in" search={{}} className={buttonClass()}>
              {signInWords.toSignIn}
            </Link>
          </>
        )}
        {data === undefined && problem === null && <p className={classes.why}>{signInWords.loading}</p>}
      </div>
    </main>
  );
}

function PasswordForm({ token, email }: { readonly token: string; readonly email: string }) {
  const [password, setPassword] = useState('');
  const accepting = useMutation({
    mutationFn: async () => {
      await acceptInvitation({ token, password });
      await signIn({ email, password });
    },
    // Read anew from the start: whoever was signed in on this device before is no more.
    onSuccess: () => location.replace('/'),
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    accepting.mutate();
  }
  return (
    <form className={classes.steps} onSubmit={submit}>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordInput
        label={text.choose}
        description={signInWords.password.hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="new-password"
        autoFocus
        error={accepting.error === null ? undefined : sentenceOf(accepting.error)}
        value={password}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
          accepting.reset();
        }}
      />
      <Button type="submit" look="main" disabled={password === '' || accepting.isPending}>
        {text.accept}
      </Button>
    </form>
  );
}
