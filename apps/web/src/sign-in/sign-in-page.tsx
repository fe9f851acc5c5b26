import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { ProblemError, refusedAs } from '../data/api.ts';
import { signIn } from '../data/calls.ts';
import { sentenceOf } from '../data/failure.ts';
import { useOthersWaiting } from '../data/live-hooks.ts';
import { openForSignIn } from '../lock/lock-later.ts';
import { Button } from '../ui/button.tsx';
import { useColorModeKey, useRootBackground } from '../ui/color-mode.ts';
import { Sentence } from '../ui/page.tsx';
import { Mark } from '../ui/shell.tsx';
import { words } from '../words.ts';
import { loadSignInParts } from './load-parts.ts';
import { OtherLanguages } from './other-languages.tsx';
import classes from './sign-in-page.module.css';

const CodeField = lazy(async () => ({ default: (await loadSignInParts()).CodeField }));

export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  /** Null: nobody asked for one. */
  const [code, setCode] = useState<string | null>(null);
  useColorModeKey();
  useRootBackground();

  const entering = useMutation({
    mutationFn: () => signIn({ email: email.trim(), password, ...(code && { code }) }),
    onError: (error) => {
      if (refusedAs(error) === 'second-factor-needed') setCode('');
    },
    onSuccess: async () => {
      openForSignIn();
      if (next === undefined) await router.navigate({ to: '/' });
      else router.history.push(next);
      await router.invalidate();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    entering.mutate();
  }

  const waiting = useOthersWaiting();
  return (
    <main className={classes.page}>
      <form className={classes.card} onSubmit={submit} aria-labelledby="sign-in-title">
        <Mark />
        <h1 id="sign-in-title" className={classes.title}>
          {words.product}
        </h1>
        {waiting.map(({ personId, clinicId, name, count }) => (
          <p key={`${clinicId} ${personId}`} className={classes.kept}>
            {words.kept.wait(count, name)}
          </p>
        ))}
        <TextInput
          label={words.signIn.email}
          type="email"
          autoComplete="username"
          autoFocus
          withAsterisk={false}
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          label={words.signIn.password}
          type="password"
          autoComplete="current-password"
          withAsterisk={false}
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {code !== null && (
          <Suspense>
            <CodeField value={code} onChange={setCode} />
          </Suspense>
        )}
        {entering.error !== null && refusedAs(entering.error) !== 'second-factor-needed' && (
          <Sentence>{refusalSentence(entering.error)}</Sentence>
        )}
        <Button type="submit" look="main" disabled={entering.isPending}>
          {words.signIn.button}
        </Button>
        <OtherLanguages />
      </form>
    </main>
  );
}

function refusalSentence(error: Error): string {
  if (error instanceof ProblemError && error.problem.status === 429 && error.retryAfterSeconds !== null) {
    return words.signIn.wait(error.retryAfterSeconds);
  }
  return sentenceOf(error);
}
