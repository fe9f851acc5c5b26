import { Textarea, TextInput } from '@mantine/core';
import { daySchema, sexSchema } from '@tandem/domain';
import { newPatientSchema } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { fieldOf, sentenceOf } from '../data/failure.ts';
import { checkForm, type FieldProblem } from '../data/form-check.ts';
import { useMe } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Actions } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { dayWords } from '../ui/names.ts';
import { Page, Sentence } from '../ui/page.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { words } from '../words/list-pages.ts';
import { addPatient } from './client-calls.ts';

type AllergyStatus = 'not-asked' | 'none-known' | 'known';
const allergyStatuses: readonly AllergyStatus[] = ['not-asked', 'none-known', 'known'];
const text = words.clients;
const labels = {
  familyName: text.familyName,
  givenName: text.givenName,
  birthDate: text.birthDate,
  sex: text.sex,
  mrn: text.mrn,
  allergies: text.allergies,
};

const empty = {
  familyName: '',
  givenName: '',
  birthDate: '',
  sex: 'female' as z.infer<typeof sexSchema>,
  mrn: '',
  allergyStatus: 'not-asked' as AllergyStatus,
  allergyItems: '',
};

export function NewClientPage() {
  const me = useMe();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [id] = useState(() => crypto.randomUUID());
  const [fields, setFields] = useState(empty);
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const set = (change: Partial<typeof empty>) => {
    setFields((now) => ({ ...now, ...change }));
    setProblem(null);
  };

  const saving = useMutation({
    mutationFn: (body: Parameters<typeof addPatient>[0]) => addPatient(body, me.epoch),
    onError: (error) => setProblem({ field: fieldOf(error) ?? '', sentence: sentenceOf(error) }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['patients'] });
      await navigate({ to: '/clients' });
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const checked = checkForm(newPatientSchema, bodyOf(id, fields), labels);
    setProblem('problem' in checked ? checked.problem : null);
    if ('value' in checked) saving.mutate(checked.value);
  }

  const errorAt = (field: string) => (problem?.field === field ? problem.sentence : undefined);
  const elsewhere = problem !== null && !(problem.field in labels) ? problem.sentence : null;
  return (
    <Page title={text.add} narrow>
      <form className={form.form} onSubmit={submit} noValidate>
        <div className={form.row}>
          <TextInput
            label={text.familyName}
            autoComplete="off"
            error={errorAt('familyName')}
            value={fields.familyName}
            onChange={(event) => set({ familyName: event.currentTarget.value })}
          />
          <TextInput
            label={text.givenName}
            autoComplete="off"
            error={errorAt('givenName')}
            value={fields.givenName}
            onChange={(event) => set({ givenName: event.currentTarget.value })}
          />
        </div>
        <div className={form.row}>
          <TextInput
            label={text.birthDate}
            type="date"
            description={birthWords(fields.birthDate)}
            error={errorAt('birthDate')}
            value={fields.birthDate}
            onChange={(event) => set({ birthDate: event.currentTarget.value })}
          />
          <Choice
            label={text.sex}
            description={text.sexHint}
            value={fields.sex}
            options={sexSchema.options.map((value) => ({ value, label: text.sexes[value] }))}
            onChange={(sex) => set({ sex })}
          />
          <TextInput
            label={text.mrn}
            description={text.mrnHint}
            autoComplete="off"
            error={errorAt('mrn')}
            value={fields.mrn}
            onChange={(event) => set({ mrn: event.currentTarget.value })}
          />
        </div>
        <RadioGroup
          label={text.allergies}
          value={fields.allergyStatus}
          options={allergyStatuses.map((value) => ({ value, label: text.allergyStatus[value] }))}
          onChange={(allergyStatus) => set({ allergyStatus })}
        />
        {fields.allergyStatus === 'known' && (
          <Textarea
            label={text.allergyItems}
            description={text.allergyHint}
            rows={3}
            error={errorAt('allergies')}
            value={fields.allergyItems}
            onChange={(event) => set({ allergyItems: event.currentTarget.value })}
          />
        )}
        {elsewhere !== null && <Sentence>{elsewhere}</Sentence>}
        <Actions>
          <Button onClick={() => void navigate({ to: '/clients' })}>{words.steps.back}</Button>
          <Button type="submit" look="main" disabled={saving.isPending}>
            {text.save}
          </Button>
        </Actions>
      </form>
    </Page>
  );
}

/** Read back in words: the browser's own date field writes day and month in an order of its own. */
function birthWords(day: string): string {
  return daySchema.safeParse(day).success ? dayWords(day) : text.birthHint;
}

function bodyOf(id: string, fields: typeof empty): unknown {
  const mrn = fields.mrn.trim();
  const items = fields.allergyItems
    .split('\n')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return {
    id,
    familyName: fields.familyName.trim(),
    givenName: fields.givenName.trim(),
    birthDate: fields.birthDate,
    sex: fields.sex,
    ...(mrn === '' ? {} : { mrn }),
    allergies: { status: fields.allergyStatus, items: fields.allergyStatus === 'known' ? items : [] },
  };
}
