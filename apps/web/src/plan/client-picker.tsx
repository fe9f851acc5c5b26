import { TextInput } from '@mantine/core';
import type { Patient } from '@tandem/wire';
import { useState } from 'react';
import form from '../ui/form.module.css';
import { dayWords, personName } from '../ui/names.ts';
import { RadioGroup } from '../ui/radio-group.tsx';
import { words } from '../words/list-pages.ts';
import classes from './plan-form.module.css';

const SHOWN = 6;

/** Name, birth date and MRN together: two clients may share a family name, and a wrong pick is the worst one. */
export function ClientPicker(props: {
  readonly patients: readonly Patient[];
  readonly value: string;
  readonly error: string | undefined;
  onChange(patientId: string): void;
}) {
  const [find, setFind] = useState('');
  const terms = find.trim().toLowerCase().split(/\s+/);
  const chosen = props.patients.filter((patient) => patient.id === props.value);
  const found = props.patients
    .filter((patient) => patient.id !== props.value && terms.every((term) => textOf(patient).includes(term)))
    .slice(0, SHOWN);
  const shown = find.trim() === '' && chosen.length > 0 ? chosen : [...chosen, ...found];
  return (
    <div>
      <TextInput
        label={words.clients.find}
        autoComplete="off"
        error={props.error}
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
      />
      <div style={{ marginTop: 12 }}>
        {shown.length === 0 ? (
          <p className={form.hint}>{find === '' ? words.clients.none : words.clients.noMatch(find)}</p>
        ) : (
          <RadioGroup
            wide
            label={words.plan.client}
            value={props.value}
            options={shown.map((patient) => ({ value: patient.id, label: <Who patient={patient} /> }))}
            onChange={(id) => {
              setFind('');
              props.onChange(id);
            }}
          />
        )}
      </div>
    </div>
  );
}

function Who({ patient }: { patient: Patient }) {
  const mrn = patient.mrn === null ? '' : ` · ${words.clients.mrn} ${patient.mrn}`;
  return (
    <span className={classes.client}>
      <strong>{personName(patient)}</strong>{' '}
      <small>
        {dayWords(patient.birthDate)} · {words.clients.sexes[patient.sex]}
        {mrn}
      </small>
    </span>
  );
}

function textOf(patient: Patient): string {
  return `${personName(patient)} ${patient.givenName} ${patient.mrn ?? ''}`.toLowerCase();
}
