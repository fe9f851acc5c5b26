import { TextInput } from '@mantine/core';
import type { ClinicChange } from '@tandem/wire';
import { type FormEvent, useState } from 'react';
import { fieldOf, sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { setupWords } from '../words/setup-words.ts';
import classes from './setup.module.css';
import { Part } from './setup-part.tsx';
import { useClinicChange } from './use-clinic-change.ts';

const text = setupWords.facts;

/** The clinic's name and time zone. Another zone is asked about once more: every page tells its times by it. */
export function ClinicFacts() {
  const { clinic } = useMe();
  const [name, setName] = useState(clinic.name);
  const [timeZone, setTimeZone] = useState(clinic.timeZone);
  const [asks, setAsks] = useState(false);
  const saving = useClinicChange();
  const typed = { name: name.trim(), timeZone: timeZone.trim() };
  const isSame = typed.name === clinic.name && typed.timeZone === clinic.timeZone;
  const movesClocks = typed.timeZone !== clinic.timeZone;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (movesClocks && !asks) setAsks(true);
    else save();
  }
  function save(): void {
    setAsks(false);
    const change: ClinicChange = {
      ...(typed.name !== clinic.name && { name: typed.name }),
      ...(movesClocks && { timeZone: typed.timeZone }),
    };
    saving.mutate(change, {
      onSuccess: (saved) => {
        setName(saved.name);
        setTimeZone(saved.timeZone);
      },
    });
  }
  const field = fieldOf(saving.error);
  const sentence = saving.error === null ? undefined : sentenceOf(saving.error);
  return (
    <Part title={text.title}>
      <form className={classes.panel} onSubmit={submit} noValidate>
        <div className={classes.fields}>
          <TextInput
            label={text.name}
            autoComplete="off"
            maxLength={120}
            error={field === 'name' ? sentence : undefined}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={text.timeZone}
            autoComplete="off"
            list="time-zones"
            spellCheck={false}
            maxLength={60}
            error={field === 'timeZone' ? sentence : undefined}
            value={timeZone}
            onChange={(event) => {
              setTimeZone(event.currentTarget.value);
              setAsks(false);
            }}
          />
        </div>
        <datalist id="time-zones">
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <p className={classes.said}>{text.timeZoneHint}</p>
        {sentence !== undefined && field !== 'name' && field !== 'timeZone' && (
          <Sentence>{sentence}</Sentence>
        )}
        {asks && <p className={classes.sure}>{text.sure(typed.timeZone)}</p>}
        <div className={classes.acts}>
          {asks && <Button onClick={() => setAsks(false)}>{text.back}</Button>}
          <Button
            type="submit"
            {...(asks && { look: 'main' as const })}
            disabled={isSame || saving.isPending}
          >
            {asks ? text.sureButton : text.save}
          </Button>
          <span role="status" className={classes.said}>
            {saving.isSuccess && isSame && text.saved}
          </span>
        </div>
      </form>
    </Part>
  );
}

const zones: readonly string[] = Intl.supportedValuesOf('timeZone');
