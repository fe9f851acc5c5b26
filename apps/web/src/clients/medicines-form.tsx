import { Textarea } from '@mantine/core';
import { newMedicinesSchema } from '@tandem/wire';
import { type FormEvent, useState } from 'react';
import { refusedAs } from '../data/api.ts';
import { sentenceOf } from '../data/failure.ts';
import { checkForm } from '../data/form-check.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/dialog.tsx';
import { Sentence } from '../ui/page.tsx';
import { words } from '../words/list-pages.ts';
import classes from './client-facts.module.css';
import type { FactVersion } from './fact-group.tsx';
import { useChangeFact } from './use-change-fact.ts';

const text = words.client.facts;
const ANY_ID = '00000000-0000-4000-8000-000000000000';

/** What the client takes, a line each. */
export function MedicinesForm(props: {
  readonly clientId: string;
  readonly versions: readonly FactVersion<string>[];
  onClose(): void;
}) {
  const { clientId, versions, onClose } = props;
  const now = versions[0];
  const [typed, setTyped] = useState(() => (now?.items ?? []).join('\n'));
  const [problem, setProblem] = useState<string | null>(null);
  const saving = useChangeFact(clientId, 'medicines', now?.revision ?? 0, onClose);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const items = typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const checked = checkForm(newMedicinesSchema, { id: ANY_ID, items }, { items: words.client.medicines });
    if ('problem' in checked) setProblem(checked.problem.sentence);
    else saving.mutate(items);
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Textarea
        label={text.medicinesHint}
        autoFocus
        autosize
        minRows={3}
        error={problem ?? undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setProblem(null);
        }}
      />
      {saving.error !== null && <Sentence>{sentenceOf(saving.error)}</Sentence>}
      {refusedAs(saving.error) === 'entry-changed' && now !== undefined && (
        <p>{text.now(now.items.join(', '))}</p>
      )}
      <Actions>
        <Button onClick={onClose}>{text.back}</Button>
        <Button type="submit" look="main" disabled={saving.isPending}>
          {text.save}
        </Button>
      </Actions>
    </form>
  );
}
