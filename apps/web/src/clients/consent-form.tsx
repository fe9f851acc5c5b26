import { TextInput } from '@mantine/core';
import { daySchema } from '@tandem/domain';
import { newConsentSchema } from '@tandem/wire';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { refusedAs } from '../data/api.ts';
import { serverNowMs } from '../data/clock.ts';
import { addConsent } from '../data/consent-calls.ts';
import { fieldOf, sentenceOf } from '../data/failure.ts';
import { checkForm, type FieldProblem } from '../data/form-check.ts';
import { useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/dialog.tsx';
import { dayWords } from '../ui/names.ts';
import { Sentence } from '../ui/page.tsx';
import { consentWords as text } from '../words/consent-words.ts';
import classes from './consents.module.css';
import { useConsentsChanged } from './use-consents-changed.ts';

const labels = {
  form: text.form,
  version: text.formVersion,
  signedOn: text.signedOn,
  expiresOn: text.expiresOn,
};
type Field = keyof typeof labels;

/** Its id is made when it opens: sent twice, it is one consent. */
export function ConsentForm({ clientId, onClose }: { readonly clientId: string; onClose(): void }) {
  const { clinic, epoch } = useMe();
  const changed = useConsentsChanged(clientId);
  const [id] = useState(() => crypto.randomUUID());
  const [fields, setFields] = useState<Readonly<Record<Field, string>>>(() => ({
    form: '',
    version: '',
    signedOn: dayOf(serverNowMs(), clinic.timeZone),
    expiresOn: '',
  }));
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const focusOn = (field: string) => {
    const input = form.current?.elements.namedItem(field);
    if (input instanceof HTMLElement) input.focus();
  };
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  function show(found: FieldProblem): void {
    setProblem(found);
    focusOn(found.field);
  }

  const saving = useMutation({
    mutationFn: (body: Parameters<typeof addConsent>[1]) => addConsent(clientId, body, epoch),
    onSuccess: async () => {
      await changed();
      onClose();
    },
    onError: (error) => {
      // The try before this one went unanswered, was stored, and something was typed anew since.
      const isStored = refusedAs(error) === 'entry-id-reused';
      if (isStored) void changed();
      show({ field: fieldOf(error) ?? '', sentence: isStored ? text.alreadyStored : sentenceOf(error) });
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (saving.isPending) return;
    const checked = checkForm(newConsentSchema, bodyOf(id, fields), labels);
    setProblem(null);
    if ('problem' in checked) show(checked.problem);
    else saving.mutate(checked.value);
  }

  const input = (field: Field) => ({
    name: field,
    label: labels[field],
    autoComplete: 'off',
    error: problem?.field === field ? problem.sentence : undefined,
    value: fields[field],
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) => {
      setFields((now) => ({ ...now, [field]: value }));
      setProblem(null);
    },
  });
  const elsewhere = problem !== null && !(problem.field in labels) ? problem.sentence : null;
  return (
    <form ref={form} className={classes.form} aria-label={text.add} onSubmit={submit} noValidate>
      <TextInput {...input('form')} />
      <TextInput {...input('version')} />
      <TextInput {...input('signedOn')} type="date" description={inWords(fields.signedOn, '')} />
      <TextInput {...input('expiresOn')} type="date" description={inWords(fields.expiresOn, text.noExpiry)} />
      {elsewhere !== null && <Sentence>{elsewhere}</Sentence>}
      <Actions>
        <Button onClick={onClose}>{text.close}</Button>
        <Button type="submit" look="main" disabled={saving.isPending}>
          {text.record}
        </Button>
      </Actions>
    </form>
  );
}

/** Read back in words: the browser's own date field writes day and month in an order of its own. */
function inWords(day: string, otherwise: string): string {
  return daySchema.safeParse(day).success ? dayWords(day) : otherwise;
}

function bodyOf(
  id: string,
  { form, version, signedOn, expiresOn }: Readonly<Record<Field, string>>,
): unknown {
  return {
    id,
    form: form.trim(),
    version: version.trim(),
    signedOn,
    ...(expiresOn === '' ? {} : { expiresOn }),
  };
}
