import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { setupWords } from '../words/setup-words.ts';
import classes from './setup.module.css';
import { Part } from './setup-part.tsx';
import { useClinicChange } from './use-clinic-change.ts';
import { wholeNumber } from './whole-number.ts';

const text = setupWords.lock;

/** After how many minutes without a touch screens lock, and those in a room with a running session. */
export function LockMinutes() {
  const { clinic } = useMe();
  const [typed, setTyped] = useState(String(clinic.lockMinutes));
  const [typedLive, setTypedLive] = useState(String(clinic.liveLockMinutes));
  const [checked, setChecked] = useState(false);
  const saving = useClinicChange();
  const lockMinutes = wholeNumber(typed, 2, 15);
  const liveLockMinutes = wholeNumber(typedLive, 2, 60);
  const isSame = lockMinutes === clinic.lockMinutes && liveLockMinutes === clinic.liveLockMinutes;
  function submit(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (lockMinutes !== null && liveLockMinutes !== null) saving.mutate({ lockMinutes, liveLockMinutes });
  }
  return (
    <Part title={text.title}>
      <form className={classes.panel} onSubmit={submit} noValidate>
        <p>{text.intro}</p>
        <div className={classes.fields}>
          <TextInput
            label={text.minutes}
            description={text.minutesHint}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            error={checked && lockMinutes === null ? text.badMinutes : undefined}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <TextInput
            label={text.live}
            description={text.liveHint}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            error={checked && liveLockMinutes === null ? text.badLive : undefined}
            value={typedLive}
            onChange={(event) => setTypedLive(event.currentTarget.value)}
          />
        </div>
        {saving.error !== null && <Sentence>{sentenceOf(saving.error)}</Sentence>}
        <div className={classes.acts}>
          <Button type="submit" disabled={isSame || saving.isPending}>
            {text.save}
          </Button>
          <span role="status" className={classes.said}>
            {saving.isSuccess && isSame && text.saved}
          </span>
        </div>
      </form>
    </Part>
  );
}
