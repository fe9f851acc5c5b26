import { TextInput } from '@mantine/core';
import type { Contact } from '@tandem/wire';
import { type FormEvent, useState } from 'react';
import { refusedAs } from '../data/api.ts';
import { sentenceOf } from '../data/failure.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/dialog.tsx';
import { Sentence } from '../ui/page.tsx';
import { words } from '../words/list-pages.ts';
import classes from './client-facts.module.css';
import type { FactVersion } from './fact-group.tsx';
import { useChangeFact } from './use-change-fact.ts';

const text = words.client.facts;
const fields = ['name', 'relation', 'phone', 'email'] as const;
type Field = (typeof fields)[number];
type Typed = Readonly<Record<Field, string>> & { readonly key: string };
const MOST: Readonly<Record<Field, number>> = { name: 120, relation: 80, phone: 40, email: 254 };
const LIST_MOST = 20;

const typedOf = (contact: Partial<Contact>): Typed => ({
  key: crypto.randomUUID(),
  name: contact.name ?? '',
  relation: contact.relation ?? '',
  phone: contact.phone ?? '',
  email: contact.email ?? '',
});
const isEmpty = (row: Typed) => fields.every((field) => row[field].trim() === '');

/** Whom to call. */
export function ContactsForm(props: {
  readonly clientId: string;
  readonly versions: readonly FactVersion<Contact>[];
  onClose(): void;
}) {
  const { clientId, versions, onClose } = props;
  const now = versions[0];
  const [rows, setRows] = useState(() => {
    const known = (now?.items ?? []).map(typedOf);
    return known.length === 0 ? [typedOf({})] : known;
  });
  const [checked, setChecked] = useState(false);
  const saving = useChangeFact(clientId, 'contacts', now?.revision ?? 0, onClose);
  const nameless = (row: Typed) => !isEmpty(row) && row.name.trim() === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (rows.some(nameless)) return;
    saving.mutate(rows.filter((row) => !isEmpty(row)).map(contactOf));
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p className={classes.quiet}>{text.contactsHint}</p>
      {rows.map((row, at) => (
        <fieldset key={row.key} className={classes.contact}>
          <legend className="visually-hidden">{text.contact(at + 1)}</legend>
          {fields.map((field) => (
            <TextInput
              key={field}
              label={text[field]}
              autoComplete="off"
              inputMode={field === 'phone' ? 'tel' : field === 'email' ? 'email' : 'text'}
              maxLength={MOST[field]}
              error={field === 'name' && checked && nameless(row) ? text.nameNeeded : undefined}
              value={row[field]}
              onChange={({ currentTarget: { value } }) =>
                setRows((all) => all.map((one) => (one.key === row.key ? { ...one, [field]: value } : one)))
              }
            />
          ))}
          <Button
            look="quiet"
            small
            aria-label={text.remove(at + 1)}
            onClick={() => setRows((all) => all.filter(({ key }) => key !== row.key))}
          >
            {text.removeShort}
          </Button>
        </fieldset>
      ))}
      {rows.length < LIST_MOST && (
        <Button small onClick={() => setRows((all) => [...all, typedOf({})])}>
          {text.add}
        </Button>
      )}
      {saving.error !== null && <Sentence>{sentenceOf(saving.error)}</Sentence>}
      {refusedAs(saving.error) === 'entry-changed' && now !== undefined && (
        <p>{text.now(now.items.map(({ name, phone }) => [name, phone].join(' ')).join(', '))}</p>
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

function contactOf(row: Typed): Contact {
  const said = (field: Exclude<Field, 'name'>) =>
    row[field].trim() === '' ? {} : { [field]: row[field].trim() };
  return { name: row.name.trim(), ...said('relation'), ...said('phone'), ...said('email') };
}
