import { TextInput } from '@mantine/core';
import type { Patient } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { serverNowMs } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMay, useMe } from '../data/me.ts';
import { patientsQuery } from '../data/queries.ts';
import { dayOf } from '../data/zone.ts';
import { buttonClass } from '../ui/button.tsx';
import { ageOn, dayWords, personName } from '../ui/names.ts';
import { Nothing, Page, Sentence } from '../ui/page.tsx';
import table from '../ui/table.module.css';
import { words } from '../words.ts';

const text = words.clients;

export function ClientsPage() {
  const may = useMay();
  const patients = useQuery(patientsQuery);
  const [find, setFind] = useState('');
  const all = patients.data?.items ?? [];
  const shown = all.filter((patient) => matches(patient, find)).toSorted(byName);
  return (
    <Page
      title={text.title}
      beside={patients.data === undefined ? undefined : all.length}
      actions={
        may('patient.write') && (
          <Link to="/clients/new" className={buttonClass('main')}>
            {text.add}
          </Link>
        )
      }
    >
      <TextInput
        className={table.search}
        label={text.find}
        autoComplete="off"
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
      />
      {patients.error !== null && <Sentence>{sentenceOf(patients.error)}</Sentence>}
      {patients.data !== undefined && shown.length === 0 && (
        <Nothing>{find === '' ? text.none : text.noMatch(find)}</Nothing>
      )}
      {shown.length > 0 && <ClientTable patients={shown} mayPlan={may('session.plan')} />}
    </Page>
  );
}

function ClientTable({ patients, mayPlan }: { patients: readonly Patient[]; mayPlan: boolean }) {
  const { clinic } = useMe();
  const today = dayOf(serverNowMs(), clinic.timeZone);
  return (
    <div className={table.frame}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.sessions.client}</th>
            <th scope="col">{words.room.born}</th>
            <th scope="col">{text.sex}</th>
            <th scope="col">{text.mrn}</th>
            <th scope="col">{text.allergies}</th>
            {mayPlan && (
              <th scope="col">
                <span className="visually-hidden">{text.plan}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {patients.map((patient) => (
            <tr key={patient.id}>
              <th scope="row">{personName(patient)}</th>
              <td>
                {dayWords(patient.birthDate)} ({ageOn(today, patient.birthDate)}y)
              </td>
              <td>{text.sexes[patient.sex]}</td>
              <td>{patient.mrn ?? ''}</td>
              <td>
                {patient.allergies.status === 'known'
                  ? patient.allergies.items.join(', ')
                  : text.allergyStatus[patient.allergies.status]}
              </td>
              {mayPlan && (
                <td className={table.end}>
                  <Link
                    to="/sessions/new"
                    search={{ client: patient.id }}
                    className={buttonClass('quiet', true)}
                  >
                    {text.plan}
                  </Link>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function matches(patient: Patient, find: string): boolean {
  const whole =
    `${personName(patient)} ${patient.givenName} ${patient.familyName} ${patient.mrn ?? ''}`.toLowerCase();
  return find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => whole.includes(word));
}

function byName(a: Patient, b: Patient): number {
  return personName(a).localeCompare(personName(b)) || a.birthDate.localeCompare(b.birthDate);
}
