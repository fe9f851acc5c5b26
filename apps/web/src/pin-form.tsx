import { PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from './data/failure.ts';
import { meQuery } from './data/me.ts';
import { setPin } from './sign-in/sign-in-calls.ts';
import { Button } from './ui/button.tsx';
import { Actions } from './ui/dialog.tsx';
import { Sentence } from './ui/page.tsx';
import { words } from './words.ts';

/** Six digits of one's own, with the password, so that a tablet left open gives nobody a PIN. */
export function PinForm({ onDone }: { onDone(): void }) {
  const queryClient = useQueryClient();
  const [pin, setDigits] = useState('');
  const [password, setPassword] = useState('');
  const save = useMutation({
    mutationFn: () => setPin({ pin, password }),
    onSuccess: async () => {
      await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
      onDone();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    save.mutate();
  }
  return (
    <form onSubmit={submit}>
      <PasswordInput
        data-autofocus
        label={words.person.pin}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={pin}
        onChange={(event) => setDigits(event.currentTarget.value.replaceAll(/\D/g, ''))}
      />
      <PasswordInput
        label={words.person.password}
        autoComplete="current-password"
        mt={10}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {save.error !== null && <Sentence>{sentenceOf(save.error)}</Sentence>}
      <Actions>
        <Button onClick={onDone}>{words.steps.back}</Button>
        <Button type="submit" look="main" disabled={pin.length !== 6 || password === '' || save.isPending}>
          {words.person.savePin}
        </Button>
      </Actions>
    </form>
  );
}
