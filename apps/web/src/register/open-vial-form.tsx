import { TextInput } from '@mantine/core';
import { type DrugKey, drugCatalog } from '@tandem/domain';
import { type NewVial, newVialSchema } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldOf, sentenceOf } from '../data/failure.ts';
import { checkForm, type FieldProblem } from '../data/form-check.ts';
import { useMe } from '../data/me.ts';
import { readTypedNumber } from '../data/typed-number.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import form from '../ui/form.module.css';
import { Sentence } from '../ui/page.tsx';
import { registerWords } from '../words/register-words.ts';
import classes from './register.module.css';
import { openVial } from './register-calls.ts';
import { vialName } from './vial-words.ts';

const text = registerWords.open;
const labels = {
  drug: text.drug,
  concentrationMgPerMl: text.concentration,
  amountMg: text.amount,
  lot: text.lot,
  expiresOn: text.expires,
};
const empty = {
  drug: 'ketamine' as DrugKey,
  concentrationMgPerMl: '',
  amountMg: '',
  lot: '',
  expiresOn: '',
};
type Fields = typeof empty;

/** A vial as it is opened now, by whoever is signed in. */
export function OpenVialForm(props: { onDone(sentence: string): void; onCancel(): void }) {
  const me = useMe();
  const queryClient = useQueryClient();
  const [id] = useState(() => crypto.randomUUID());
  const [fields, setFields] = useState(empty);
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const set = (change: Partial<Fields>) => {
    setFields((now) => ({ ...now, ...change }));
    setProblem(null);
  };
  const saving = useMutation({
    mutationFn: (body: NewVial) => openVial(body, me.epoch),
    onError: (error) => setProblem({ field: fieldOf(error) ?? '', sentence: sentenceOf(error) }),
    onSuccess: (vial) => {
      void queryClient.invalidateQueries({ queryKey: ['vials'] });
      props.onDone((vial.expired ? text.savedExpired : text.saved)(vialName(vial)));
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (saving.isPending) return;
    const checked = check(fields, id);
    setProblem('problem' in checked ? checked.problem : null);
    if ('value' in checked) saving.mutate(checked.value);
  }

  const typed = (field: Exclude<keyof Fields, 'drug'>, more: object = {}) => (
    <TextInput
      label={labels[field]}
      autoComplete="off"
      error={problem?.field === field ? problem.sentence : undefined}
      value={fields[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
      {...more}
    />
  );
  return (
    <form className={`${form.form} ${classes.form}`} aria-label={text.title} onSubmit={submit} noValidate>
      <div className={form.row}>
        <Choice
          label={labels.drug}
          value={fields.drug}
          options={drugCatalog.map(({ key, label }) => ({ value: key, label }))}
          onChange={(drug) => set({ drug })}
        />
        {typed('concentrationMgPerMl', { inputMode: 'decimal' })}
        {typed('amountMg', { inputMode: 'decimal' })}
        {typed('lot', { maxLength: 80 })}
        {typed('expiresOn', { type: 'date' })}
      </div>
      {problem !== null && !(problem.field in labels) && <Sentence>{problem.sentence}</Sentence>}
      <div className={classes.doing}>
        <Button type="submit" look="main" disabled={saving.isPending}>
          {saving.isPending ? text.saving : text.save}
        </Button>
        <Button look="quiet" onClick={props.onCancel}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}

function check(fields: Fields, id: string): { value: NewVial } | { problem: FieldProblem } {
  const numbers = { concentrationMgPerMl: 0, amountMg: 0 };
  for (const field of ['concentrationMgPerMl', 'amountMg'] as const) {
    const read = readTypedNumber(fields[field]);
    if ('sentence' in read) return { problem: { field, sentence: read.sentence } };
    numbers[field] = read.value;
  }
  return checkForm(newVialSchema, { ...fields, ...numbers, lot: fields.lot.trim(), id }, labels);
}
