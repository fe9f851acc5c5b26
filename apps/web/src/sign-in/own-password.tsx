import { PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldOf, sentenceOf } from '../data/failure.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { signInWords } from '../words/sign-in-words.ts';
import classes from './own-sign-in.module.css';
import { changePassword, ownSignInQuery } from './sign-in-calls.ts';

const text = signInWords.password;

/** The password now is asked for, so no other question is. */
export function OwnPassword() {
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const changing = useMutation({
    mutationFn: () => changePassword({ password, newPassword }),
    onSuccess: async () => {
      setOpen(false);
      setPassword('');
      setNewPassword('');
      await queryClient.invalidateQueries(ownSignInQuery);
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    changing.mutate();
  }
  const field = fieldOf(changing.error);
  const sentence = changing.error === null ? undefined : sentenceOf(changing.error);
  return (
    <section className={classes.part} aria-label={text.title}>
      {isOpen && <h3 className={classes.title}>{text.title}</h3>}
      {isOpen ? (
        <form className={classes.form} onSubmit={submit}>
          <PasswordInput
            label={text.current}
            autoComplete="current-password"
            autoFocus
            error={field === 'password' ? sentence : undefined}
            value={password}
            onChange={(event) => {
              setPassword(event.currentTarget.value);
              changing.reset();
            }}
          />
          <PasswordInput
            label={text.next}
            description={text.hint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="new-password"
            error={field === 'newPassword' ? sentence : undefined}
            value={newPassword}
            onChange={(event) => {
              setNewPassword(event.currentTarget.value);
              changing.reset();
            }}
          />
          <p className={classes.hint}>{text.endsOthers}</p>
          {sentence !== undefined && field === null && <Sentence>{sentence}</Sentence>}
          <div className={classes.doing}>
            <Button onClick={() => setOpen(false)}>{signInWords.back}</Button>
            <Button
              type="submit"
              look="main"
              disabled={password === '' || newPassword === '' || changing.isPending}
            >
              {text.save}
            </Button>
          </div>
        </form>
      ) : (
        <div className={classes.doing}>
          <h3 className={classes.title}>{text.title}</h3>
          <span role="status">{changing.data !== undefined && text.changed(changing.data.endedLogins)}</span>
          <Button
            onClick={() => {
              changing.reset();
              setOpen(true);
            }}
          >
            {text.change}
          </Button>
        </div>
      )}
    </section>
  );
}
