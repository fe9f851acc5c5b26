import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import form from '../ui/form.module.css';
import { Sentence } from '../ui/page.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { setupWords } from '../words/setup-words.ts';
import classes from './setup.module.css';
import { Part } from './setup-part.tsx';
import { useClinicChange } from './use-clinic-change.ts';
import { wholeNumber } from './whole-number.ts';

const text = setupWords.retention;

/** For how long records are to be kept: a decision that is written down, by which nothing is deleted (CLN-3). */
export function RetentionChoice() {
  const { clinic } = useMe();
  const decided = clinic.retentionYears;
  const [choice, setChoice] = useState<'never' | 'years'>(decided === null ? 'never' : 'years');
  const [typed, setTyped] = useState(decided === null ? '' : String(decided));
  const [checked, setChecked] = useState(false);
  const saving = useClinicChange();
  const years = wholeNumber(typed, 1, 100);
  const wanted = choice === 'never' ? null : years;
  const isBad = choice === 'years' && years === null;
  const isSame = !isBad && wanted === decided;
  function submit(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (!isBad) saving.mutate({ retentionYears: wanted });
  }
  return (
    <Part title={text.title}>
      <form className={classes.panel} onSubmit={submit} noValidate>
        <RadioGroup
          label={text.label}
          value={choice}
          options={[
            { value: 'never', label: text.never },
            { value: 'years', label: text.years },
          ]}
          onChange={(chosen) => {
            setChoice(chosen);
            setChecked(false);
          }}
        />
        {choice === 'years' && (
          <TextInput
            label={text.count}
            description={text.countHint}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            error={checked && isBad ? text.bad : undefined}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <p>
          <strong>{decided === null ? text.standsNever : text.standsYears(decided)}</strong>
        </p>
        <p className={form.hint}>{text.decision}</p>
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
