import { localStorageColorSchemeManager, MantineProvider, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { sentenceOf } from '../data/failure.ts';
import { queryClient } from '../query-client.ts';
import { Button } from '../ui/button.tsx';
import { THEME_KEY } from '../ui/color-mode.ts';
import { Actions, Dialog } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { Sentence } from '../ui/page.tsx';
import { cssVariablesResolver, theme } from '../ui/theme.ts';
import { signInWords } from '../words/sign-in-words.ts';
import { confirmPassword } from './sign-in-calls.ts';

let asking: Promise<boolean> | null = null;

/**
 * Asks for the password once more, over whatever is open; several calls that need it at once ask once. A root of its
 * own, so that a page loads nothing of it before it is needed, and nothing under it is drawn anew.
 * @returns false when the person goes back
 */
export function confirmLogin(): Promise<boolean> {
  asking ??= new Promise((resolve) => {
    const host = document.body.appendChild(document.createElement('div'));
    const root = createRoot(host);
    const done = (isConfirmed: boolean) => {
      asking = null;
      root.unmount();
      host.remove();
      resolve(isConfirmed);
    };
    root.render(
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={localStorageColorSchemeManager({ key: THEME_KEY })}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <ConfirmDialog onDone={done} />
      </MantineProvider>,
    );
  });
  return asking;
}

const text = signInWords.confirm;

function ConfirmDialog({ onDone }: { onDone(isConfirmed: boolean): void }) {
  const [password, setPassword] = useState('');
  const confirming = useMutation(
    { mutationFn: () => confirmPassword(password), onSuccess: () => onDone(true) },
    queryClient,
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    confirming.mutate();
  }
  return (
    <Dialog title={text.title} onClose={() => onDone(false)}>
      <form onSubmit={submit}>
        <p className={form.hint}>{text.why}</p>
        <PasswordInput
          autoFocus
          mt={12}
          label={text.password}
          autoComplete="current-password"
          maxLength={256}
          error={confirming.isError}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {confirming.error !== null && (
          <div style={{ marginTop: 12 }}>
            <Sentence>{sentenceOf(confirming.error)}</Sentence>
          </div>
        )}
        <Actions>
          <Button onClick={() => onDone(false)}>{signInWords.back}</Button>
          <Button type="submit" look="main" disabled={password === '' || confirming.isPending}>
            {text.button}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
