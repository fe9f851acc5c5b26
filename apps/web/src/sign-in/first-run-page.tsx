import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { signIn } from '../data/calls.ts';
import { fieldOf, sentenceOf } from '../data/failure.ts';
import { Button } from '../ui/button.tsx';
import { useColorModeKey, useRootBackground } from '../ui/color-mode.ts';
import { Sentence } from '../ui/page.tsx';
import { Mark } from '../ui/shell.tsx';
import { signInWords } from '../words/sign-in-words.ts';
import classes from './second-factor.module.css';
import { makeFirstClinic } from './sign-in-calls.ts';

const text = signInWords.firstRun;
const fields = ['clinicName', 'timeZone', 'name', 'email', 'password'] as const;
type Field = (typeof fields)[number];

/** The first clinic of an empty Tandem, by the link that its start printed; then on to the second factor. */
export function FirstRunPage() {
  const [token] = useState(() => location.hash.slice(1));
  const [typed, setTyped] = useState<Readonly<Record<Field, string>>>({
    clinicName: '',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    name: '',
    email: '',
    password: '',
  });
  useColorModeKey();
  useRootBackground();
  const making = useMutation({
    mutationFn: async () => {
      await makeFirstClinic({
        token,
        clinicName: typed.clinicName.trim(),
        timeZone: typed.timeZone.trim(),
        name: typed.name.trim(),
        email: typed.email.trim(),
        password: typed.password,
      });
      await signIn({ email: typed.email.trim(), password: typed.password });
    },
    onSuccess: () => location.replace('/'),
  });
  const { error } = making;
  const failed = fields.find((field) => field === fieldOf(error));
  const about = (field: Field) => ({
    error: failed === field && error !== null ? sentenceOf(error) : undefined,
    value: typed[field],
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) => {
      setTyped((before) => ({ ...before, [field]: value }));
      making.reset();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    making.mutate();
  }
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Mark />
        <h1 className={classes.heading}>{text.title}</h1>
        <p className={classes.why}>{text.why}</p>
        {token === '' ? (
          <Sentence>{text.noToken}</Sentence>
        ) : (
          <form className={classes.steps} onSubmit={submit} noValidate>
            <TextInput
              label={text.clinic}
              autoComplete="organization"
              maxLength={120}
              autoFocus
              {...about('clinicName')}
            />
            <TextInput
              label={text.timeZone}
              description={text.zoneHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              autoComplete="off"
              spellCheck={false}
              maxLength={60}
              {...about('timeZone')}
            />
            <TextInput label={text.name} autoComplete="name" maxLength={120} {...about('name')} />
            <TextInput label={text.email} type="email" autoComplete="username" {...about('email')} />
            <PasswordInput
              label={text.password}
              description={signInWords.password.hint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              autoComplete="new-password"
              {...about('password')}
            />
            {error !== null && failed === undefined && <Sentence>{sentenceOf(error)}</Sentence>}
            <Button
              type="submit"
              look="main"
              disabled={fields.some((field) => typed[field].trim() === '') || making.isPending}
            >
              {text.make}
            </Button>
          </form>
        )}
      </div>
    </main>
  );
}
