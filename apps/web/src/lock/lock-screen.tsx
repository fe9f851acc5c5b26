import { PasswordInput } from '@mantine/core';
import { type UnlockBody, unlockedSchema } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMatch, useRouter } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { call } from '../data/api.ts';
import { signOut } from '../data/calls.ts';
import { sentenceOf } from '../data/failure.ts';
import { endLive } from '../data/live.ts';
import { useOutboxItems } from '../data/live-hooks.ts';
import { useMe } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { Mark } from '../ui/shell.tsx';
import { lockWords as text } from '../words/lock-words.ts';
import { Glance } from './glance.tsx';
import classes from './lock-screen.module.css';
import { setLocked } from './lock-state.ts';
import { keepOpened, openForEmergency, opensAnyway } from './opened-untold.ts';

/** What this says, for another language to be laid over. */
export const english = { lock: text };

/** ms that an emergency waits for the server before it opens without it. */
const EMERGENCY_LIMIT_MS = 2_000;

/** Over everything: no name of a client, no note and no dose; in a room what must not be missed. */
export function LockScreen() {
  const { person, hasPin } = useMe();
  const router = useRouter();
  const queryClient = useQueryClient();
  const here = useMatch({ from: '/app/s/$sessionId', shouldThrow: false })?.params.sessionId ?? null;
  const waiting = useOutboxItems().some(({ status }) => status !== 'stored');
  const [byPassword, setByPassword] = useState(!hasPin);
  const [typed, setTyped] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
    const behind = document.getElementById('root');
    // Not only inert: a name must not be read by whoever walks past, nor found by a search in the page.
    behind?.setAttribute('data-locked', '');
    return () => behind?.removeAttribute('data-locked');
  }, []);
  const unlocking = useMutation({
    // Without a network it has to say so at once, and not wait unseen until there is one.
    networkMode: 'always',
    /** A session's id: there is an emergency in it. */
    mutationFn: (key: UnlockBody | string) =>
      typeof key === 'string'
        ? openForEmergency(key, EMERGENCY_LIMIT_MS)
        : call({ method: 'POST', path: '/auth/unlock', body: key, reply: unlockedSchema }),
    onSuccess: () => setLocked(null),
    onError: (failure, key) => {
      setTyped('');
      if (typeof key !== 'string' || !opensAnyway(failure)) return;
      keepOpened({ personId: person.id, sessionId: key });
      setLocked(null);
    },
  });
  const leaving = useMutation({
    networkMode: 'always',
    mutationFn: signOut,
    onSuccess: async () => {
      setLocked(null);
      endLive();
      await router.navigate({ to: '/sign-in', search: {} });
      queryClient.clear();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (unlocking.isPending || typed === '') return;
    unlocking.mutate(byPassword ? { password: typed } : { pin: typed });
  }
  const label = byPassword ? text.password : text.pin;
  const error = unlocking.error ?? leaving.error;
  return (
    <dialog
      ref={dialog}
      className={classes.lock}
      aria-label={text.title}
      onCancel={(event) => event.preventDefault()}
    >
      <div className={classes.card}>
        <Mark />
        <h1 className={classes.title}>{text.title}</h1>
        <p className={classes.hint}>{text.lead(person.name)}</p>
        <form className={classes.form} onSubmit={submit}>
          <PasswordInput
            key={label}
            label={label}
            autoFocus
            autoComplete={byPassword ? 'current-password' : 'off'}
            maxLength={byPassword ? 256 : 6}
            {...(byPassword ? {} : { inputMode: 'numeric' as const })}
            value={typed}
            onChange={({ currentTarget: { value } }) =>
              setTyped(byPassword ? value : value.replaceAll(/\D/g, ''))
            }
          />
          <Button
            type="submit"
            look="main"
            disabled={unlocking.isPending || (byPassword ? typed === '' : typed.length !== 6)}
          >
            {text.unlock}
          </Button>
        </form>
        {error !== null && <Sentence>{sentenceOf(error)}</Sentence>}
        {!hasPin && <p className={classes.hint}>{text.noPin}</p>}
        <div className={classes.ways}>
          {hasPin && (
            <Button
              look="quiet"
              onClick={() => {
                setTyped('');
                setByPassword(!byPassword);
              }}
            >
              {byPassword ? text.usePin : text.usePassword}
            </Button>
          )}
          <Button look="quiet" disabled={leaving.isPending} onClick={() => leaving.mutate()}>
            {text.other}
          </Button>
        </div>
        {waiting && <p className={classes.hint}>{text.unsent}</p>}
      </div>
      {here !== null && <Glance sessionId={here} onEmergency={() => unlocking.mutate(here)} />}
    </dialog>
  );
}
