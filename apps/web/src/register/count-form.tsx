import { TextInput } from '@mantine/core';
import { amountMgSchema, may } from '@tandem/domain';
import type { Vial } from '@tandem/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { refusedAs } from '../data/api.ts';
import { againAt, sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { peopleQuery } from '../data/queries.ts';
import { readTypedNumber } from '../data/typed-number.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import form from '../ui/form.module.css';
import { Sentence } from '../ui/page.tsx';
import { registerWords } from '../words/register-words.ts';
import classes from './register.module.css';
import { countVial } from './register-calls.ts';
import { differenceWords, vialName } from './vial-words.ts';

const text = registerWords.count;
const second = registerWords.second;
const PIN = /^\d{6}$/;

/** What two people counted: whoever is signed in, and a second person by their PIN, on this device. */
export function CountForm(props: { readonly vial: Vial; onDone(sentence: string): void; onCancel(): void }) {
  const me = useMe();
  const queryClient = useQueryClient();
  const people = useQuery(peopleQuery);
  const approvers = (people.data?.items ?? []).filter(
    ({ id, roles }) => id !== me.person.id && roles.some((role) => may(role, 'doses.approve')),
  );
  const [id] = useState(() => crypto.randomUUID());
  const [fields, setFields] = useState({ amount: '', note: '', witnessId: '', pin: '' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const set = (change: Partial<typeof fields>) => {
    setFields((now) => ({ ...now, ...change }));
    setProblem(null);
  };
  const name = vialName(props.vial);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const { witnessId, pin } = fields;
    const read = readCounted(fields.amount);
    if ('sentence' in read) return setProblem(read.sentence);
    if (witnessId === '') return setProblem(second.choose);
    if (!PIN.test(pin)) return setProblem(second.sixDigits);
    const note = fields.note.trim();
    const values = { countedMg: read.value, witnessId, ...(note === '' ? {} : { note }) };
    setBusy(true);
    try {
      const count = await countVial(props.vial.id, { id, pin, ...values }, me.epoch);
      void queryClient.invalidateQueries({ queryKey: ['vials'] });
      props.onDone(text.saved(name, differenceWords(count.discrepancyMg)));
    } catch (error) {
      const witness = approvers.find((person) => person.id === witnessId)?.name ?? '';
      // What was typed is kept where nobody knows whether it was right.
      if (refusedAs(error) !== null) set({ pin: '' });
      const clock = againAt(error, me.clinic.timeZone);
      setProblem(`${sentenceOf(error)}${clock === null ? '' : ` ${second.lockedUntil(witness, clock)}`}`);
      setBusy(false);
    }
  }

  return (
    <form
      className={`${form.form} ${classes.form}`}
      aria-label={text.title(name)}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <b>{text.title(name)}</b>
      <div className={form.row}>
        <TextInput
          label={text.amount}
          placeholder={text.amountHint}
          inputMode="decimal"
          autoComplete="off"
          value={fields.amount}
          onChange={(event) => set({ amount: event.currentTarget.value })}
        />
        <TextInput
          label={text.note}
          autoComplete="off"
          maxLength={500}
          value={fields.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </div>
      <fieldset className={form.group}>
        <legend className={form.legend}>
          <b>{second.title}</b> {second.confirms}
        </legend>
        {people.isError && (
          <p>
            {second.peopleFailed}{' '}
            <Button small onClick={() => void people.refetch()}>
              {registerWords.again}
            </Button>
          </p>
        )}
        {people.isSuccess && approvers.length === 0 && <p>{second.nobody}</p>}
        <div className={form.row}>
          <Choice
            label={second.who}
            value={fields.witnessId}
            options={[
              { value: '', label: '–' },
              ...approvers.map((person) => ({ value: person.id, label: person.name })),
            ]}
            onChange={(witnessId) => set({ witnessId, pin: '' })}
          />
          <TextInput
            label={second.pin}
            placeholder={second.pinHint}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            value={fields.pin}
            readOnly={busy}
            onChange={(event) => set({ pin: event.currentTarget.value.replaceAll(/\D/g, '') })}
          />
        </div>
      </fieldset>
      {problem !== null && <Sentence>{problem}</Sentence>}
      <div className={classes.doing}>
        <Button type="submit" look="main" disabled={busy}>
          {busy ? second.checking : text.save}
        </Button>
        <Button look="quiet" onClick={props.onCancel}>
          {second.cancel}
        </Button>
      </div>
    </form>
  );
}

/** An empty vial is 0, which is no amount of a dose. */
function readCounted(typed: string): { readonly value: number } | { readonly sentence: string } {
  if (typed.trim() === '0') return { value: 0 };
  const read = readTypedNumber(typed);
  if ('sentence' in read) return read;
  return amountMgSchema.safeParse(read.value).success ? read : { sentence: text.amountBand };
}
